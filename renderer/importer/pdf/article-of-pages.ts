/**
 * The text of a PDF from the contents of its pages. Pure: the same pages always give the same text, so that a lost text
 * can be restored from its original.
 */
import type { Body } from '#domain/article/body/body.ts';
import { textBlockSpans } from '#domain/article/body/canonical-text.ts';
import { foundRemarks, type ImportRemark } from '#domain/article/draft/import-remarks.ts';
import type { LinesBlock, PageBlock, PrintedBlock } from './block.ts';
import { blocksOfPage } from './blocks-of-page.ts';
import { contentOfBlocks } from './body-of-blocks.ts';
import { type Figure, findFigures, type ReadPage } from './figures/find-figures.ts';
import { countCaptions, growFigures } from './figures/grow-figures.ts';
import { anchorFigures, placeFigures } from './figures/place-figures.ts';
import { vocabularyOf } from './join-lines.ts';
import { BELOW, linesOfPage } from './lines-of-page.ts';
import { boxOnSheet, figuresAsDrawn, pagesAsRead, sizeOfSheet } from './pages-as-read.ts';
import { lineText, type Measures, measure, type PrintedLine, type PrintedPage } from './printed-text.ts';

export type PagesArticle = {
  readonly body: Body;
  readonly leftOut: readonly number[];
  readonly remarks: readonly ImportRemark[];
  /** Those in the body as images with the address of a figure, by its number. */
  readonly figures: readonly Figure[];
};

/**
 * The blocks of all pages as one stream: a paragraph that continues in the next column or on the next page is joined.
 */

