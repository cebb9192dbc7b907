// Every string that a record of an archive may hold, of hostile words, in every file that is written of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { articleAnnotationSchema } from '#domain/article/annotations.ts';
import { articleRecordSchema } from '#domain/article/article.ts';
import { bibliographySchema } from '#domain/article/bibliography/bibliography.ts';
import type { OutMaterial } from '#domain/exchange/material.ts';
import { contentLines } from '#domain/exchange/read/calendar/content-lines.ts';
import { parseBibtex } from '#domain/exchange/read/read-bibtex.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { exportPartsSchema, usualParts } from '#domain/memo/export/export-parts.ts';
import { builtInForms } from '#domain/memo/form/built-in-forms.ts';
import { formSchema } from '#domain/memo/form/form.ts';
import { memoSchema } from '#domain/memo/memo.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { toExportedPassage } from '#domain/memo/passages/exported-passage.ts';
import { labelSetOf, startingSet } from '#domain/passage/label.ts';
import { passageSchema } from '#domain/passage/passage.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { sourceSchema } from '#domain/source/source.ts';
import { taskSchema } from '#domain/task/task.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoEmail } from '#electron/export/email/write-memo-email.ts';
import { writeCodebook, writeTables } from '#electron/export/exchange/create-exchange-writer.ts';
import { writeCalendar } from '#electron/export/exchange/write-calendar.ts';
import { writeBibtex, writeCsl, writeRis } from '#electron/export/exchange/write-references.ts';
import { writeRefi } from '#electron/export/exchange/write-refi.ts';
import { writeVault } from '#electron/export/exchange/write-vault.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writePassageMarkdown } from '#electron/export/passages/write-passages.ts';
import { typstInputs } from '#electron/export/typst/page/typst-input.ts';
import { sampleSource, sampleTag, sampleTask } from '../../../support/archive/sample-records.ts';
import {
  expectInertCsv,
  expectInertDocx,
  expectInertHtml,
  expectInertMarkdown,
  namesOf,
  parseXml,
} from '../../../support/exchange/held-inert.ts';
import { hostileWords, placeHostile } from '../../../support/exchange/hostile-words.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import {
  cite,
  judgement,
  paragraph,
  quoteBlock,
  section,
  subHeading,
  writeMemo,
} from '../../../support/memo/written-memo.ts';
import { figureOf, picturesOf, writePicture } from '../../../support/pictures/written-figure.ts';
import { createRandom } from '../../../support/texts/made-words.ts';

const SEED = 2408;
const ROUNDS = 24;

const picture = writePicture();
const office = sampleSource('Office', { kind: 'organisation', aliases: ['Bureau'] });
const speaker = sampleSource('Li', {
  parentId: office.id,
  aliases: ['Lee'],
  positions: [{ role: 'Minister', organisationId: office.id, from: null, until: null }],
});
const tag = sampleTag('China', {
  aliases: ['PRC'],
  definition: { useWhen: 'a', notWhen: 'b', example: 'c' },
  group: 'place',
});
const task = sampleTask('Ask', { owner: 'Desk' });

/** An article whose words are hostile too: no line of them ends within a paragraph. */
const writeHostileArticle = (random: () => number) => {
  const words = [0, 1, 2].map(() => {
    const number = Math.floor(random() * 1000);
    return `A ${hostileWords(number, `zq${number}t`).replace(/[\p{Cc}\u2028\ud800]+/gu, ' ')} b`;
  });
  return writeArticle(
    words,
    words.map((quote) => ({
      quote,
      passage: {
        sourceId: speaker.id,
        tagIds: [tag.id],
        post: 'Minister',
        note: richTextFromPlain('Note'),
        by: 'Ilse',
      },
    })),
    {
      bibliography: { byline: 'Ilse Marrow' },
      about: {
        publicationId: office.id,
        tagIds: [tag.id],
        note: richTextFromPlain('Of it'),
        marking: { kind: 'banner', text: 'Secret' },
      },
    },
  );
};

const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table: MemoBlock = {
  type: 'table',
  attrs: { caption: 'Calls', source: 'Register' },
  content: [
    { type: 'tableRow', content: [cell('tableHeader', 'Port'), cell('tableHeader', 'Calls')] },
    { type: 'tableRow', content: [cell('tableCell', 'Varna'), cell('tableCell', '45')] },
  ],
};
const linked = (href: string) => ({
  type: 'text' as const,
  text: 'list',
  marks: [{ type: 'link' as const, attrs: { href } }],
});

