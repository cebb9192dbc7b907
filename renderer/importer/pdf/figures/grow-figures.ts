/**
 * Grows figures from their captions: between a caption and the nearest running text of its column is what it describes.
 * So pictures in one row or column with one caption are one figure, with the lines drawn around them and the words
 * beside them; and a drawing of only lines and areas, as most charts of reports are, is a figure if it has a caption.
 */
import type { LinesBlock, PrintedBlock } from '../block.ts';
import { lineText, type Measures, type PrintedLine, type PrintedPage } from '../printed-text.ts';
import { around, type Box, gapBetween, heightOf, holdsMiddle, shareOfWidth, widthOf } from './box.ts';
import { boxOfBlock, findCaptions, isWordedAsCaption } from './find-captions.ts';
import { type Figure, isGround, type ReadPage } from './find-figures.ts';

export type CaptionedFigure = { readonly figure: Figure; readonly caption: LinesBlock | null };

/** In points: drawings and words at most this far from a figure are part of it. */
const NEAR = 24;
const NEAR_WORDS = 14;
/** Between a caption and the drawing next to it. */
const MAX_GAP = 42;
/** Drawings with fewer parts, or smaller ones, are frames and ornaments. */
const MIN_PARTS = 6;
const MIN_WIDTH = 72;
const MIN_HEIGHT = 48;
/** Anything longer at this height is a rule. */
const RULE_HEIGHT = 2;
const RULE_SHARE = 0.6;
/** A line of running text has this many letters and the same type. */
const LONG_LINE = 25;
const SIZE_CHANGE = 0.08;
const SAME_SIZE = 0.02;
/** How often distant parts are checked again after the figure has grown. */
const MAX_ROUNDS = 50;

type Side = 'above' | 'below';

/** A part of a page that may be part of a figure. */
type Part = { readonly box: Box; readonly figure: Figure | null };

type Words = {
  /** Boxes of lines that no figure covers, as wide as their columns. */
  readonly limits: readonly Box[];
  /** Those of short lines, which may be inside a figure. */
  readonly labels: readonly Box[];
};

const linesOf = (block: PrintedBlock): readonly PrintedLine[] =>
  block.role === 'table' ? block.rows.map(({ line }) => line) : block.lines;

const isRunning = (line: PrintedLine, { size }: Measures): boolean =>
  (lineText(line).match(/\p{L}/gu)?.length ?? 0) >= LONG_LINE &&
  Math.abs(line.size - size) <= SIZE_CHANGE * size;

/** The rest of a paragraph from another column is short, but set like running text. */
const isAsText = (line: PrintedLine, { size, font }: Measures): boolean =>
  line.font === font && Math.abs(line.size - size) <= SAME_SIZE * size;

const isCaption = (block: LinesBlock): boolean =>
  block.role === 'text' && isWordedAsCaption(block.lines.map(lineText).join(' '));

/** How many captions of figures are among the blocks of a page. */
export const countCaptions = (blocks: readonly PrintedBlock[]): number =>
  blocks.filter((block) => block.role !== 'table' && isCaption(block)).length;

/** Headings and text have no drawing around them; a similar line on a drawing is a label. */
const isFree = (block: LinesBlock, drawn: readonly Box[]): boolean =>
  block.lines.every((line) => drawn.every((box) => gapBetween(box, line) > 0 || isThin(box)));

/**
 * Whether no figure may cover the lines of a block: running text up to its last short line, headings, captions, heads
 * and feet.
 */
const isLimit = (block: PrintedBlock, drawn: readonly Box[], measures: Measures): boolean => {
  if (block.role === 'table') return false;
  if (block.role === 'aside' || isCaption(block)) return block.lines.every(({ isTurned }) => !isTurned);
  if (block.lines.some((line) => isRunning(line, measures))) return true;
  const isSetAsText = block.lines.every((line) => isAsText(line, measures));
  return (block.role === 'heading' || isSetAsText) && isFree(block, drawn);
};

/** A line as wide as its column. */
const inColumn = ({ left, right, top, bottom }: PrintedLine, column: LinesBlock): Box => ({
  left: Math.min(left, column.left),
  right: Math.max(right, column.right),
  top,
  bottom,
});