const ENDS_SENTENCE = /[.!?:…]["”’»)\]]*(?:\d{1,3}|\[\d+\])?$/u;
/** How near to the edge of its column the last line of a continuing paragraph must come, in letter heights. */
const NEAR_EDGE = 2.5;
const INDENT = 0.6;

const isText = (block: PageBlock | undefined): block is LinesBlock =>
  block?.role === 'text' || block?.role === 'item';

const isElsewhere = (last: PrintedLine, first: PrintedLine): boolean =>
  first.page !== last.page || first.baseline < last.baseline;

/** Whether `next` continues the paragraph that `block` begins: it is at the top of another column or page. */
const goesOn = (block: LinesBlock, next: LinesBlock): boolean => {
  const [last, first, second] = [block.lines.at(-1), next.lines[0], next.lines[1]];
  if (last === undefined || first === undefined || next.role === 'item' || !isElsewhere(last, first))
    return false;
  if (Math.abs(last.size - first.size) > 0.08 * last.size) return false;
  const [before, after] = [lineText(last), lineText(first)];
  if (/\p{L}[-\u2010\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after)) return true;
  if (ENDS_SENTENCE.test(before)) return false;
  if (/^\p{Ll}/u.test(after)) return true;
  const isFull = block.lines.length === 1 || block.right - last.right < NEAR_EDGE * last.size;
  const isIndented = second !== undefined && first.left - second.left > INDENT * first.size;
  return isFull && !isIndented && /^[\p{L}\p{N}"“‘(]/u.test(after);
};

const join = (block: LinesBlock, next: LinesBlock): LinesBlock => ({
  ...next,
  role: block.role,
  lines: [...block.lines, ...next.lines],
  ended: new Set([...block.ended, ...next.ended]),
});

const isApart = ({ role }: PageBlock): boolean => role === 'note' || role === 'aside';

const CAPTION = /^(?:table|figure|fig\.|box|chart|map|source|tabelle|abbildung|tableau)\b/iu;

/**
 * Blocks that may be between the halves of a paragraph: tables, pictures with their captions, anything set differently.
 */
const mayFloat = (block: PageBlock, around: LinesBlock): boolean => {
  // It is unknown whether the paragraph continues there.
  if (block.role === 'scan') return false;
  if (isApart(block) || block.role === 'table') return true;
  const [line, own] = [block.lines[0], around.lines[0]];
  if (block.role === 'heading' || line === undefined || own === undefined) return false;
  return Math.abs(line.size - own.size) > 0.07 * own.size || CAPTION.test(lineText(line));
};

/** How many blocks may be between the halves of a paragraph. */
const MAX_BETWEEN = 40;

const beginsWithin = ({ lines: [line] }: LinesBlock): boolean =>
  line !== undefined && /^\p{Ll}/u.test(lineText(line));

/** Far from its beginning only a block that starts within a sentence counts as the rest of a paragraph. */
const isNear = (between: readonly PageBlock[], block: LinesBlock): boolean =>
  between.every(isApart) || beginsWithin(block);

/** The index in `flow` of the paragraph that `block` continues; -1 if it starts a new one. */
const placeOfBeginning = (flow: readonly PageBlock[], block: LinesBlock): number => {
  for (let at = flow.length - 1; at >= Math.max(0, flow.length - MAX_BETWEEN); at -= 1) {
    const before = flow[at];
    if (isText(before) && goesOn(before, block)) return isNear(flow.slice(at + 1), block) ? at : -1;
    if (before === undefined || !mayFloat(before, block)) return -1;
  }
  return -1;
};

/** Adds `block` to `flow`: to the paragraph that it continues, or as the next. */
const add = (flow: PageBlock[], block: PageBlock): void => {
  const at = isText(block) ? placeOfBeginning(flow, block) : -1;
  const before = flow[at];
  if (isText(block) && isText(before)) flow[at] = join(before, block);
  else flow.push(block);
};

/**
 * The blocks of the pages in order. Blocks between the halves of a paragraph (notes, furniture, tables and pictures at
 * the edge of a column) come after it, so that nothing interrupts a paragraph.
 */
const flowBlocks = (pages: readonly (readonly PageBlock[])[]): readonly PageBlock[] => {
  const flow: PageBlock[] = [];
  for (const block of pages.flat()) add(flow, block);
  return flow;
};

/** The note signs of each page. */
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
 * How many times in one PDF a drawing is compared with a caption, which takes two seconds; five hundred pages with four
 * charts and five thousand lines each need half of it.
 */
const MAX_COMPARED = 20_000_000;

/** The pages for finding figures: none if captions times drawings exceed the limit. */
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

/** The figures of all pages, each with its anchor line. */
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

const MAX_LEVEL = 6;

/** The level of a heading by its size: the largest in the document are the first, those as small as text the last. */
const headingLevels = (
  blocks: readonly PageBlock[],
  { size: ofText }: Measures,
): ((block: PageBlock) => number) => {
  const sizeOf = (block: PageBlock): number =>
    block.role === 'table' || block.role === 'scan'
      ? 0
      : Math.max(Math.round(ofText), Math.round(block.lines[0]?.size ?? 0));
  const sizes = [...new Set(blocks.filter(({ role }) => role === 'heading').map(sizeOf))].sort(
    (a, b) => b - a,
  );
  return (block) => Math.min(MAX_LEVEL, sizes.indexOf(sizeOf(block)) + 1);
};

/**
 * Running heads, running feet and page numbers. They are marked, never deleted: what looks like one may be text. A line
 * is furniture if it is at the top or bottom of its page and repeated, apart from numbers, on several pages, or if it
 * is only the page number.
 */

/** The share of a page at its top and bottom that may be furniture; more if a line is the outermost. */
const ZONE = 0.13;
const OUTERMOST_ZONE = 0.22;
/** How many lines at either end are examined. */
const MAX_LINES = 3;
/** On how many pages a line has to be, or on half of a short document. */
const MIN_PAGES = 3;
/** If more than this share of all letters matched, the rule would be wrong for this document. */
const MAX_SHARE = 0.2;
/** How far, in points, the same line may be higher or lower on another page. */
const DRIFT = 6;

const NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|seite|p\.|pág\.)\s*)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/|von|de)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;

/** A line that may be furniture, and a key that is equal for repeated lines: head or foot, and its words. */
type Candidate = { readonly line: PrintedLine; readonly key: string; readonly baseline: number };

const wordsOf = (line: PrintedLine): string =>
  lineText(line)
    .toLowerCase()
    .replace(/\d+/gu, '#')
    .replace(/\b[ivxl]{1,7}$|^[ivxl]{1,7}\b/gu, '#');

type Placed = Pick<Candidate, 'line' | 'baseline'> & Pick<PrintedLine, 'top' | 'bottom'>;

const candidatesAmong = (lines: readonly Placed[], height: number): readonly Candidate[] => {
  const sorted = lines.toSorted((a, b) => a.baseline - b.baseline);
  const zoneOf = (at: number): number => height * (at === 0 ? OUTERMOST_ZONE : ZONE);
  const head = sorted.slice(0, MAX_LINES).filter(({ bottom }, at) => bottom < zoneOf(at));
  const foot = sorted
    .slice(-MAX_LINES)
    .reverse()
    .filter(({ top }, at) => top > height - zoneOf(at));
  return [
    ...head.map(({ line, baseline }) => ({ line, baseline, key: `head ${wordsOf(line)}` })),
    ...foot.map(({ line, baseline }) => ({ line, baseline, key: `foot ${wordsOf(line)}` })),
  ];
};

