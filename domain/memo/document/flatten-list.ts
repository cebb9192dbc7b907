import type { DocumentBlock, ListBlock } from '../memo-document.ts';

/** The maximum nesting of lists: a deeper one has no width left on paper. */
export const MAX_LIST_LEVELS = 20;

type Item = ListBlock['items'][number];

/** An item and all below it as items of one list, in their order. */
const flattenItem = (item: Item): readonly Item[] => {
  const own = item.filter(({ kind }) => kind !== 'list');
  const below = item.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(flattenItem) : []));
  return own.length === 0 ? below : [own, ...below];
};

const limitBlock = (block: DocumentBlock, levels: number): DocumentBlock =>
  block.kind === 'list' ? limitLevels(block, levels) : block;

/** The list with at most `levels` levels: deeper items become items of the last level. */
export const limitLevels = (list: ListBlock, levels = MAX_LIST_LEVELS): ListBlock => ({
  ...list,
  items:
    levels === 1
      ? list.items.flatMap(flattenItem)
      : list.items.map((item) => item.map((block) => limitBlock(block, levels - 1))),
});
