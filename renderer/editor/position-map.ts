/**
 * Canonical offsets and ProseMirror positions of one document.
 *
 * Within a textblock both advance together: text counts UTF-16 units in both, and a hardBreak or a picture is one unit
 * in each. So the map needs one pair of numbers a textblock, and finds it by bisection.
 */

import type { Node } from '@tiptap/pm/model';
import type { TextRange } from '#domain/text/selector.ts';
import { countWhile } from '#domain/text/sequences/count-while.ts';

/** A textblock: its content in the document (`from` to `to`) and in the canonical text (`start` to `end`). */
export type MappedBlock = {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
};

export type PositionMap = {
  readonly blocks: readonly MappedBlock[];
  /** The length of the canonical text. */
  readonly length: number;
  /** The position of the canonical offset `offset`; an offset outside the text gives its nearest end. */
  toPosition(offset: number): number;
  /**
   * The canonical offset of `position`. Between textblocks, `side` says which one counts: the following one (the start
   * of a range) or the preceding one (the end of a range).
   */
  toOffset(position: number, side: 'start' | 'end'): number;
  /** The range of canonical text between two positions; null if there is none between them. */
  toRange(from: number, to: number): TextRange | null;
};

const blocksOf = (doc: Node): readonly MappedBlock[] => {
  const blocks: MappedBlock[] = [];
  let start = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const from = position + 1;
    blocks.push({ from, to: from + node.content.size, start, end: start + node.content.size });
    start += node.content.size + 1;
    return false;
  });
  return blocks;
};

/** Maps the positions of `doc`, once; a document of the reader never changes. */
export const mapPositions = (doc: Node): PositionMap => {
  const blocks = blocksOf(doc);
  const length = blocks.at(-1)?.end ?? 0;
  const toPosition = (offset: number): number => {
    const block = blocks[Math.max(0, countWhile(blocks, ({ start }) => start <= offset) - 1)];
    return block === undefined
      ? 0
      : Math.max(block.from, Math.min(block.to, block.from + offset - block.start));
  };
  const toOffset = (position: number, side: 'start' | 'end'): number => {
    const index = countWhile(blocks, ({ from }) => from <= position) - 1;
    const block = blocks[index];
    if (block !== undefined && position <= block.to) return block.start + position - block.from;
    return side === 'start' ? (blocks[index + 1]?.start ?? length) : (block?.end ?? 0);
  };
  return {
    blocks,
    length,
    toPosition,
    toOffset,
    toRange(from, to) {
      const start = toOffset(from, 'start');
      const end = toOffset(to, 'end');
      return start < end ? { start, end } : null;
    },
  };
};
