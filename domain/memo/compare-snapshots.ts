/**
 * Two states of a memo beside each other: block by block with the words that differ, and judgement by judgement with
 * likelihood and confidence then and now.
 */
import type { JudgementId } from '../ids.ts';
import { remembering } from '../remembering.ts';
import { alignKeys, gapsOf } from '../text/sequences/align-keys.ts';
import {
  compareWords,
  countWords,
  type Sides,
  shareOfWords,
  type WordRun,
} from '../text/sequences/compare-words.ts';
import type { Confidence } from '../tradecraft/confidence.ts';
import { isSameState } from './snapshot/judgements-of.ts';
import { type PlainBlock, plainDocument } from './snapshot/plain-document.ts';
import type { FrozenJudgement, Snapshot } from './snapshot/snapshot.ts';

/** One line of the comparison: a block of each side, or of one; null where a side has none. */
export type ComparedBlock = {
  readonly section: string | null;
  /** The former section of the block, where it was another section or had another heading. */
  readonly formerSection?: string | null;
  readonly old: readonly WordRun[] | null;
  readonly fresh: readonly WordRun[] | null;
};

/** A judgement then and now; null where one side does not make it. */
export type ComparedJudgement = {
  readonly id: JudgementId;
  readonly old: JudgementState | null;
  readonly fresh: JudgementState | null;
  readonly isChanged: boolean;
};
type JudgementState = {
  readonly number: number;
  readonly statement: string;
  readonly likelihood: string | null;
  readonly confidence: Confidence | null;
};

export type MemoComparison = {
  readonly judgements: readonly ComparedJudgement[];
  /** Only what differs: blocks that are the same on both sides are counted, not listed. */
  readonly blocks: readonly ComparedBlock[];
  readonly sameBlocks: number;
  /** Those that are the same, where they stand. */
  readonly same: readonly SameBlocks[];
};

/** Adjacent blocks that are the same on both sides, before the differing block with the index `at`. */
export type SameBlocks = { readonly at: number; readonly blocks: readonly PlainBlock[] };

type Compared = Pick<Snapshot, 'document' | 'judgements'>;

const stateOf = (judgement: FrozenJudgement | undefined): JudgementState | null => {
  if (judgement === undefined) return null;
  const { number, statement, likelihood, confidence } = judgement;
  return { number, statement, likelihood, confidence };
};

const isSame = (old: FrozenJudgement | undefined, fresh: FrozenJudgement | undefined): boolean =>
  old !== undefined && fresh !== undefined && old.statement === fresh.statement && isSameState(old, fresh);

const compareJudgements = (old: Compared, fresh: Compared): readonly ComparedJudgement[] => {
  const ids = new Set([...fresh.judgements, ...old.judgements].map(({ id }) => id));
  return [...ids].map((id) => {
    const [then, now] = [old, fresh].map(({ judgements }) => judgements.find((each) => each.id === id));
    return { id, old: stateOf(then), fresh: stateOf(now), isChanged: !isSame(then, now) };
  });
};

const whole = (text: string): readonly WordRun[] => [{ text, isShared: false }];

/** The share of the longer text that both have, from which a block counts as the same one in another section. */
const MIN_SHARED = 0.5;
/** With more pairs than this to compare, a text counts as rewritten, and each block is listed on its own side. */
const MAX_PAIRS = 2500;

/** The index of a block's pair among the remaining ones; -1 where there is none. */
type FindPair = (left: readonly PlainBlock[], fresh: PlainBlock) => number;

const findInSection: FindPair = (left, { section }) => left.findIndex((each) => each.section === section);

const isMostlyShared = ({ text }: PlainBlock, fresh: PlainBlock): boolean => {
  const shared = compareWords(text, fresh.text).fresh.filter(({ isShared }) => isShared);
  const length = shared.reduce((sum, run) => sum + run.text.length, 0);
  return length > MIN_SHARED * Math.max(text.length, fresh.text.length);
};

/** Finds the block whose words are most nearly those of another, where it says mostly the same. */
const findNearest = (): FindPair => {
  const words = remembering(({ text }: PlainBlock) => countWords(text));
  return (left, fresh) => {
    const shares = left.map((each) => shareOfWords(words(each), words(fresh)));
    const at = shares.indexOf(Math.max(...shares));
    const nearest = left[at];
    return nearest !== undefined && isMostlyShared(nearest, fresh) ? at : -1;
  };
};

/** Takes out of `left` the pair of each block of `fresh` that has none yet. */
const pairUp = (
  pairs: Map<PlainBlock, PlainBlock>,
  left: PlainBlock[],
  fresh: readonly PlainBlock[],
  find: FindPair,
): void => {
  for (const block of fresh.filter((each) => !pairs.has(each))) {
    const at = find(left, block);
    const [pair] = at === -1 ? [] : left.splice(at, 1);
    if (pair !== undefined) pairs.set(block, pair);
  }
};

const compareBlock = (then: PlainBlock | undefined, { section, text }: PlainBlock): ComparedBlock => {
  if (then === undefined) return { section, old: null, fresh: whole(text) };
  const former = then.section === section ? {} : { formerSection: then.section };
  return { section, ...former, ...compareWords(then.text, text) };
};

/**
 * Blocks of one side between two that both sides have: those of the same section are compared in order, then those
 * of other sections that are mostly the same, since a heading may have been rewritten.
 */
const compareGap = (old: readonly PlainBlock[], fresh: readonly PlainBlock[]): readonly ComparedBlock[] => {
  const left = [...old];
  const pairs = new Map<PlainBlock, PlainBlock>();
  pairUp(pairs, left, fresh, findInSection);
  if (left.length * (fresh.length - pairs.size) <= MAX_PAIRS) pairUp(pairs, left, fresh, findNearest());
  const gone = left.map(({ section, text }) => ({ section, old: whole(text), fresh: null }));
  return [...gone, ...fresh.map((block) => compareBlock(pairs.get(block), block))];
};

const compareBlocks = ({ old, fresh }: Sides<readonly PlainBlock[]>): Omit<MemoComparison, 'judgements'> => {
  const key = ({ section, text }: PlainBlock): string => `${section ?? ''}\u0000${text}`;
  const matched = alignKeys(old.map(key), fresh.map(key));
  const blocks: ComparedBlock[] = [];
  const same: SameBlocks[] = [];
  let until = 0;
  const addSame = (to: number): void => {
    if (to > until) same.push({ at: blocks.length, blocks: fresh.slice(until, to) });
  };
  for (const { from, to, freshFrom, freshTo } of gapsOf(matched, fresh.length)) {
    addSame(freshFrom);
    blocks.push(...compareGap(old.slice(from, to), fresh.slice(freshFrom, freshTo)));
    until = freshTo;
  }
  addSame(fresh.length);
  return { blocks, same, sameBlocks: matched.filter((to) => to !== -1).length };
};

/** What differs between two texts that name no judgements. */
export const compareTexts = (old: readonly PlainBlock[], fresh: readonly PlainBlock[]): MemoComparison => ({
  judgements: [],
  ...compareBlocks({ old, fresh }),
});

/** What differs between `old` and `fresh`. */
export const compareSnapshots = (old: Compared, fresh: Compared): MemoComparison => ({
  judgements: compareJudgements(old, fresh),
  ...compareBlocks({ old: plainDocument(old.document), fresh: plainDocument(fresh.document) }),
});
