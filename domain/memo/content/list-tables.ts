import type { MemoContent, MemoTable } from '../memo-content.ts';
import { isEmptyBlock } from './is-empty-block.ts';

/** The tables that are printed and stand in no other block, in reading order: the first is table 1. */
export const listTables = (content: MemoContent): readonly MemoTable[] =>
  content.content.flatMap((section) =>
    section.content.flatMap((block) => (block.type === 'table' && !isEmptyBlock(block) ? block : [])),
  );
