import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotIdSchema } from '#domain/ids.ts';
import { listCitedWorks } from '#domain/memo/citation-style/cited-work.ts';
import { requestCitations, styleDocument } from '#domain/memo/citation-style/style-document.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import { readCitationStyle } from '#domain/memo/form/citation-style.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { wordsFor } from '#domain/memo/print/printed-words.ts';
import { frozenDocumentSchema } from '#domain/memo/snapshot/document-schema.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { differingWords } from '#domain/memo/verify/compare-words.ts';
import { statedDateSchema, toTimestamp } from '#domain/time.ts';
import { writeMemoDocx } from '#electron/export/docx/write-memo-docx.ts';
import { writeMemoHtml } from '#electron/export/html/write-memo-html.ts';
import { isolateNames } from '#electron/export/isolate-direction.ts';
import { writeMemoMarkdown } from '#electron/export/markdown/write-memo-markdown.ts';
import { writeMemoText } from '#electron/export/text/write-memo-text.ts';
import { createCitationStyler } from '#electron/export/typst/citations/style-citations.ts';
import { layStyled } from '#electron/export/typst/page/lay-runs.ts';
import { newSampleId } from '../../../support/archive/sample-ids.ts';
import { pdfText } from '../../../support/files/read-pdf.ts';
import { createTestCompiler, printMemo } from '../../../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../../../support/memo/written-article.ts';
import { cite, paragraph, quoteBlock, section, writeMemo } from '../../../support/memo/written-memo.ts';

const dispatch = writeArticle(
  ['One.', 'The port closes, officials said.', 'Ships wait.'],
  ['The port closes', 'Ships wait'],
  {
    bibliography: { byline: 'Jane Miller', title: 'Harbour closes <after> warning' },
  },
);
const bote = writeArticle(['Der Hafen ist zu.'], ['Hafen ist zu'], {
  bibliography: {
    byline: 'Uwe Schäfer und Anna Groß',
    title: 'Hafen schließt',
    publisher: 'Hamburger Bote',
    language: 'de',
    url: 'https://bote.example/hafen',
    publishedAt: statedDateSchema.parse('2024-04-20'),
    dateCertainty: 'inferred',
  },
});
/** The same article once more: two copies are cited alike. */
const again = writeArticle(['The port closes at noon.'], ['closes at noon'], {
  bibliography: { byline: 'Jane Miller', title: 'Harbour closes <after> warning' },
});
const memo = writeMemo([
  section(
    'background',
    'Background',
    paragraph('It closed', cite(dispatch, 0), ', and ships wait', cite(dispatch, 1), cite(bote, 0), '.'),
    quoteBlock(dispatch, 0),
    paragraph('At noon', cite(again, 0), '.'),
  ),
]);
const material = materialOf([dispatch, bote, again]);
const plain = buildMemoDocument(memo, material);

const style = createCitationStyler();
const styledBy = (name: string): MemoDocument => {
  const csl = readFileSync(
    join(import.meta.dirname, '../../../fixtures/citation-styles', `${name}.csl`),
    'utf8',
  );
  const read = readCitationStyle(csl);
  if (!read.ok) throw new Error(read.error);
  const request = requestCitations(plain, listCitedWorks(printScopeOf(memo, material)), read.value);
  const styled = style(request);
  if (!styled.ok) throw new Error(styled.error);
  return styleDocument(plain, request, styled.value);
};

let folder = '';
const compile = createTestCompiler();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'styled-memo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pdfWords = async (document: MemoDocument): Promise<string> => {
  const file = join(folder, 'memo.pdf');
  await printMemo(compile, file, document);
  return (await pdfText(file)).replace(/\s+/gu, ' ');
};
const docxWords = async (document: MemoDocument): Promise<string> => {
  const parts = unzipSync(await writeMemoDocx(document, 'a4'));
  return ['word/document.xml', 'word/footnotes.xml']
    .map((name) => strFromU8(parts[name] ?? new Uint8Array()))
    .join(' ')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('\u00A0', ' ');
};
/** Without the signs of Markdown. */
const bare = (text: string): string =>
  text
    .replaceAll('\u00A0', ' ')
    .replaceAll('\\', '')
    .replace(/[*_]|<(?=https)|(?<=https\S+)>/gu, '');

