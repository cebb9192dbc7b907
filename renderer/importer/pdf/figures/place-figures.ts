/**
 * Places figures in a text: beside the nearest block in their column. They go between blocks and change none: the words
 * of a PDF are the same with its figures and without.
 */
import type { FigureBlock, FlowBlock, LinesBlock, PageBlock, PrintedBlock } from '../block.ts';
import type { PrintedLine } from '../printed-text.ts';
import { around, type Box, common, heightOf, holdsMiddle, shareOfWidth, widthOf } from './box.ts';
import { boxOfBlock } from './find-captions.ts';
import type { Figure } from './find-figures.ts';
import type { CaptionedFigure } from './grow-figures.ts';

/** A figure with the line before or after which it goes; null if its page has no text. */
type Anchored = {
  readonly figure: FigureBlock;
  readonly line: PrintedLine | null;
  readonly side: 'before' | 'behind';
};

/** Blocks in the column of a figure overlap with at least this share of the width. */
const IN_COLUMN = 0.3;

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

const linesOf = (block: PrintedBlock): readonly PrintedLine[] =>
  block.role === 'table' ? block.rows.map(({ line }) => line) : block.lines;

type Boxed = { readonly block: PrintedBlock; readonly box: Box };

const boxedBlocks = (blocks: readonly PrintedBlock[]): readonly Boxed[] =>
  blocks.flatMap((block) => {
    const box = block.role === 'note' || block.role === 'aside' ? null : boxOfBlock(block);
    return box === null ? [] : [{ block, box }];
  });

/** How far two boxes are in one column: 1 if they have the same width and position. */
const likeness = (a: Box, b: Box): number => Math.max(0, widthOf(common(a, b))) / widthOf(around(a, b));

const before = (figure: FigureBlock, { block }: Boxed): Anchored => ({
  figure,
  line: linesOf(block)[0] ?? null,
  side: 'before',
});
const behind = (figure: FigureBlock, { block }: Boxed): Anchored => ({
  figure,
  line: linesOf(block).at(-1) ?? null,
  side: 'behind',
});

const lowest = (blocks: readonly Boxed[]): Boxed | undefined =>
  [...blocks].sort((a, b) => b.box.bottom - a.box.bottom)[0];
const highest = (blocks: readonly Boxed[]): Boxed | undefined =>
  [...blocks].sort((a, b) => a.box.top - b.box.top)[0];

/** Beside the block above or below it, whichever matches its column better: a title spans all columns. */
const anchorByPlace = (figure: FigureBlock, blocks: readonly Boxed[]): Anchored => {
  const { box } = figure.figure;
  const around = blocks.filter((each) => !holdsMiddle(box, each.box));
  const inColumn = around.filter((each) => shareOfWidth(each.box, box) >= IN_COLUMN);
  const above = lowest(inColumn.filter((each) => middle(each.box) < middle(box)));
  const below = highest(inColumn.filter((each) => middle(each.box) >= middle(box)));
  if (above !== undefined && below !== undefined)
    return likeness(below.box, box) > likeness(above.box, box)
      ? before(figure, below)
      : behind(figure, above);
  if (above !== undefined) return behind(figure, above);
  if (below !== undefined) return before(figure, below);
  const higher = around.findLast((each) => each.box.bottom <= box.top + heightOf(box) / 2);
  if (higher !== undefined) return behind(figure, higher);
  const [first] = around;
  return first === undefined ? { figure, line: null, side: 'behind' } : before(figure, first);
};

/** Above a caption below it, below a caption above it. */
const anchorByCaption = (figure: FigureBlock, caption: Boxed): Anchored =>
  middle(caption.box) >= middle(figure.figure.box) ? before(figure, caption) : behind(figure, caption);

const anchor = (figure: Figure, caption: LinesBlock | null, blocks: readonly Boxed[]): Anchored => {
  const block: FigureBlock = { role: 'figure', figure, caption };
  const boxed = caption === null ? undefined : blocks.find((each) => each.block === caption);
  return boxed === undefined ? anchorByPlace(block, blocks) : anchorByCaption(block, boxed);
};

/** The figures of one page with their anchor lines. */
export const anchorFigures = (
  figures: readonly CaptionedFigure[],
  blocks: readonly PrintedBlock[],
): readonly Anchored[] => {
  const boxed = boxedBlocks(blocks);
  return figures.map(({ figure, caption }) => anchor(figure, caption, boxed));
};

const pageOf = (block: PageBlock): number => {
  if (block.role === 'scan') return block.page;
  return (block.role === 'table' ? block.rows[0]?.line : block.lines[0])?.page ?? 0;
};

/** The index of each line's block in the text. */
const placesOfLines = (flow: readonly PageBlock[]): ReadonlyMap<PrintedLine, number> =>
  new Map(
    flow.flatMap((block, at) => (block.role === 'scan' ? [] : linesOf(block).map((line) => [line, at]))),
  );

/** The index in `flow` before which a figure goes, never within a paragraph. */
const placeIn = (
  flow: readonly PageBlock[],
  { figure, line, side }: Anchored,
  places: ReadonlyMap<PrintedLine, number>,
): number => {
  const at = line === null ? undefined : places.get(line);
  const block = at === undefined ? undefined : flow[at];
  if (at === undefined || block === undefined || block.role === 'scan') {
    const next = flow.findIndex((each) => pageOf(each) > figure.figure.page);
    return next === -1 ? flow.length : next;
  }
  return side === 'before' && linesOf(block)[0] === line ? at : at + 1;
};

/** The blocks of a text with its figures in between. */
export const placeFigures = (
  flow: readonly PageBlock[],
  anchored: readonly Anchored[],
): readonly FlowBlock[] => {
  const places = placesOfLines(flow);
  const byPlace = new Map<number, FigureBlock[]>();
  for (const each of anchored) {
    const at = placeIn(flow, each, places);
    byPlace.set(at, [...(byPlace.get(at) ?? []), each.figure]);
  }
  return [...flow, null].flatMap((block, at) => [
    ...(byPlace.get(at) ?? []),
    ...(block === null ? [] : [block]),
  ]);
};
