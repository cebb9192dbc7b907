/**
 * What is drawn over the text is a list of layers, each of which draws one block at a time. A block is drawn again only
 * if a layer has changed over it, however much is drawn elsewhere.
 */

import type { TextRange } from '#domain/text/selector.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';
import type { MappedBlock, PositionMap } from '#renderer/editor/position-map.ts';

type Attributes = Readonly<Record<string, string>>;

/** One drawing: around text of the block (canonical offsets, within the block), or on the block itself. */
export type Drawing =
  | (TextRange & { readonly on: 'text'; readonly nodeName: 'mark' | 'span'; readonly attributes: Attributes })
  | { readonly on: 'block'; readonly attributes: Attributes };

/** A layer's drawings over one block. */
export type OverBlock = {
  /** Everything that decides the look; compared by value. Nothing else may affect the drawings. */
  readonly decidedBy: readonly unknown[];
  /** The drawings, outermost first where they overlap. */
  draw(): readonly Drawing[];
};

/** Null if the layer has nothing over the block. */
export type Layer = (block: MappedBlock) => OverBlock | null;

/** What is drawn over the text at one moment. */
export type Drawn = {
  /** The range of the text that is decorated: the visible part, and a screen on either side. */
  readonly window: TextRange;
  /** Outermost first. */
  readonly layers: readonly Layer[];
};

type Blocks = Pick<PositionMap, 'blocks'>;

/** The blocks that `range` touches, in order. */
export const blocksOver = ({ blocks }: Blocks, range: TextRange): readonly MappedBlock[] => {
  const found: MappedBlock[] = [];
  for (let at = countWhile(blocks, ({ end }) => end < range.start); at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.start >= range.end) break;
    if (block.end > range.start) found.push(block);
  }
  return found;
};

/** Those of `ranges` that touch a block, by block, in their order. */
export const byBlock = <Range extends TextRange>(
  map: Blocks,
  ranges: readonly Range[],
): ReadonlyMap<MappedBlock, readonly Range[]> => {
  const lists = new Map<MappedBlock, Range[]>();
  for (const range of ranges) {
    for (const block of blocksOver(map, range)) {
      const list = lists.get(block);
      if (list === undefined) lists.set(block, [range]);
      else list.push(range);
    }
  }
  return lists;
};

/** The part of `range` in `block`. */
export const within = (range: TextRange, block: TextRange): TextRange => ({
  start: Math.max(range.start, block.start),
  end: Math.min(range.end, block.end),
});

/** The drawings of `ranges` over a block that they all touch, each drawn separately. */
export const drawEach = <Range extends TextRange>(
  block: TextRange,
  ranges: readonly Range[],
  attributesOf: (range: Range) => Attributes,
): OverBlock | null => {
  if (ranges.length === 0) return null;
  const drawings = ranges.map((range) => ({ ...within(range, block), attributes: attributesOf(range) }));
  return {
    decidedBy: drawings.flatMap(({ start, end, attributes }) => [start, end, attributes]),
    draw: () => drawings.map((each) => ({ ...each, on: 'text', nodeName: 'span' })),
  };
};

/** A layer of ranges that are drawn separately: hits, a preview. */
export const rangeLayer = <Range extends TextRange>(
  map: Blocks,
  ranges: readonly Range[],
  attributesOf: (range: Range) => Attributes,
): Layer => {
  const lists = byBlock(map, ranges);
  return (block) => drawEach(block, lists.get(block) ?? [], attributesOf);
};
