import type { BlockNode } from '#domain/article/body/body.ts';

/** The headings below which everything up to the next one is left out: they head nothing. The title is none. */
export const emptySections = (
  blocks: readonly BlockNode[],
  leftOut: ReadonlySet<BlockNode>,
): readonly BlockNode[] =>
  blocks.filter((block, index) => {
    if (block.type !== 'heading' || block.attrs.level === 1) return false;
    const next = blocks.findIndex((other, at) => at > index && other.type === 'heading');
    const section = blocks.slice(index + 1, next === -1 ? undefined : next);
    return section.length > 0 && section.every((each) => leftOut.has(each));
  });