const wordsOn = (blocks: readonly PrintedBlock[], { page }: ReadPage, measures: Measures): Words => {
  const { pictures = [], paths = [] } = page.drawn ?? {};
  const drawn = [...pictures.map(({ box }) => box), ...paths];
  const limits: Box[] = [];
  const labels: Box[] = [];
  for (const block of blocks) {
    if (block.role === 'table' || !isLimit(block, drawn, measures)) labels.push(...linesOf(block));
    else limits.push(...block.lines.map((line) => inColumn(line, block)));
  }
  return { limits, labels };
};

const nextTo = (lines: readonly Box[], gap: (line: Box) => number): Box | null =>
  lines.filter((line) => gap(line) >= -1).sort((a, b) => gap(a) - gap(b))[0] ?? null;

/**
 * The area that a caption may describe: up to the nearest running text on that side, as wide as the text above and
 * below.
 */
const fieldOf = (caption: Box, side: Side, seed: Box | null, { limits }: Words, page: PrintedPage): Box => {
  const begin = seed === null ? caption : around(seed, caption);
  const inSpan = limits.filter(
    (line) => shareOfWidth(line, begin) > 0.1 && (seed === null || !holdsMiddle(seed, line)),
  );
  const above = nextTo(inSpan, (line) => caption.top - line.bottom);
  const below = nextTo(inSpan, (line) => line.top - caption.bottom);
  const { left, right } = [above, below].reduce<Box>(
    (span, line) => (line === null ? span : around(span, line)),
    begin,
  );
  return side === 'above'
    ? { left, right, top: above?.bottom ?? 0, bottom: caption.top }
    : { left, right, top: caption.bottom, bottom: below?.top ?? page.height };
};

const isInField = (box: Box, field: Box): boolean =>
  box.top >= field.top - 2 && box.bottom <= field.bottom + 2 && shareOfWidth(box, field) >= 0.5;

const isThin = (box: Box): boolean => heightOf(box) < RULE_HEIGHT;

const isRule = (box: Box, field: Box): boolean => isThin(box) && widthOf(box) > RULE_SHARE * widthOf(field);

/** `box` with all parts near it, or near one of those. */
const grow = (box: Box, parts: readonly Part[]): { readonly box: Box; readonly parts: readonly Part[] } => {
  let whole = box;
  let apart = parts;
  const taken: Part[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const near = apart.filter((part) => gapBetween(part.box, whole) <= NEAR);
    if (near.length === 0) break;
    apart = apart.filter((part) => gapBetween(part.box, whole) > NEAR);
    taken.push(...near);
    whole = near.map((part) => part.box).reduce(around, whole);
  }
  return { box: whole, parts: taken };
};

const withLabels = (box: Box, field: Box, { labels }: Words): Box =>
  labels
    .filter((label) => isInField(label, field) && gapBetween(label, box) <= NEAR_WORDS)
    .reduce(around, box);

const distance = (box: Box, caption: Box, side: Side): number =>
  side === 'above' ? caption.top - box.bottom : box.top - caption.bottom;

const nearest = (parts: readonly Part[], caption: Box, side: Side): Box | null => {
  const [first] = [...parts].sort((a, b) => distance(a.box, caption, side) - distance(b.box, caption, side));
  return first === undefined || distance(first.box, caption, side) > MAX_GAP ? null : first.box;
};

type Grown = { readonly figure: Figure; readonly taken: readonly Figure[] };

/** A page with its drawings and words. */
type Drawing = ReadPage & { readonly words: Words };

