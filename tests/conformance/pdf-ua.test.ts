import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCitedWorks } from '#domain/memo/citation-style/cited-work.ts';
import { requestCitations, styleDocument } from '#domain/memo/citation-style/style-document.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import { dressDocument } from '#domain/memo/export/dress-document.ts';
import { type ExportParts, usualParts } from '#domain/memo/export/export-parts.ts';
import { readCitationStyle } from '#domain/memo/form/citation-style.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoBlock } from '#domain/memo/memo-content.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import { createCitationStyler } from '#electron/export/typst/citations/style-citations.ts';
import { isOnPath } from '../../scripts/setup/system-packages.mjs';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { createTestCompiler, printMemo } from '../support/memo/print-memo.ts';
import { materialOf, writeArticle } from '../support/memo/written-article.ts';
import { writeBoard, writeChronology } from '../support/memo/written-board.ts';
import { cite, judgement, paragraph, quoteBlock, section, writeMemo } from '../support/memo/written-memo.ts';
import { figureOf, picturesOf, writePicture } from '../support/pictures/written-figure.ts';
import { germanTerms } from '../support/texts/german-terms.ts';

// PDF/UA-1 by veraPDF (https://verapdf.org), which checks each file against the rules of ISO 14289-1.

const TIMEOUT_MS = 300_000;
const run = promisify(execFile);

/** What is written in each language: a title, a sentence that is quoted, and one of the writer's own. */
const written = {
  en: ['Port closed', 'The port is closed until further notice.', 'Shipping will slow down in May.'],
  de: [
    'Hafen geschlossen',
    'Der Hafen bleibt bis auf Weiteres geschlossen.',
    'Der Verkehr geht im Mai zurück.',
  ],
  fr: ['Port fermé', 'Le port reste fermé jusqu’à nouvel ordre.', 'Le trafic ralentira en mai.'],
  es: ['Puerto cerrado', 'El puerto sigue cerrado hasta nuevo aviso.', 'El tráfico bajará en mayo.'],
  pl: ['Port zamknięty', 'Port pozostaje zamknięty do odwołania.', 'W maju ruch będzie mniejszy.'],
  ru: ['Порт закрыт', 'Порт закрыт до особого распоряжения.', 'В мае движение замедлится.'],
  ar: ['الميناء مغلق', 'الميناء مغلق حتى إشعار آخر.', 'ستتباطأ حركة السفن في مايو.'],
  zh: ['港口关闭', '港口关闭，直至另行通知。', '五月航运将放缓。'],
} as const;
type Language = keyof typeof written;
const languages = Object.keys(written) as Language[];

const cell = (type: 'tableCell' | 'tableHeader', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});
const table = (columns: number, rows: number, words: string): MemoBlock => ({
  type: 'table',
  attrs: { caption: words, source: words },
  content: Array.from({ length: rows }, (_, row) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: columns }, (_each, at) =>
      cell(row === 0 ? 'tableHeader' : 'tableCell', at === 0 || row === 0 ? words : `${row},${at}`),
    ),
  })),
});

type WrittenArticle = ReturnType<typeof writeArticle>;

/** The memo and what it cites: judgements, citations, quotations, a footnote, lists and a link. */
const writeIn = (language: Language, furtherOf: (article: WrittenArticle) => readonly MemoBlock[]) => {
  const [title, quoted, own] = written[language];
  const article = writeArticle([quoted, `${own} ${quoted}`], [quoted, quoted], {
    bibliography: { title, language, publisher: title },
  });
  const link = { type: 'link' as const, attrs: { href: 'https://port.example/list?a=1' } };
  const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] });
  const memo = writeMemo(
    [
      section('bottom-line', title, paragraph(own, ' ', cite(article, 0, 'whole'))),
      section(
        'key-judgements',
        title,
        judgement([own, cite(article, 0)], { confidenceReason: own, assumptions: own, wouldChange: own }),
        judgement([own], { likelihood: 'very-unlikely' }),
      ),
      section(
        'background',
        title,
        paragraph(own, { type: 'footnote', attrs: { text: `${own} https://port.example` } }, ' ', {
          type: 'text',
          text: title,
          marks: [link],
        }),
        quoteBlock(article, 1),
        { type: 'orderedList', content: [item(own), item(title)] },
        { type: 'bulletList', content: [item(own)] },
        ...furtherOf(article),
      ),
    ],
    { language, title },
  );
  return { memo, material: materialOf([article]) };
};

