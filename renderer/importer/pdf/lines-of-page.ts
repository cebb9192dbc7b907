import { boxOfText } from './pages-as-read.ts';
import { composeAccents } from './printed-letters.ts';
import {
  type LineCell,
  type LineRun,
  mostOf,
  type PrintedItem,
  type PrintedLine,
  type PrintedPage,
  type Raised,
} from './printed-text.ts';

/** In letter heights. */
const WORD_GAP = 0.13;
const CELL_GAP = 0.85;
const SAME_LEVEL = 0.25;
const OVERLAP = 0.6;
const SMALL = 0.86;
const HIGHEST_RAISED = 0.8;
const LOWEST_RAISED = -0.4;
const SHADOW = 0.2;
/** How far letters extend below their line. */
export const BELOW = 0.25;

/** `largest` is the first piece with the largest letters. */
type Growing = { readonly items: PrintedItem[]; largest: PrintedItem; left: number; right: number };

/** Whether `item` is on the baseline of `line`, or as little above or below it as smaller letters are. */
const isOnLevel = (line: PrintedItem, item: PrintedItem): boolean => {
  const size = Math.max(line.size, item.size);
  const above = (line.baseline - item.baseline) / size;
  const isSmaller = item.size < SMALL * line.size || line.size < SMALL * item.size;
  return isSmaller ? above <= HIGHEST_RAISED && above >= LOWEST_RAISED : Math.abs(above) <= SAME_LEVEL;
};

const goesOn = (line: Growing, item: PrintedItem, isMirrored: boolean): boolean => {
  const { largest } = line;
  if (item.angle !== largest.angle || item.isTurned !== largest.isTurned) return false;
  const slack = OVERLAP * Math.max(item.size, largest.size);
  // Files draw such lines in word order or from left to right, and runs within them the other way.
  const isAnywhere =
    isMirrored || item.isRightToLeft || line.items.some(({ isRightToLeft }) => isRightToLeft);
  const isBeside = isAnywhere
    ? line.items.every((other) => item.left >= other.right - slack || item.right <= other.left + slack)
    : item.left >= line.right - slack;
  return isBeside && isOnLevel(largest, item);
};

/** Whether `item` repeats `other` slightly offset, to look bold or have a shadow. */
const isShadow = (other: PrintedItem, item: PrintedItem): boolean => {
  const near = Math.min(SHADOW * item.size, (item.right - item.left) / 2);
  return (
    other.angle === item.angle &&
    Math.abs(other.left - item.left) <= near &&
    Math.abs(other.baseline - item.baseline) <= near
  );
};

/** White space is drawn as a separate piece: only its gap is kept, or one at the end of a word. */
const isBlank = ({ text }: PrintedItem): boolean => text.trim() === '';

/** The words of a page in file order, each once. */
const withoutShadows = (items: readonly PrintedItem[]): readonly PrintedItem[] => {
  const byText = new Map<string, PrintedItem[]>();
  return items.filter((item) => {
    if (isBlank(item)) return false;
    const same = byText.get(item.text) ?? [];
    if (same.some((other) => isShadow(other, item))) return false;
    byText.set(item.text, same);
    same.push(item);
    return true;
  });
};

const raisedOf = (item: PrintedItem, size: number, baseline: number): Raised => {
  if (item.size >= SMALL * size) return null;
  const above = (baseline - item.baseline) / size;
  if (above > 0.15) return 'superscript';
  return above < -0.08 ? 'subscript' : null;
};

type Parts = { cells: LineCell[]; runs: LineRun[]; left: number; right: number };

const endCell = (parts: Parts): void => {
  const runs = parts.runs
    .filter(({ text }) => text !== '')
    .map((run) => ({ ...run, text: composeAccents(run.text) }));
  const [first, last] = [runs[0], runs.at(-1)];
  if (first !== undefined) runs[0] = { ...first, text: first.text.trimStart() };
  if (last !== undefined) {
    const end = runs.length - 1;
    runs[end] = { ...last, text: (runs[end] ?? last).text.trimEnd() };
  }
  if (runs.some(({ text }) => text !== '')) parts.cells.push({ runs, left: parts.left, right: parts.right });
  parts.runs = [];
};

const addRun = (parts: Parts, text: string, raised: Raised): void => {
  const last = parts.runs.at(-1);
  if (last?.raised === raised) parts.runs[parts.runs.length - 1] = { ...last, text: last.text + text };
  else parts.runs.push({ text, raised });
};

const addSpace = (parts: Parts): void => {
  const last = parts.runs.at(-1);
  if (last !== undefined && !/\s$/u.test(last.text)) addRun(parts, ' ', null);
};

/** A piece of a line, and the visible gap before it; null for the first. */
type Ordered = { readonly item: PrintedItem; readonly gap: number | null };

const LETTER = /\p{L}/u;
const isSign = ({ text }: PrintedItem): boolean => !/[\p{L}\p{N}]/u.test(text);

/**
 * Consecutive pieces, split where runs against the line's direction begin and end; punctuation between those belongs to
 * them.
 */