/** Lines in sheet coordinates: if a page was rotated upright, its heads and feet usually were not. */
const onSheet = (page: PrintedPage, line: PrintedLine): Placed => {
  const { top, bottom } = boxOnSheet(line, page);
  return { line, top, bottom, baseline: bottom - BELOW * line.size };
};

const candidatesOf = (page: PrintedPage, lines: readonly PrintedLine[]): readonly Candidate[] => {
  const level = lines
    .filter(({ isTurned }) => !isTurned)
    .map((line) => ({ line, top: line.top, bottom: line.bottom, baseline: line.baseline }));
  const { turn } = page;
  const upright = turn === undefined ? [] : lines.filter(({ angle }) => angle === 360 - turn);
  return [
    ...candidatesAmong(level, page.height),
    ...candidatesAmong(
      upright.map((line) => onSheet(page, line)),
      sizeOfSheet(page).height,
    ),
  ];
};

const lettersOf = (lines: Iterable<PrintedLine>): number => {
  let letters = 0;
  for (const line of lines) letters += lineText(line).length;
  return letters;
};

/** The lines that are furniture, given pages with their lines in file order. */
const findFurniture = (
  pages: readonly { readonly page: PrintedPage; readonly lines: readonly PrintedLine[] }[],
): ReadonlySet<PrintedLine> => {
  const candidates = pages.flatMap(({ page, lines }) => candidatesOf(page, lines));
  const byKey = new Map<string, Candidate[]>();
  for (const each of candidates) {
    const alike = byKey.get(each.key);
    if (alike === undefined) byKey.set(each.key, [each]);
    else alike.push(each);
  }
  const needed = Math.min(MIN_PAGES, Math.max(2, Math.ceil(pages.length / 2)));
  const repeats = ({ baseline, key }: Candidate): boolean => {
    const alike = byKey.get(key) ?? [];
    const same = alike.filter((other) => Math.abs(other.baseline - baseline) <= DRIFT);
    return new Set(same.map(({ line }) => line.page)).size >= needed;
  };
  const found = new Set(
    candidates.filter((each) => NUMBER.test(lineText(each.line)) || repeats(each)).map(({ line }) => line),
  );
  const all = lettersOf(pages.flatMap(({ lines }) => lines));
  return lettersOf(found) > MAX_SHARE * all ? new Set() : found;
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const fromRoman = (text: string): number => {
  const values = [...text].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
};

/** The numbers in a furniture line that may be the page number, as printed and as values. */
const numbersIn = (line: PrintedLine): readonly { readonly label: string; readonly counts: number }[] => {
  const text = lineText(line);
  const digits = [...text.matchAll(/\d{1,4}/gu)].map(([label]) => ({ label, counts: Number(label) }));
  const roman = /(?:^|\s)([ivxl]{1,7})$|^([ivxl]{1,7})(?:\s|$)/u.exec(text);
  const label = roman?.[1] ?? roman?.[2];
  return label === undefined ? digits : [...digits, { label, counts: fromRoman(label) }];
};

/**
 * The printed number of each page, by its place in the file. Only numbers that increase with the pages count: a year in
 * a running head does not.
 */
const findPrintedNumbers = (furniture: Iterable<PrintedLine>): ReadonlyMap<number, string> => {
  const seen = [...furniture].flatMap((line) =>
    numbersIn(line).map(({ label, counts }) => ({ page: line.page, label, ahead: line.page - counts })),
  );
  const pagesOf = new Map<number, Set<number>>();
  for (const { ahead, page } of seen) pagesOf.set(ahead, (pagesOf.get(ahead) ?? new Set()).add(page));
  const numbers = new Map<number, string>();
  const byTrust = [...seen].sort(
    (a, b) => (pagesOf.get(b.ahead)?.size ?? 0) - (pagesOf.get(a.ahead)?.size ?? 0),
  );
  for (const { page, label, ahead } of byTrust) {
    if ((pagesOf.get(ahead)?.size ?? 0) >= 2 && !numbers.has(page)) numbers.set(page, label);
  }
  return numbers;
};

/**
 * The article on `pages`; `labels` are the file's own page numbers, used if none is printed. Null if the pages contain
 * neither words nor scans.
 */
export const articleOfPages = (
  printedPages: readonly PrintedPage[],
  labels: ReadonlyMap<number, string> = new Map(),
): PagesArticle | null => {
  const pages = pagesAsRead(printedPages);
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
  // If everything is rotated, as on a sideways page, it is the text.
  const aside = leftOut.length === content.length ? [] : leftOut;
  return {
    body,
    leftOut: aside,
    figures: figuresAsDrawn(figures, pages),
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
