/**
 * Locates the words of one text in another text that was made from it. Blocks are aligned first; the words between
 * the blocks that stayed are aligned only when a caller asks for them. An article that was changed in three places
 * therefore costs three small comparisons, and a rewritten one costs only the parts that are asked for.
 */
import type { Steps } from '../steps.ts';
import type { TextRange } from '../text/selector.ts';
import { alignKeys } from '../text/sequences/align-keys.ts';
import { countWhile } from '../text/sequences/count-while.ts';
import type { TextIndex } from '../text/text-index.ts';
import { alignBlocks, type Block, type BlockAlignment, splitBlocks } from './align-blocks.ts';
import { foldedTypography } from './folded-typography.ts';

/** Words of the old text, and the same words in the new one; their typography may differ. */
export type Piece = {
  readonly old: TextRange;
  readonly fresh: TextRange;
  /**
   * Whether the piece belongs to a block that occurs once in each text and is long enough to be identified by
   * that.
   */
  readonly isSure: boolean;
};

export type Alignment = {
  readonly old: TextIndex;
  readonly fresh: TextIndex;
  /**
   * The pieces of the old text inside `range`, clipped to it where they are verbatim; in the order of the old
   * text.
   */
  readonly piecesIn: (range: TextRange) => readonly Piece[];
  /** The whole sentences (or lines without sentences) of one of the texts that `range` touches. */
  readonly sentencesOf: (side: 'old' | 'fresh', range: TextRange) => TextRange;
  /** All sentences (or lines without sentences) of each text, in order. */
  readonly blocks: Readonly<Record<'old' | 'fresh', readonly Block[]>>;
};

/** A gap longer than this on one side, in UTF-16 units, counts as rewritten: nothing in it is aligned. */
const MAX_IN_A_GAP = 60_000;

type Side = { readonly text: string; readonly blocks: readonly Block[] };

function* sideOf({ text }: TextIndex): Steps<Side> {
  return { text, blocks: yield* splitBlocks(text) };
}

/** A word, a number's run of digits, or any other character that is seen. UTF-16. */
type Token = { readonly start: number; readonly end: number; readonly key: string };

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const token = new RegExp(`(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060])+|\\S`, 'gu');

/** The tokens of `text` from `start` to `end`, in order; their keys are in folded typography. */
const splitTokens = (text: string, start: number, end: number): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.slice(start, end).matchAll(token)) {
    tokens.push({ start: start + index, end: start + index + found.length, key: foldedTypography(found) });
  }
  return tokens;
};

const pairTokens = (old: readonly Token[], fresh: readonly Token[], isSure: boolean): readonly Piece[] => {
  const keyOf = ({ key }: Token): string => key;
  const matched = alignKeys(old.map(keyOf), fresh.map(keyOf));
  return old.flatMap((token, at) => {
    const there = fresh[matched[at] ?? -1];
    return there === undefined
      ? []
      : [
          {
            old: { start: token.start, end: token.end },
            fresh: { start: there.start, end: there.end },
            isSure,
          },
        ];
  });
};

const blocksBetween = (
  { blocks }: Side,
  [from, to]: readonly [number, number],
  isLeftOut: (at: number) => boolean,
): readonly Block[] => blocks.slice(from, to).filter((_, at) => !isLeftOut(from + at));

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { start, end }) => sum + end - start, 0);

const tokensOf = (text: string, blocks: readonly Block[]): readonly Token[] =>
  blocks.flatMap(({ start, end }) => splitTokens(text, start, end));

/** The pieces of a gap: the words in it that both sides have. Blocks that moved into or out of it are no part of it. */
const alignGap = (
  old: Side,
  fresh: Side,
  { gaps, newOf, isMovedTo }: BlockAlignment,
  number: number,
): readonly Piece[] => {
  const gap = gaps[number];
  if (gap === undefined) return [];
  const olds = blocksBetween(old, gap.old, (at) => (newOf[at] ?? -1) !== -1);
  const freshes = blocksBetween(fresh, gap.fresh, (at) => isMovedTo.has(at));
  if (lengthOf(olds) > MAX_IN_A_GAP || lengthOf(freshes) > MAX_IN_A_GAP) return [];
  return pairTokens(tokensOf(old.text, olds), tokensOf(fresh.text, freshes), false);
};

