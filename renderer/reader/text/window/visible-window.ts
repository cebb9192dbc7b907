import type { TextRange } from '#domain/text/selector.ts';
import { countIndices } from '#domain/text/sequences/count-while.ts';
import type { PreparedArticle } from '../prepare-article.ts';

/** What the window measures: a list of blocks, each with its top and bottom in one frame. */
export type BlockBoxes = {
  readonly count: number;
  top(index: number): number;
  bottom(index: number): number;
};

/** The first and last of the blocks that lie between `top` and `bottom`; the last is excluded. */
export const blocksBetween = (
  boxes: BlockBoxes,
  top: number,
  bottom: number,
): { readonly first: number; readonly afterLast: number } => ({
  first: countIndices(boxes.count, (index) => boxes.bottom(index) <= top),
  afterLast: countIndices(boxes.count, (index) => boxes.top(index) < bottom),
});

/** The canonical text of the blocks of the top level from `first` up to `afterLast`. */
export const textOfBlocks = (
  { blockPositions, map, doc }: Pick<PreparedArticle, 'blockPositions' | 'map' | 'doc'>,
  { first, afterLast }: { readonly first: number; readonly afterLast: number },
): TextRange => {
  const from = blockPositions[first] ?? doc.content.size;
  const to = blockPositions[afterLast] ?? doc.content.size;
  const start = map.toOffset(from, 'start');
  return { start, end: Math.max(start, map.toOffset(to, 'end')) };
};

/** The blocks of an element as boxes, measured only where they are asked for. */
export const boxesOf = (element: HTMLElement): BlockBoxes => {
  const boxAt = (index: number) => element.children[index]?.getBoundingClientRect();
  return {
    count: element.children.length,
    top: (index) => boxAt(index)?.top ?? 0,
    bottom: (index) => boxAt(index)?.bottom ?? 0,
  };
};