const writeRecords = (random: () => number) => {
  const article = writeHostileArticle(random);
  const memo = writeMemo(
    [
      section('bottom-line', 'Bottom line', paragraph('It closes', cite(article, 0, 'whole'), '.')),
      section(
        'key-judgements',
        'Key judgements',
        judgement(['It will likely close', cite(article, 1, 'whole')], {
          confidenceReason: 'one',
          assumptions: 'two',
          wouldChange: 'three',
        }),
      ),
      section(
        'background',
        'Background',
        subHeading('Below'),
        paragraph(
          { type: 'footnote', attrs: { text: 'A note' } },
          linked('https://a.example/'),
          linked('https://b.example/'),
          { type: 'hardBreak' },
          'behind',
        ),
        quoteBlock(article, 2),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('One')] }] },
        table,
        figureOf(picture, { alt: 'Two ships', caption: 'Ships', source: 'Register' }),
      ),
    ],
    { restrictions: 'None', marking: { kind: 'banner', text: 'Secret' } },
    { printedTaskIds: [task.id], by: 'Ilse' },
  );
  return { article, memo };
};

const recordsSchema = z.object({
  memo: memoSchema,
  article: articleRecordSchema,
  about: articleAnnotationSchema,
  passages: z.array(passageSchema),
  sources: z.array(sourceSchema),
  tasks: z.array(taskSchema),
  form: formSchema,
  parts: exportPartsSchema,
});

/** The records with hostile words wherever their schemas let them stand; words that were quoted stay as they are. */
const placeInRecords = (random: () => number) => {
  const { article, memo } = writeRecords(random);
  const { article: record, about, passages } = article.cited;
  const records = {
    memo,
    article: record,
    about,
    passages: [...passages],
    sources: [office, speaker],
    tasks: [task],
    form: { ...builtInForms.decision, letterhead: 'Desk\nHouse' },
    parts: {
      ...usualParts,
      annex: true,
      notes: true,
      hashes: true,
      portionMarks: true,
      distribution: ['Director'],
      copyNumber: '3',
    },
  };
  const selectors = JSON.stringify(passages.map((each) => each.selectors));
  const isTaken = (changed: unknown): boolean => {
    const read = recordsSchema.safeParse(changed);
    return read.success && JSON.stringify(read.data.passages.map((each) => each.selectors)) === selectors;
  };
  const placed = placeHostile(records, { random, isTaken });
  return { article, ...placed, value: recordsSchema.parse(placed.value) };
};

const documentOf = ({ article, value }: ReturnType<typeof placeInRecords>): MemoDocument => {
  const { memo, sources, tasks, form, parts } = value;
  const cited = { ...article.cited, article: value.article, about: value.about, passages: value.passages };
  const head = { title: value.form.letterhead, referenceNumber: memo.head.from, asOf: memo.head.asOf };
  const before = { id: memo.id, kind: memo.kind, state: 'sent' as const, sending: null, head };
  const material = {
    ...materialOf([{ ...article, cited }], { sources, tasks }),
    form,
    pictures: picturesOf(picture),
    lineage: { supersedes: before, supersededBy: before },
  };
  const built = buildMemoDocument(memo, material);
  return dressDocument(built, { memo, material, draftNumber: 1, sentWith: null, manifest: null }, parts);
};

/** The same as it is given to other tools. */
const materialOfRecords = ({ article, value }: ReturnType<typeof placeInRecords>): OutMaterial => {
  const cited = { ...article.cited, article: value.article, about: value.about, passages: value.passages };
  const sources = indexTree(value.sources);
  const words = value.sources[0]?.name ?? '';
  const labels = labelSetOf(
    startingSet.all.map((label) => ({ ...label, name: `${label.id} ${words}`, useWhen: words })),
  );
  return {
    labels,
    articles: [
      {
        id: value.article.id,
        bibliography: bibliographySchema.parse(value.article.bibliography),
        importedAt: value.article.importedAt,
        textSha256: value.article.textSha256,
        words: 3,
        state: value.about.state,
        tags: [words, `a/${words}`],
        marking: words,
        note: value.about.note === null ? null : richTextToPlain(value.about.note),
        text: article.cited.text?.index.text ?? null,
        passages: value.passages.map((passage) => ({
          ...toExportedPassage({
            passage,
            cited,
            sources,
            tags: [words],
            hasNote: true,
            labels,
            version: null,
          }),
          relations: [],
        })),
      },
    ],
    tags: [
      {
        id: tag.id,
        path: words,
        useWhen: words,
        notWhen: value.memo.head.from,
        example: value.memo.head.for,
        aliases: [words],
        group: words,
      },
    ],
    sources: value.sources.map(({ id, name, kind, aliases, reliability, descriptor }) => ({
      id,
      path: name,
      kind,
      aliases,
      reliability,
      positions: [{ role: value.memo.head.from, from: null, until: null, organisation: name }],
      descriptor,
    })),
    tasks: value.tasks.map((each) => ({ ...each, place: words })),
    pad: value.memo.head.restrictions,
  };
};

const random = createRandom(SEED);
const rounds = Array.from({ length: ROUNDS }, () => placeInRecords(random));
const documents = rounds.map(documentOf);
const materials = rounds.map(materialOfRecords);
const text = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : strFromU8(content);

