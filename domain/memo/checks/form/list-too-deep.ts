import { MAX_LIST_LEVELS } from '../../document/flatten-list.ts';
import type { MemoBlock } from '../../memo-content.ts';
import type { Rule } from '../rule.ts';

const deepest = (blocks: readonly MemoBlock[]): number => Math.max(0, ...blocks.map(levelsOf));

/** How many lists stand within each other. */
const levelsOf = (block: MemoBlock): number => {
  switch (block.type) {
    case 'bulletList':
    case 'orderedList':
      return 1 + deepest(block.content.flatMap(({ content }) => content));
    case 'table':
      return deepest(block.content.flatMap(({ content }) => content.flatMap((cell) => cell.content)));
    default:
      return 0;
  }
};

/** A section with a list that is printed with fewer levels than it has: what is deeper stands in the last of them. */
export const listTooDeep: Rule = {
  level: 'warning',
  check: ({ memo }) =>
    memo.content.content
      .filter(({ content: blocks }) => deepest(blocks) > MAX_LIST_LEVELS)
      .map(({ attrs: { heading } }) => ({
        place: { kind: 'section', heading },
        message: `A list in “${heading}” has more than ${MAX_LIST_LEVELS} levels: what is deeper is printed in the last of them.`,
        subject: heading,
      })),
};