const all = async (document: MemoDocument): Promise<Readonly<Record<string, string>>> => ({
  pdf: await pdfWords(document),
  docx: await docxWords(document),
  html: writeMemoHtml(document)
    .replace(/<style>[\s\S]*?<\/style>/u, '')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&nbsp;|\u00A0/gu, ' '),
  md: bare(writeMemoMarkdown(document)),
  txt: bare(writeMemoText(document)),
});

describe.each(['numbers', 'author-date', 'notes'])('a memo in the citation style %s', (name) => {
  const document = styledBy(name);

  it('says the same in every format', async () => {
    const [first, second, third] = document.sources.map(({ entry }) =>
      (entry?.words ?? []).map(({ text }) => text).join(''),
    );
    for (const [format, words] of Object.entries(await all(document))) {
      for (const entry of [first, second, third])
        expect({
          format,
          entry,
          stands: words.replace(/\s/gu, '').includes((entry ?? '?').replace(/\s/gu, '')),
        }).toEqual({ format, entry, stands: true });
      expect(words).toMatch(
        {
          numbers: /\[1 ¶2\]/u,
          'author-date': /\(Miller 2024a, ¶2/u,
          notes: /Miller, ‘Harbour closes <after> warning’, Harbour Dispatch/u,
        }[name] ?? /$^/u,
      );
    }
  });

  it('keeps the copy, and what is not sure of a date', () => {
    const entries = document.sources.map(({ entry }) =>
      (entry?.words ?? []).map(({ text }) => text).join(''),
    );
    expect(entries[0]).toMatch(/Copy of .+\.$/u);
    expect(entries[1]).toMatch(/\(inferred\)\.$/u);
  });

  it('is frozen and verified as it is', async () => {
    const snapshot = takeSnapshot(
      { memo, material, document },
      {
        id: snapshotIdSchema.parse(newSampleId()),
        takenAt: toTimestamp(0),
        cause: 'sending',
        exported: null,
      },
    );
    expect(frozenDocumentSchema.parse(JSON.parse(JSON.stringify(snapshot.document)))).toEqual(
      snapshot.document,
    );
    for (const words of Object.values(await all(document)))
      expect(differingWords(snapshot.document, words)).toEqual({ quotes: [], texts: [] });
  });
});

describe('how a style is placed', () => {
  it('gives words that lead to a source in Word the colour of the text', async () => {
    const parts = unzipSync(await writeMemoDocx(styledBy('notes'), 'a4'));
    const notes = strFromU8(parts['word/footnotes.xml'] ?? new Uint8Array());
    const led = notes.match(/<w:hyperlink[^>]*w:anchor="source_\d+">.*?<\/w:hyperlink>/gu) ?? [];
    expect(led.length).toBeGreaterThan(2);
    for (const words of led) expect(words).toContain('<w:color w:val="auto"/>');
  });

  it('sets the entries of a list without numbers in below their first line on paper', async () => {
    const leftOf = async (document: MemoDocument): Promise<readonly number[]> => {
      const file = join(folder, 'memo.pdf');
      await printMemo(compile, file, document);
      const lines = (await pdfText(file, { layout: true })).split('\n');
      const from = lines.findIndex((line) => /^\s*Sources$/u.test(line));
      return lines.slice(from + 1).flatMap((line) => (line.trim() === '' ? [] : [line.search(/\S/u)]));
    };
    const [first, second] = await leftOf(styledBy('author-date'));
    expect(second).toBeGreaterThan(first ?? Infinity);
  });

  it('leads citations in HTML to entries that are there', () => {
    for (const name of ['author-date', 'notes']) {
      const html = writeMemoHtml(styledBy(name));
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id));
      const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id);
      expect(targets.length).toBeGreaterThan(2);
      for (const target of targets) expect(ids).toContain(target);
      expect(html).toContain('<ul class="sources by-name"');
    }
  });

  it('puts the mark of a note behind the marks that end a clause in English, and counts notes by numbers', () => {
    const text = writeMemoText(styledBy('notes'));
    expect(text).toContain('It closed,[1] and ships wait.[2]');
    expect(text).toContain(
      '[1] Jane Miller, ‘Harbour closes <after> warning’, Harbour Dispatch, 22 April 2024, ¶2',
    );
    expect(text).toMatch(/\[3\] .*¶2/u);
  });

  it('parts the marks of notes that meet', () => {
    const footnote = { type: 'footnote', attrs: { text: 'By partner.' } } as const;
    const written = writeMemo([
      section('background', 'Background', paragraph('It closed', footnote, cite(bote, 0), '.')),
    ]);
    const built = buildMemoDocument(written, material);
    const request = requestCitations(built, listCitedWorks(printScopeOf(written, material)), {
      csl: '',
      kind: 'note',
    });
    const document = styleDocument(built, request, {
      citations: [[{ text: 'Schäfer.', source: 1 }]],
      entries: [{ source: 1, words: [{ text: 'Schäfer.' }] }],
    });
    expect(writeMemoHtml(document)).toContain('</sup><sup>,</sup><sup>');
  });

  it('lists sources by the order of the style, and says their numbers where an annex of copies needs them', () => {
    const document = styledBy('author-date');
    const listed = writeMemoText(document);
    expect(listed.indexOf('Miller, Jane')).toBeLessThan(listed.indexOf('Schäfer, Uwe'));
    // The document has hashes of its copies, which are listed by number.
    expect(listed).toMatch(/Hafen schließt.*\[2\]/u);
    const without = { ...document, sources: document.sources.map((each) => ({ ...each, textSha256: null })) };
    expect(writeMemoText(without)).not.toMatch(/\[2\]/u);
  });

  it('says the title before an entry that names nothing', () => {
    const works = listCitedWorks(printScopeOf(memo, material));
    const request = requestCitations(plain, works, { csl: '', kind: 'text' });
    const entries = [
      { source: 1, words: [{ text: '22 April 2024.' }] },
      { source: 2, words: [{ text: 'SCHÄFER, 20 April 2024.' }] },
    ];
    const document = styleDocument(plain, request, { citations: [], entries });
    const said = document.sources.map(({ entry }) => (entry?.words ?? []).map(({ text }) => text).join(''));
    expect(said[0]).toMatch(/^Harbour closes <after> warning\. 22 April 2024\./u);
    expect(said[1]).toMatch(/^SCHÄFER, 20 April 2024\./u);
  });

  it('says a place that the style leaves out', () => {
    const works = listCitedWorks(printScopeOf(memo, material));
    const request = requestCitations(plain, works, { csl: '', kind: 'text' });
    const silent = request.citations.map((cites) =>
      cites.map(({ source }) => ({ text: `(Source ${source})`, source })),
    );
    const document = styleDocument(plain, request, { citations: silent, entries: [] });
    expect(writeMemoText(document)).toContain('It closed (Source 1), ¶2');
  });
});