const terms: OwnTerms = germanTerms;

const allParts: Partial<ExportParts> = {
  annex: true,
  hashes: true,
  key: 'end',
  portionMarks: true,
  lineNumbers: true,
  distribution: ['Director', 'Trade desk'],
  copyNumber: '3 of 12',
};

const dress = (memo: Memo, material: ReturnType<typeof materialOf>, parts: Partial<ExportParts>) =>
  dressDocument(
    buildMemoDocument(memo, material),
    { memo, material, draftNumber: 1, sentWith: null, manifest: null },
    { ...usualParts, ...parts },
  );

const notesStyle = readFileSync(join(import.meta.dirname, '../fixtures/citation-styles/notes.csl'), 'utf8');
const styler = createCitationStyler();

/** The memo with its citations as notes of a citation style. */
const withNotes = (memo: Memo, material: ReturnType<typeof materialOf>): MemoDocument => {
  const plain = buildMemoDocument(memo, material);
  const read = readCitationStyle(notesStyle);
  if (!read.ok) throw new Error(read.error);
  const request = requestCitations(plain, listCitedWorks(printScopeOf(memo, material)), read.value);
  const styled = styler(request);
  if (!styled.ok) throw new Error(styled.error);
  return styleDocument(plain, request, styled.value);
};

/**
 * A short memo that cites in notes; one with all parts, a board in words, one in signs, a chronology, and, in German, a
 * house's own terms; and one whose figure and tables float, turn and run over pages.
 */
const shapes: Record<string, (language: Language) => MemoDocument> = {
  short: (language) => {
    const { memo, material } = writeIn(language, () => []);
    return withNotes(memo, material);
  },
  whole: (language) => {
    const [title, quoted, own] = written[language];
    const { memo, material } = writeIn(language, (article) => [
      table(3, 4, title),
      ...writeBoard(article, [title, own], ['R. Osei', 'H. Lund'], language),
      ...writeBoard(article, [title, own, quoted, title, own, quoted], ['R. Osei', 'H. Lund'], language),
      writeChronology(article, [title, 'Harbour Lines Ltd'], language),
    ]);
    return dress(memo, { ...material, ...(language === 'de' ? { terms } : {}) }, allParts);
  },
  long: (language) => {
    const [title, , own] = written[language];
    const picture = writePicture();
    const text = Array.from({ length: 30 }, () => paragraph(Array(12).fill(own).join(' ')));
    const floats = [figureOf(picture), table(4, 60, title), ...text, table(11, 4, title)];
    const { memo, material } = writeIn(language, () => floats);
    return { ...dress(memo, material, {}), pictures: picturesOf(picture) };
  },
};
const memos = [
  ...languages.flatMap((language) => [`short ${language}`, `whole ${language}`]),
  ...(['en', 'de', 'ar', 'zh'] as const).map((language) => `long ${language}`),
];

let folder: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

/** What veraPDF says of the files: a line that begins with PASS or FAIL for each. */
const check = async (files: readonly string[]): Promise<string> => {
  const words = ['--flavour', 'ua1', '--format', 'text', '-v', ...files];
  const { stdout } = await run('verapdf', words).catch((error: { stdout: string }) => error);
  return stdout;
};

describe.runIf(isOnPath('verapdf'))('a memo as a PDF, checked by veraPDF', { timeout: TIMEOUT_MS }, () => {
  it('breaks no rule of PDF/UA-1, in eight languages', async () => {
    const compile = createTestCompiler();
    const files: string[] = [];
    for (const memo of memos) {
      const [shape = '', language = ''] = memo.split(' ');
      const file = join(folder, `${shape}-${language}.pdf`);
      await printMemo(compile, file, shapes[shape]?.(language as Language) as MemoDocument);
      files.push(file);
    }
    const said = await check(files);
    expect(said.match(/^PASS /gmu)?.length, said).toBe(files.length);
  });
});