/** The figure of a caption on one side of it; null if nothing there is clearly one. */
const growFrom = (
  caption: Box,
  side: Side,
  seed: Figure | null,
  free: readonly Figure[],
  drawing: Drawing,
): Grown | null => {
  const { page, words } = drawing;
  const field = fieldOf(caption, side, seed?.box ?? null, words, page);
  const parts: readonly Part[] = [
    ...free.map((figure) => ({ box: figure.box, figure })),
    ...(page.drawn?.paths ?? []).map((box) => ({ box, figure: null })),
  ].filter(({ box }) => isInField(box, field) && !isRule(box, field));
  const begin = seed?.box ?? nearest(parts, caption, side);
  if (begin === null) return null;
  const grown = grow(begin, parts);
  const box = withLabels(grown.box, field, words);
  const taken = grown.parts.flatMap(({ figure }) => figure ?? []);
  const isDrawn = grown.parts.length >= MIN_PARTS && widthOf(box) >= MIN_WIDTH && heightOf(box) >= MIN_HEIGHT;
  if ((seed === null && taken.length === 0 && !isDrawn) || isGround(box, drawing)) return null;
  const finest = [seed, ...taken].map((each) => each?.perPoint ?? 0);
  const perPoint = Math.max(...finest);
  return { figure: { page: page.index, box, perPoint: perPoint === 0 ? null : perPoint }, taken };
};

/** Whether a figure overlaps no other. */
const isApart = ({ box }: Figure, others: Iterable<Figure>): boolean =>
  [...others].every((other) => gapBetween(other.box, box) > 0);

const sideOf = (caption: Box, { box }: Figure): Side => (caption.top >= box.bottom - 4 ? 'above' : 'below');

/** A caption with the figure next to it, and the distance; captions without one come last. */
type Begun = {
  readonly block: LinesBlock;
  readonly box: Box;
  readonly seed: Figure | null;
  readonly gap: number;
};

const begin = (blocks: readonly PrintedBlock[], seeds: ReadonlyMap<LinesBlock, Figure>): readonly Begun[] =>
  blocks
    .flatMap((block) => {
      if (block.role === 'table' || !isCaption(block)) return [];
      const box = boxOfBlock(block);
      const seed = seeds.get(block) ?? null;
      if (box === null) return [];
      return [{ block, box, seed, gap: seed === null ? Infinity : gapBetween(seed.box, box) }];
    })
    .sort((a, b) => (a.gap === b.gap ? 0 : a.gap - b.gap));

/** The figures for the captions of a page, the surest first; parts taken by one are not available to others. */
const growAll = (
  begun: readonly Begun[],
  figures: readonly Figure[],
  drawing: Drawing,
): { readonly found: ReadonlyMap<LinesBlock, Figure>; readonly free: readonly Figure[] } => {
  const found = new Map<LinesBlock, Figure>();
  let free = figures;
  for (const { block, box, seed: next } of begun) {
    const seed = next !== null && free.includes(next) ? next : null;
    const sides: readonly Side[] = seed === null ? ['above', 'below'] : [sideOf(box, seed)];
    const others = free.filter((figure) => figure !== seed);
    const grown = sides
      .map((side) => growFrom(box, side, seed, others, drawing))
      .find((each) => each !== null && isApart(each.figure, found.values()));
    if (grown === null || grown === undefined) continue;
    found.set(block, grown.figure);
    free = others.filter((figure) => !grown.taken.includes(figure));
  }
  return { found, free };
};

/** The figures of a page with their captions, from top to bottom. */
export const growFigures = (
  figures: readonly Figure[],
  read: ReadPage,
  blocks: readonly PrintedBlock[],
  measures: Measures,
): readonly CaptionedFigure[] => {
  const captions = findCaptions(figures, blocks, measures.size);
  const seeds = new Map([...captions].map(([figure, block]) => [block, figure]));
  const drawing: Drawing = { ...read, words: wordsOn(blocks, read, measures) };
  const { found, free } = growAll(begin(blocks, seeds), figures, drawing);
  return [
    ...[...found].map(([caption, figure]) => ({ figure, caption })),
    ...free.map((figure) => ({ figure, caption: captionLeft(captions.get(figure), found) })),
  ].sort((a, b) => a.figure.box.top - b.figure.box.top || a.figure.box.left - b.figure.box.left);
};

/** The caption of a figure that has not grown, unless another has it. */
const captionLeft = (
  caption: LinesBlock | undefined,
  found: ReadonlyMap<LinesBlock, Figure>,
): LinesBlock | null => (caption === undefined || found.has(caption) ? null : caption);