it('keeps an Arabic title whole where a colon or a number is in it', () => {
  const title = 'عبور القناة: ما الذي يغيّره';
  expect(isolateNames(`Dispatch, “${title}”, 22 April`)).toBe(`Dispatch, “\u2068${title}\u2069”, 22 April`);
  expect(isolateNames('القناة في 2024 وبعدها, 22 April')).toBe('\u2068القناة في 2024 وبعدها\u2069, 22 April');
});

it('keeps the ellipsis of a shortened title at its end, and a time before a letter in one piece', () => {
  expect(isolateNames('Petrov, الميناء مغلق…, undated')).toBe('Petrov, \u2068الميناء مغلق…\u2069, undated');
  const arabic = wordsFor('ar');
  expect(isolateNames('Le port reste…، بلا تاريخ', arabic)).toBe('\u2066Le port reste…\u2069، بلا تاريخ');
  expect(isolateNames('2026، 18:20:00.638Z، SHA', arabic)).toBe(
    '2026، \u206618:20:00.638Z\u2069، \u2066SHA\u2069',
  );
});

it('keeps the date behind an Arabic name in its place, and addresses without isolates', () => {
  const paper = wordsFor('en');
  const [words] = layStyled([{ text: 'ما تبينه الأرقام, 22 April 2024, https://port.example/a' }], paper);
  expect(words?.kind === 'text' ? words.text : '').toBe('\u2068ما تبينه الأرقام\u2069, 22\u00A0April 2024, ');
});