/** The pieces of a block whose place is known: the block itself where it is verbatim, otherwise its words. */
const alignBlock = (old: Side, fresh: Side, block: Block, there: Block): readonly Piece[] => {
  const isVerbatim = old.text.slice(block.start, block.end) === fresh.text.slice(there.start, there.end);
  if (isVerbatim) {
    const whole = { start: block.start, end: block.end };
    return [{ old: whole, fresh: { start: there.start, end: there.end }, isSure: true }];
  }
  return pairTokens(tokensOf(old.text, [block]), tokensOf(fresh.text, [there]), true);
};

/** A piece cut to `range`: to the character where it is verbatim, which pieces of the same length are. */
const clip = (piece: Piece, { start, end }: TextRange): Piece => {
  const { old, fresh } = piece;
  if (start <= old.start && end >= old.end) return piece;
  if (old.end - old.start !== fresh.end - fresh.start) return piece;
  const cutStart = Math.max(0, start - old.start);
  const cutEnd = Math.max(0, old.end - end);
  return {
    ...piece,
    old: { start: old.start + cutStart, end: old.end - cutEnd },
    fresh: { start: fresh.start + cutStart, end: fresh.end - cutEnd },
  };
};

const piecesWithin = (pieces: readonly Piece[], range: TextRange): readonly Piece[] => {
  const found: Piece[] = [];
  for (let at = countWhile(pieces, ({ old }) => old.end <= range.start); at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || piece.old.start >= range.end) break;
    found.push(clip(piece, range));
  }
  return found;
};

/** The blocks that `range` is about: from, and to (excluded). */
const blocksIn = ({ blocks }: Side, range: TextRange): readonly [from: number, to: number] => [
  countWhile(blocks, ({ end }) => end <= range.start),
  countWhile(blocks, ({ end }) => end < range.end) + 1,
];

const wholeBlocks = (side: Side, range: TextRange): TextRange => {
  const [from, to] = blocksIn(side, range);
  const { blocks } = side;
  return {
    start: Math.min(range.start, blocks[from]?.start ?? range.start),
    end: Math.max(range.end, blocks[Math.min(to, blocks.length) - 1]?.end ?? range.end),
  };
};

/** A function that answers what it answered before, by number. */
const once = <Made>(make: (number: number) => Made): ((number: number) => Made) => {
  const made = new Map<number, Made>();
  return (number) => {
    const known = made.get(number);
    if (known !== undefined) return known;
    const answer = make(number);
    made.set(number, answer);
    return answer;
  };
};

/**
 * Aligns two texts. The first pass is linear; each gap between blocks that stayed is compared when it is first
 * asked for.
 */
export function* alignTexts(old: TextIndex, fresh: TextIndex): Steps<Alignment> {
  const before = yield* sideOf(old);
  const after = yield* sideOf(fresh);
  const aligned = yield* alignBlocks(before.blocks, after.blocks);
  const piecesOfGap = once((number) => alignGap(before, after, aligned, number));
  const piecesOfBlock = once((at) => {
    const block = before.blocks[at];
    const there = after.blocks[aligned.newOf[at] ?? -1];
    return block === undefined || there === undefined ? [] : alignBlock(before, after, block, there);
  });
  const piecesOf = (at: number): readonly Piece[] =>
    (aligned.newOf[at] ?? -1) === -1 ? piecesOfGap(aligned.gapOf[at] ?? -1) : piecesOfBlock(at);
  const piecesIn = (range: TextRange): readonly Piece[] => {
    const [from, to] = blocksIn(before, range);
    return before.blocks.slice(from, to).flatMap((block, at) => {
      const inBlock = { start: Math.max(range.start, block.start), end: Math.min(range.end, block.end) };
      return inBlock.start < inBlock.end ? piecesWithin(piecesOf(from + at), inBlock) : [];
    });
  };
  const sentencesOf: Alignment['sentencesOf'] = (side, range) =>
    wholeBlocks(side === 'old' ? before : after, range);
  const blocks = { old: before.blocks, fresh: after.blocks };
  return { old, fresh, piecesIn, sentencesOf, blocks };
}
