/**
 * The text of a PDF from what stands on its pages. Pure: the same pages give the same text for ever, which is how a text
 * that was lost is made anew from its original.
 */
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { PageBlock, PrintedBlock } from './blocks/block.ts';
import { blocksOfPage } from './blocks/blocks-of-page.ts';
import { type Figure, findFigures, type ReadPage } from './figures/find-figures.ts';
import { countCaptions, growFigures } from './figures/grow-figures.ts';
import { anchorFigures, placeFigures } from './figures/place-figures.ts';
import { linesOfPage } from './layout/lines-of-page.ts';
import { type Measures, measure } from './layout/measures.ts';
import { findFurniture, findPrintedNumbers } from './layout/page-furniture.ts';
import { lineText, type PrintedPage } from './layout/printed-text.ts';
import { contentOfBlocks } from './text/body-of-blocks.ts';
import { flowBlocks } from './text/flow-blocks.ts';
import { headingLevels } from './text/heading-levels.ts';
import { vocabularyOf } from './text/join-lines.ts';

export type PagesArticle = {
  readonly body: Body;
  readonly leftOut: readonly number[];
  readonly remarks: readonly ImportRemark[];
  /** Those that stand in the body as images with the address of a figure, by the number in it. */
  readonly figures: readonly Figure[];
};

/** The signs of the notes of each page. */
const signsOfNotes = (blocks: readonly PageBlock[]): ReadonlyMap<number, ReadonlySet<string>> => {
  const signs = new Map<number, Set<string>>();
  for (const block of blocks) {
    if (block.role !== 'note') continue;
    const [line] = block.lines;
    const [sign] = line === undefined ? [] : (/^(?:\d{1,3}|[*†‡§¶]{1,3}|[a-z])/u.exec(lineText(line)) ?? []);
    if (line === undefined || sign === undefined) continue;
    signs.set(line.page, (signs.get(line.page) ?? new Set()).add(sign));
  }
  return signs;
};

const none: ReadonlySet<string> = new Set();

const countHyphens = (body: Body): number =>
  textBlockSpans(body)
    .flatMap(({ block }) => block.content ?? [])
    .filter(({ marks }) => marks?.some(({ type }) => type === 'hyphenated')).length;

/**
 * So many times in one PDF something drawn is held against a caption, which takes two seconds; five hundred pages with four
 * charts and five thousand lines each need half of it.
 */
const MAX_COMPARED = 20_000_000;

/** The pages as figures are looked for on them: on none where all captions together with what is drawn there are too many. */
const withinLimit = (
  read: readonly ReadPage[],
  printed: readonly (readonly PrintedBlock[])[],
): readonly ReadPage[] => {
  let left = MAX_COMPARED;
  return read.map((each, at) => {
    const { pictures = [], paths = [] } = each.page.drawn ?? {};
    const compared = countCaptions(printed[at] ?? []) * (pictures.length + paths.length);
    if (compared > left) return { ...each, page: { ...each.page, drawn: null } };
    left -= compared;
    return each;
  });
};

/** The figures of all pages, each with the line that it stands at. */
const anchorAll = (
  read: readonly ReadPage[],
  printed: readonly (readonly PrintedBlock[])[],
  measures: Measures,
) => {
  const figures = findFigures(read);
  return read.flatMap((each, at) => {
    const blocks = printed[at] ?? [];
    return anchorFigures(growFigures(figures.get(each.page.index) ?? [], each, blocks, measures), blocks);
  });
};

/**
 * The article on `pages`; `labels` are the numbers that the file itself gives its pages, used where none is printed. Null
 * where neither words nor scans stand on them.
 */
export const articleOfPages = (
  pages: readonly PrintedPage[],
  labels: ReadonlyMap<number, string> = new Map(),
): PagesArticle | null => {
  const read = pages.map((page) => ({ page, lines: linesOfPage(page) }));
  const lines = read.flatMap((each) => each.lines);
  if (lines.length === 0 && !pages.some(({ isScanned }) => isScanned)) return null;
  const furniture = findFurniture(read);
  const measures = measure(lines.filter((line) => !furniture.has(line)));
  const printed = read.map(({ page, lines }) => blocksOfPage(page, lines, furniture, measures));
  const blocks = read.map(({ page }, at): readonly PageBlock[] => [
    ...(page.isScanned ? [{ role: 'scan', page: page.index } as const] : []),
    ...(printed[at] ?? []),
  ]);
  const signs = signsOfNotes(printed.flat());
  const words = flowBlocks(blocks);
  const pictured = withinLimit(read, printed);
  const flow = placeFigures(words, anchorAll(pictured, printed, measures));
  const { content, leftOut, figures } = contentOfBlocks(flow, {
    pages: new Map(pages.map((page) => [page.index, page])),
    labels: new Map([...labels, ...findPrintedNumbers(furniture)]),
    vocabulary: vocabularyOf(lines.map(lineText)),
    levelOf: headingLevels(words, measures),
    notesOn: (page) => signs.get(page) ?? none,
  });
  const body: Body = { type: 'doc', content };
  // Where all is turned, as on a page that is set on its side, it is the text.
  const aside = leftOut.length === content.length ? [] : leftOut;
  return {
    body,
    leftOut: aside,
    figures,
    remarks: foundRemarks([
      { kind: 'page-furniture', count: aside.length },
      { kind: 'hyphens', count: countHyphens(body) },
      {
        kind: 'pages-unpictured',
        pages: pictured.filter(({ page }) => page.drawn === null).map(({ page }) => page.index),
      },
    ]),
  };
};
