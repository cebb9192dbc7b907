/**
 * Pairs each block of the old text with the same block of the new one. Long blocks that occur exactly once in each
 * text are paired regardless of order: those that kept their order form the frame of the alignment, the others
 * have moved. The unpaired blocks between two blocks of the frame form a gap.
 */
import type { Steps } from '../steps.ts';
import { longestInOrder, type Pair, uniquePairs } from '../text/sequences/unique-pairs.ts';
import { foldedTypography } from './folded-typography.ts';

/** A shorter block that occurs once in each text may be a different one that merely reads the same. */
const MIN_FRAME_LENGTH = 32;
/** A block that moved alone must be so long; of several that moved together each may be shorter. */
const MIN_MOVED_LENGTH = 80;

/** Blocks of both texts, from and to (excluded), between two blocks of the frame. */
export type BlockGap = {
  readonly old: readonly [from: number, to: number];
  readonly fresh: readonly [from: number, to: number];
};

export type BlockAlignment = {
  /** For each old block the index of the new block that it certainly is; -1 where that is not known. */
  readonly newOf: Int32Array;
  /** For each old block the index in `gaps` of the gap that contains it; -1 for a block of the frame. */
  readonly gapOf: Int32Array;
  readonly gaps: readonly BlockGap[];
  /** New blocks that an old one of another place has become. */
  readonly isMovedTo: ReadonlySet<number>;
};

/** Keys of a step: some two milliseconds. */
const KEYS_A_STEP = 1024;

/** A sentence, or a line without sentences, excluding the white space around it. UTF-16. */
export type Block = {
  readonly start: number;
  readonly end: number;
  /** The block's words with typography folded: blocks with equal keys have the same words. */
  readonly key: string;
};

/** The end of a sentence or of a line. A sentence cut too soon does no harm: both texts are cut alike. */
const blockEnd = /[.!?…][”’"'»)\]]*\s+|[。！？؟۔।]+[”’"'»)\]」』]*|\n/gu;

/** Blocks of a step: some two milliseconds. */
const BLOCKS_A_STEP = 256;

const blockIn = (text: string, from: number, to: number): Block | null => {
  const raw = text.slice(from, to);
  const words = raw.trim();
  if (words === '') return null;
  const start = from + raw.indexOf(words);
  return { start, end: start + words.length, key: foldedTypography(words) };
};

/** The blocks of `text`, in order. Linear. */
export function* splitBlocks(text: string): Steps<readonly Block[]> {
  const blocks: Block[] = [];
  let from = 0;
  for (const { 0: end, index } of text.matchAll(blockEnd)) {
    const block = blockIn(text, from, index + end.length);
    from = index + end.length;
    if (block === null) continue;
    blocks.push(block);
    if (blocks.length % BLOCKS_A_STEP === 0) yield;
  }
  const last = blockIn(text, from, text.length);
  return last === null ? blocks : [...blocks, last];
}

function* numberKeys(blocks: readonly Block[], numbers: Map<string, number>): Steps<Int32Array> {
  const keys = new Int32Array(blocks.length);
  for (const [at, { key }] of blocks.entries()) {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    keys[at] = number;
    if (at % KEYS_A_STEP === 0) yield;
  }
  return keys;
}

const lengthOf = (blocks: readonly Block[], at: number): number => blocks[at]?.key.length ?? 0;

/** Of the pairs that are not in order, those that are long enough, alone or with their neighbours, to have moved. */
const movedOf = (
  old: readonly Block[],
  pairs: readonly Pair[],
  frame: ReadonlySet<Pair>,
): readonly Pair[] => {
  const moved: Pair[] = [];
  let run: Pair[] = [];
  const close = (): void => {
    if (run.reduce((sum, { old: at }) => sum + lengthOf(old, at), 0) >= MIN_MOVED_LENGTH) moved.push(...run);
    run = [];
  };
  for (const pair of pairs) {
    const last = run.at(-1);
    const follows = last !== undefined && pair.old === last.old + 1 && pair.fresh === last.fresh + 1;
    if (!follows) close();
    if (!frame.has(pair)) run.push(pair);
  }
  close();
  return moved;
};

/** The gaps between the frame's pairs, and for each old block the gap that contains it. */
const gapsOf = (oldCount: number, freshCount: number, frame: readonly Pair[]) => {
  const gapOf = new Int32Array(oldCount).fill(-1);
  const gaps: BlockGap[] = [];
  let from = 0;
  let freshFrom = 0;
  for (const pair of [...frame, { old: oldCount, fresh: freshCount }]) {
    if (pair.old > from) {
      gapOf.fill(gaps.length, from, pair.old);
      gaps.push({ old: [from, pair.old], fresh: [freshFrom, pair.fresh] });
    }
    from = pair.old + 1;
    freshFrom = pair.fresh + 1;
  }
  return { gapOf, gaps };
};

/** Aligns the blocks of two texts. Linear, but for a sort. */
export function* alignBlocks(old: readonly Block[], fresh: readonly Block[]): Steps<BlockAlignment> {
  const numbers = new Map<string, number>();
  const oldKeys = yield* numberKeys(old, numbers);
  const freshKeys = yield* numberKeys(fresh, numbers);
  const unique = uniquePairs(
    oldKeys,
    freshKeys,
    { from: 0, to: old.length },
    { from: 0, to: fresh.length },
  ).filter((pair) => lengthOf(old, pair.old) >= MIN_FRAME_LENGTH);
  yield;
  const frame = longestInOrder(unique);
  yield;
  const moved = movedOf(old, unique, new Set(frame));
  const newOf = new Int32Array(old.length).fill(-1);
  for (const pair of [...frame, ...moved]) newOf[pair.old] = pair.fresh;
  return {
    newOf,
    ...gapsOf(old.length, fresh.length, frame),
    isMovedTo: new Set(moved.map((pair) => pair.fresh)),
  };
}
