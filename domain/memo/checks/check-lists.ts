import { MAX_LIST_LEVELS } from '../document/flatten-list.ts';
import type { Memo } from '../memo.ts';
import type { MemoBlock } from '../memo-content.ts';
import type { MemoProblem } from './memo-problem.ts';

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

/** Sections with a list that is printed with fewer levels than it has. */
export const checkLists = ({ content }: Memo): readonly MemoProblem[] =>
  content.content
    .filter(({ content: blocks }) => deepest(blocks) > MAX_LIST_LEVELS)
    .map(({ attrs }) => ({ severity: 'should', kind: 'list-too-deep', heading: attrs.heading }));