describe(`hostile words in every string of the records of a memo (seed ${SEED})`, () => {
  it('are put in thousands of places, and stand in what is printed', () => {
    const marks = rounds.map((round) => [...round.marks.keys()]);
    expect(marks.flat().length).toBeGreaterThan(2000);
    const found = marks.flatMap((all, at) => {
      const document = documents[at];
      const material = materials[at];
      const printed = document === undefined ? '' : writeMemoHtml(document) + JSON.stringify(material);
      return all.filter((mark) => printed.includes(mark));
    });
    expect(found.length).toBeGreaterThan(1000);
  });

  it('are words in HTML and in an e-mail', () => {
    for (const document of documents) {
      expectInertHtml(writeMemoHtml(document));
      expectInertHtml(writeMemoEmail(document).html);
    }
  });

  it('are words in each part of a Word document, and lead nowhere but where a link may', async () => {
    // Each costs as much as all others of its memo: every third.
    for (const document of documents.filter((_, at) => at % 3 === 0))
      expectInertDocx(await writeMemoDocx(document, 'a4'));
  });

  it('are words in Markdown', () => {
    for (const document of documents) expectInertMarkdown(writeMemoMarkdown(document));
    for (const { articles } of materials)
      expectInertMarkdown(writePassageMarkdown(articles.flatMap(({ passages }) => passages)));
  });

  it('are strings of JSON to Typst, whose templates evaluate none', () => {
    for (const document of documents) {
      const { page, memo } = typstInputs(document, 'a4');
      expect([JSON.parse(page), JSON.parse(memo)]).toHaveLength(2);
    }
    const templates = join(import.meta.dirname, '../../../../resources');
    const sources = readdirSync(templates, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.typ'),
    );
    expect(sources.length).toBeGreaterThan(0);
    for (const file of sources)
      expect(readFileSync(join(templates, file), 'utf8')).not.toMatch(/\beval\s*\(/u);
  });
});

describe('hostile words that are given to other tools', () => {
  it('are words in each table', () => {
    for (const material of materials) {
      const [articles, passages, tags, sources, tasks] = writeTables(material).map(({ content }) =>
        text(content),
      );
      expectInertCsv(articles ?? '', 1);
      expectInertCsv(passages ?? '', 3);
      expectInertCsv(tags ?? '', 1);
      expectInertCsv(sources ?? '', 2);
      expectInertCsv(tasks ?? '', 1);
    }
  });

  it('are words in the notes of a vault, and in their front matter', () => {
    for (const material of materials)
      for (const { path, content } of writeVault(material, new Map())) {
        expect(path).toMatch(/^Precis\/[^/\\:*?"<>|\p{Cc}]+\.md$/u);
        const [, yaml = '', body = text(content)] =
          /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text(content)) ?? [];
        expectInertMarkdown(body.replace(/^#\S+$/gmu, ''));
        expect(yaml).not.toContain('<%');
        if (yaml !== '') expect(parseYaml(yaml)).toMatchObject({ precis: material.articles[0]?.id });
      }
  });

  it('are words in REFI-QDA', () => {
    const elements = new Set(
      'Project CodeBook Codes Code Sets Set MemberCode Sources TextSource Description PlainTextSelection Coding CodeRef'.split(
        ' ',
      ),
    );
    for (const material of materials) {
      const [project, ...others] = [...writeRefi(material), ...writeCodebook(material)];
      const xml = [
        strFromU8(unzipSync(project?.content as Uint8Array)['project.qde'] ?? new Uint8Array()),
        ...others.filter(({ path }) => path.endsWith('.qdc')).map(({ content }) => text(content)),
      ];
      for (const each of xml)
        expect(namesOf(parseXml(each)).filter((name) => !elements.has(name))).toEqual([]);
    }
  });

  it('end no entry of a list of references or of a calendar, and begin none', () => {
    for (const { articles, tasks } of materials) {
      expect(parseBibtex(writeBibtex(articles))).toHaveLength(articles.length);
      expect(JSON.parse(writeCsl(articles))).toHaveLength(articles.length);
      // Also to a reader that ends a line at whatever Unicode calls an end.
      const ris = writeRis(articles).split(/[\p{Cc}\p{Zl}\p{Zp}]+/u);
      expect(ris.filter((line) => line.startsWith('TY  -'))).toHaveLength(articles.length);
      expect(ris.filter((line) => line !== '' && !/^[A-Z][A-Z\d] {2}- /u.test(line))).toEqual([]);
      expect(writeCalendar(tasks)).not.toMatch(/(?![\t\r\n])[\p{Cc}\p{Zl}\p{Zp}]/u);
      const lines = [...contentLines(writeCalendar(tasks).replaceAll('\r\n ', ''))].map(
        (line) => line?.name ?? 'broken',
      );
      const kinds =
        'BEGIN VERSION PRODID UID DTSTAMP CREATED LAST-MODIFIED SUMMARY DUE STATUS CATEGORIES DESCRIPTION END'.split(
          ' ',
        );
      expect(lines.filter((name) => !kinds.includes(name))).toEqual([]);
      expect(lines.filter((name) => name === 'BEGIN')).toHaveLength(tasks.length + 1);
    }
  });
});
