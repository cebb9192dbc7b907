/** The document model as the template reads it: JSON, with what paper asks for and a screen does not. */
import { mapDocumentTexts } from '#domain/memo/document/map-document-texts.ts';
import { keepDueKey } from '#domain/memo/export/reader-key.ts';
import type { Paper } from '#domain/memo/memo.ts';
import type { DocumentBlock, MemoDocument, QuotationBlock, Run } from '#domain/memo/memo-document.ts';
import { printManifest } from '#domain/memo/verify/manifest.ts';
import { estimatePages } from '../pdf/estimate-pages.ts';
import { hanFamilyOf } from './fonts/han-faces.ts';

const paperNames: Readonly<Record<Paper, string>> = { a4: 'a4', letter: 'us-letter' };

/** Typst draws no width for a tab; an em space is as wide as the white space that a reader expects. */
const TAB = /\t/g;
const EM_SPACE = '\u2003';

/** PDF/UA forbids U+FEFF within text. U+2060 is the character that Unicode has put in its place. */
const BYTE_ORDER_MARK = /\uFEFF/g;
const WORD_JOINER = '\u2060';

/** A run of so many characters without a place to break would leave the page. */
const UNBROKEN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}_+=~^$&#%@|\\/*.:;,-]{60,}/gu;
const BREAK_EVERY = 24;
const ZERO_WIDTH_SPACE = '\u200B';

const breakUp = (word: string): string =>
  Array.from(word)
    .map((character, at) => (at > 0 && at % BREAK_EVERY === 0 ? ZERO_WIDTH_SPACE + character : character))
    .join('');

const forPaper = (text: string): string =>
  text.replace(TAB, EM_SPACE).replace(BYTE_ORDER_MARK, WORD_JOINER).replace(UNBROKEN, breakUp);

/** Typst takes a primary subtag of two or three letters and nothing else. */
const typstLanguage = (language: string | null): string | null => {
  const primary = language?.toLowerCase().split('-')[0] ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
};

/** The language as Typst takes it, and the face of its Chinese characters, which Typst would not know of it. */
const voiceForPaper = (language: string | null) => ({
  lang: typstLanguage(language),
  face: hanFamilyOf(language),
});

const runForPaper = (run: Run): Run => (run.kind === 'quote' ? { ...run, ...voiceForPaper(run.lang) } : run);

const blockForPaper = (block: DocumentBlock): DocumentBlock => {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: block.runs.map(runForPaper) };
    case 'judgement':
      return { ...block, statement: block.statement.map(runForPaper) };
    case 'quotation':
      return { ...block, ...voiceForPaper(block.lang) } satisfies QuotationBlock;
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(blockForPaper)) };
    case 'table':
      return {
        ...block,
        cells: block.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(blockForPaper) })),
      };
  }
};

/**
 * From about thirty-five pages on, each part begins on a new page, as parts of a report do. Typst lays out what stands
 * between two page breaks in parallel: on two cores a memo of a hundred pages is made in two thirds of the time.
 */
const MIN_REPORT_PAGES = 35;

/** A memo that fills four pages lists its contents. */
const MIN_LISTED_PAGES = 3;

/** What `sys.inputs.memo` holds. */
export const typstInput = (document: MemoDocument, paper: Paper): string => {
  const pages = estimatePages(document, paper);
  const printed = mapDocumentTexts(keepDueKey(document, pages), forPaper);
  return JSON.stringify({
    paper: paperNames[paper],
    lang: typstLanguage(document.language) ?? 'en',
    face: hanFamilyOf(document.language),
    partsOnNewPages: pages > MIN_REPORT_PAGES,
    listsContents: pages > MIN_LISTED_PAGES,
    manifest: document.manifest === null ? null : printManifest(document.manifest),
    document: {
      ...printed,
      manifest: null,
      sections: printed.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map(blockForPaper),
      })),
      annex: printed.annex.map((passage) => ({ ...passage, lang: typstLanguage(passage.lang) })),
      // An address breaks where Typst breaks links, and must stay whole when it is copied.
      sources: printed.sources.map((source, at) => ({ ...source, url: document.sources[at]?.url ?? null })),
    },
  });
};