const runsOf = (items: readonly PrintedItem[]): readonly (readonly PrintedItem[])[] => {
  const isAgainst = (at: number): boolean => {
    const item = items[at];
    if (item === undefined) return false;
    if (!isSign(item)) return item.isRightToLeft;
    const next = items.findIndex((other, index) => index > at && !isSign(other));
    const last = items.findLastIndex((other, index) => index < at && !isSign(other));
    return items[next]?.isRightToLeft === true && items[last]?.isRightToLeft === true;
  };
  const runs: { readonly against: boolean; readonly items: PrintedItem[] }[] = [];
  for (const [at, item] of items.entries()) {
    const run = runs.at(-1);
    const against = isAgainst(at);
    if (run?.against === against) run.items.push(item);
    else runs.push({ against, items: [item] });
  }
  // Numbers alone keep the order of the line.
  return runs.map(({ against, items: run }) =>
    against && run.some(({ text }) => LETTER.test(text)) ? run.toReversed() : run,
  );
};

/** The pieces in reading order. */
const orderItems = (items: readonly PrintedItem[], isMirrored: boolean): readonly Ordered[] => {
  const isPlain = !isMirrored && items.every(({ isRightToLeft }) => !isRightToLeft);
  const runs = isPlain || items[0]?.isTurned ? [items] : runsOf(items.toSorted((a, b) => a.left - b.left));
  let edge: number | null = null;
  return runs.flatMap((run) => {
    const begins = Math.min(...run.map(({ left }) => left));
    const gapBefore = edge === null ? null : begins - edge;
    edge = Math.max(...run.map(({ right }) => right));
    return run.map((item, at): Ordered => {
      const before = run[at - 1];
      if (before === undefined) return { item, gap: gapBefore };
      return { item, gap: before.left > item.left ? before.left - item.right : item.left - before.right };
    });
  });
};

/** Ends a cell before a wide gap, and a word before a gap. */
const partBefore = (parts: Parts, gap: number, item: PrintedItem, size: number): void => {
  if (gap > CELL_GAP * size && !item.isTurned) endCell(parts);
  else if (gap > WORD_GAP * item.size) addSpace(parts);
};

/** The cells of a line: words with a space for each gap, split at wide ones. */
const cellsOf = (items: readonly Ordered[], size: number, baseline: number): readonly LineCell[] => {
  const parts: Parts = { cells: [], runs: [], left: 0, right: 0 };
  for (const { item, gap } of items) {
    if (gap !== null) partBefore(parts, gap, item, size);
    const isFirst = parts.runs.length === 0;
    parts.left = isFirst ? item.left : Math.min(parts.left, item.left);
    parts.right = isFirst ? item.right : Math.max(parts.right, item.right);
    addRun(parts, item.text.replace(/\s+/gu, ' '), raisedOf(item, size, baseline));
  }
  endCell(parts);
  return parts.cells;
};

const lettersOf = ({ text }: PrintedItem): number => text.length;

/** The mean confidence, weighted by letters. */
const confidenceOf = (items: readonly PrintedItem[]): number | null => {
  const known = items.flatMap(({ confidence, text }) =>
    confidence === null ? [] : [{ confidence, letters: text.length }],
  );
  const letters = known.reduce((sum, each) => sum + each.letters, 0);
  if (letters === 0) return null;
  return Math.round(known.reduce((sum, each) => sum + each.letters * each.confidence, 0) / letters);
};

const lineOf = (printed: PrintedPage, items: readonly PrintedItem[]): PrintedLine | null => {
  const { index: page, isMirrored = false } = printed;
  const size = mostOf(items, (item) => item.size, lettersOf) ?? 0;
  const ofSize = items.filter((item) => item.size === size);
  const level = mostOf(ofSize, (item) => item.baseline, lettersOf) ?? 0;
  const cells = cellsOf(orderItems(items, isMirrored), size, level);
  if (cells.length === 0) return null;
  const along = {
    left: Math.min(...items.map(({ left }) => left)),
    right: Math.max(...items.map(({ right }) => right)),
    top: Math.min(...items.map((item) => item.baseline - item.size)),
    bottom: Math.max(...items.map((item) => item.baseline + BELOW * item.size)),
  };
  const angle = items[0]?.angle ?? 0;
  const box = boxOfText(along, angle, printed);
  return {
    page,
    cells,
    ...box,
    baseline: angle === 0 ? level : box.bottom - BELOW * size,
    size,
    font: mostOf(items, ({ font }) => font, lettersOf) ?? '',
    angle,
    isTurned: items[0]?.isTurned ?? false,
    confidence: confidenceOf(items),
  };
};

/** The lines of a page in file order. */
export const linesOfPage = (page: PrintedPage): readonly PrintedLine[] => {
  const { items, isMirrored = false } = page;
  const lines: Growing[] = [];
  for (const item of withoutShadows(items)) {
    const line = lines.at(-1);
    if (line === undefined || !goesOn(line, item, isMirrored)) {
      lines.push({ items: [item], largest: item, left: item.left, right: item.right });
      continue;
    }
    line.items.push(item);
    if (item.size > line.largest.size) line.largest = item;
    line.left = Math.min(line.left, item.left);
    line.right = Math.max(line.right, item.right);
  }
  return lines.map((line) => lineOf(page, line.items)).filter((line) => line !== null);
};
