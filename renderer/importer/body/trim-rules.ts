import type { BlockNode } from '#domain/article/body/body.ts';

/** Lines between parts of a text, not before its first or behind its last. */
export const trimRules = (blocks: readonly BlockNode[]): BlockNode[] => {
  const isRule = (block: BlockNode | undefined): boolean => block?.type === 'horizontalRule';
  const first = blocks.findIndex((block) => !isRule(block));
  const last = blocks.findLastIndex((block) => !isRule(block));
  return blocks.slice(first, last + 1).filter((block, at, all) => !(isRule(block) && isRule(all[at - 1])));
};
