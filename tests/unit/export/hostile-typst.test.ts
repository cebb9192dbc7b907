// Every word of a memo that is the syntax of Typst is printed as it stands: nothing of it is run, read or fetched.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { sampleSource, sampleTask } from '../../support/archive/sample-records.ts';
import { pdfAttachments, pdfObjects, pdfTaggedText } from '../../support/files/read-pdf.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  subHeading,
  writeMemo,
} from '../../support/memo/written-memo.ts';

const SECRET = 'zqsecretq';

let folder = '';
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  writeFileSync(join(folder, 'secret.txt'), SECRET);
});
afterAll(() => removeFolder(folder));

/** Each as it would be written in a template; the mark says that its words are there. */
const syntaxes: readonly ((mark: string) => string)[] = [
  (m) => `#panic("${m}")`,
  (m) => `${m} #read("secret.txt")`,
  (m) => `${m} #read("/etc/passwd")`,
  (m) => `${m} #import "@preview/tidy:0.4.2": *`,
  (m) => `${m} #include "memo.typ"`,
  (m) => `${m} #eval("1 + 1", mode: "code")`,
  (m) => `${m} #{ let x = 6 * 7; x }`,
  (m) => `${m} #image("/etc/hostname")`,
  (m) => `${m} #plugin("x.wasm")`,
  (m) => `${m} #sys.inputs`,
  (m) => `${m} #link("file:///etc/passwd")[x]`,
  (m) => `${m} #set text(fill: white)`,
  (m) => `${m} #show: none`,
  (m) => `${m} #counter(page).update(99)`,
  (m) => `${m} = Heading <label> @label`,
  (m) => `${m} \`\`\`typ #panic() \`\`\` \`raw\``,
  (m) => `${m} $ sum_(i=0)^n #panic() $`,
  (m) => `${m} ]) } // comment /* block */ #`,
  (m) => `${m} "\\u{41}" \\ #h(1fr) --- ~ *bold* _it_`,
  (m) => `${m} #pdf.embed("secret.txt")`,
  (m) => `${m} #metadata("x") #context here()`,
  (m) => `${m} #while true {}`,
];

/**
 * As it is read again: without the breaks of lines, and with the marks that the title of an article has within its own.
 */
const bare = (text: string): string => text.replaceAll(/\s+/gu, '').replaceAll(/[‘’“”]/gu, '"');

describe('a memo whose every field is the syntax of Typst', () => {
  it.each(syntaxes.map((syntax, at) => [at, syntax] as const))(
    'prints it as words: %i',
    async (at, syntax) => {
      const placed: string[] = [];
      const hostile = (field: string): string => {
        const words = syntax(`zq${at}${field}`);
        placed.push(words);
        return words;
      };
      const speaker = sampleSource(hostile('speaker'));
      const publication = sampleSource(hostile('publication'), { kind: 'publication' });
      const quote = hostile('quote');
      const article = writeArticle(
        ['It was said at noon.', `He said ${quote} today.`],
        [{ quote, passage: { sourceId: speaker.id } }],
        { bibliography: { title: hostile('article') }, about: { publicationId: publication.id } },
      );
      const task = sampleTask(hostile('task'), { owner: hostile('owner') });
      const memo = writeMemo(
        [
          section('bottom-line', hostile('heading'), paragraph(hostile('words'), cite(article, 0))),
          section(
            'key-judgements',
            'Key judgements',
            judgement([hostile('judgement'), cite(article, 0)], {
              confidenceReason: hostile('reason'),
              assumptions: hostile('assumption'),
              wouldChange: hostile('change'),
            }),
          ),
          section(
            'background',
            'Background',
            subHeading(hostile('subheading')),
            quoteBlock(article, 0),
            paragraph('So', { type: 'footnote', attrs: { text: hostile('footnote') } }, ' it is.'),
          ),
        ],
        {
          title: hostile('title'),
          for: hostile('for'),
          from: hostile('from'),
          referenceNumber: hostile('number'),
          restrictions: hostile('restrictions'),
        },
        { printedTaskIds: [task.id] },
      );
      const document = buildMemoDocument(
        memo,
        materialOf([article], { sources: [speaker, publication], tasks: [task] }),
      );
      const file = join(folder, `${at}.pdf`);
      await printMemo(createTestCompiler(), file, document, { paper: 'a4', glyphs: 'refuse' });
      const text = bare(await pdfTaggedText(file));
      for (const words of placed) expect(text).toContain(bare(words));
      const objects = await pdfObjects(file);
      expect(`${text}${objects}`).not.toMatch(
        new RegExp(`${SECRET}|root:x:0|/Launch|/JavaScript|file:///etc/passwd\\)`, 'u'),
      );
      expect(objects.match(/\/URI \((?!https?:|mailto:)/gu)).toBeNull();
      expect(await pdfAttachments(file)).toBe(0);
    },
  );
});
