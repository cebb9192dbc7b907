import type { MemoBlock, MemoContent, MemoJudgement } from '../memo-content.ts';
import { isEmptyBlock } from './is-empty-block.ts';

const judgementsOf = (block: MemoBlock): readonly MemoJudgement[] => {
  switch (block.type) {
    case 'judgement':
      return [block];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(judgementsOf));
    default:
      return [];
  }
};

/** The judgements with a statement, in reading order: the first is printed as 1. */
export const listJudgements = (content: MemoContent): readonly MemoJudgement[] =>
  content.content
    .flatMap((section) => section.content.flatMap(judgementsOf))
    .filter((judgement) => !isEmptyBlock(judgement));
