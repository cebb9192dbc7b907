/**
 * Pairs each paragraph of a reviewed file with one of the file that was sent: the one whose name it still has,
 * otherwise the one with the same words, otherwise the nearest between two known ones.
 */
import { alignKeys, gapsOf } from '../../../text/sequences/align-keys.ts';
import { countWords, shareOfWords } from '../../../text/sequences/compare-words.ts';
import { longestInOrder } from '../../../text/sequences/unique-pairs.ts';
import type { BaseParagraph } from './base-text.ts';
import type { BeforeParagraph } from './before-changes.ts';
import { isFurniture } from './reviewed-file.ts';

/** So much of the longer one, in letters, is no chance. */
const MIN_SHARE = 0.5;
/** Pairs that are compared in one gap; in a longer one, names and equal words have to do. */
const MAX_COMPARED = 40_000;

export const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim();

type Pairing = { readonly baseOf: Int32Array; readonly isTaken: Uint8Array };

const pair = ({ baseOf, isTaken }: Pairing, before: number, base: number): void => {
  baseOf[before] = base;
  isTaken[base] = 1;
};

/** The places of what has no partner. */
const leftOf = (taken: ArrayLike<number>, free: number): readonly number[] =>
  Array.from(taken)
    .map((value, at) => (value === free ? at : -1))
    .filter((at) => at !== -1);

/** One of several with a name is it whose words are the same. */
const byName = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  pairing: Pairing,
  isEqual: (base: BaseParagraph, before: BeforeParagraph) => boolean,
): void => {
  const named = new Map(base.flatMap(({ names }, at) => names.map((name) => [name, at] as const)));
  const isIt = (paragraph: BeforeParagraph, at: number): boolean => {
    const known = base[at];
    return known !== undefined && pairing.isTaken[at] !== 1 && isEqual(known, paragraph);
  };
  for (const at of leftOf(pairing.baseOf, -1)) {
    const paragraph = before[at];
    const places = (paragraph?.names ?? []).flatMap((name) => named.get(name) ?? []);
    const found = places.find((place) => paragraph !== undefined && isIt(paragraph, place));
    if (found !== undefined) pair(pairing, at, found);
  }
};

const bySameWords = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  pairing: Pairing,
): void => {
  const freeBase = leftOf(pairing.isTaken, 0).filter((at) => folded(base[at]?.text ?? '') !== '');
  const freeBefore = leftOf(pairing.baseOf, -1).filter((at) => folded(before[at]?.text ?? '') !== '');
  const key = (part: string, text: string): string => `${part} ${folded(text)}`;
  const matched = alignKeys(
    freeBase.map((at) => key(base[at]?.part ?? '', base[at]?.text ?? '')),
    freeBefore.map((at) => key(before[at]?.part ?? '', before[at]?.text ?? '')),
  );
  matched.forEach((there, at) => {
    if (there !== -1) pair(pairing, freeBefore[there] ?? 0, freeBase[at] ?? 0);
  });
};

/** A paragraph that has moved is in both files, out of order. */
const bySameWordsAnywhere = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  pairing: Pairing,
): void => {
  const keyOf = (paragraph: BaseParagraph | BeforeParagraph | undefined): string =>
    `${paragraph?.part ?? ''} ${folded(paragraph?.text ?? '')}`;
  const places = new Map<string, number[]>();
  for (const at of leftOf(pairing.isTaken, 0))
    places.set(keyOf(base[at]), [...(places.get(keyOf(base[at])) ?? []), at]);
  for (const at of leftOf(pairing.baseOf, -1)) {
    const found = places.get(keyOf(before[at]))?.shift();
    if (found !== undefined && folded(before[at]?.text ?? '') !== '') pair(pairing, at, found);
  }
};

type Near = { readonly at: number; readonly there: number; readonly share: number };

/** The pairs of a gap that are near each other. */
const nearIn = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  freeBefore: readonly number[],
  freeBase: readonly number[],
  least = MIN_SHARE,
): readonly Near[] => {
  if (freeBefore.length * freeBase.length > MAX_COMPARED) return [];
  const counted = freeBase.map((there) => countWords(base[there]?.text ?? ''));
  return freeBefore.flatMap((at) => {
    const words = countWords(before[at]?.text ?? '');
    return freeBase.flatMap((there, index): Near[] => {
      const known = counted[index];
      if (known === undefined || base[there]?.part !== before[at]?.part) return [];
      const share = shareOfWords(known, words);
      return share >= least ? [{ at, there, share }] : [];
    });
  });
};

/** In each gap between two that are known, the nearest by their words, best first. */
const byNearness = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  pairing: Pairing,
): void => {
  const known = Array.from(pairing.baseOf, (fresh, old) => ({ old, fresh })).filter(
    ({ fresh }) => fresh !== -1,
  );
  const matched = new Int32Array(before.length).fill(-1);
  for (const { old, fresh } of longestInOrder(known)) matched[old] = fresh;
  const freeBefore = leftOf(pairing.baseOf, -1);
  const freeBase = leftOf(pairing.isTaken, 0);
  for (const { from, to, freshFrom, freshTo } of gapsOf(matched, base.length)) {
    const near = nearIn(
      base,
      before,
      freeBefore.filter((at) => at >= from && at < to),
      freeBase.filter((at) => at >= freshFrom && at < freshTo),
    );
    for (const { at, there } of near.toSorted((a, b) => b.share - a.share))
      if (pairing.baseOf[at] === -1 && pairing.isTaken[there] !== 1) pair(pairing, at, there);
  }
};

/** Headers and footers are few, and in any order: each is paired with the nearest remaining one. */
const byFurniture = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
  pairing: Pairing,
): void => {
  const free = (taken: ArrayLike<number>, none: number, of: readonly Pick<BaseParagraph, 'part'>[]) =>
    leftOf(taken, none).filter((at) => of[at] !== undefined && isFurniture(of[at]));
  const left = free(pairing.baseOf, -1, before);
  const near = nearIn(base, before, left, free(pairing.isTaken, 0, base), MIN_SHARE / 2);
  for (const { at, there } of near.toSorted((a, b) => b.share - a.share))
    if (pairing.baseOf[at] === -1 && pairing.isTaken[there] !== 1) pair(pairing, at, there);
};

/** For each paragraph of a reviewed file, before its tracked changes, that of the file that went out; -1 for none. */
export const alignReviewed = (
  base: readonly BaseParagraph[],
  before: readonly BeforeParagraph[],
): Int32Array => {
  const pairing = {
    baseOf: new Int32Array(before.length).fill(-1),
    isTaken: new Uint8Array(base.length),
  };
  byName(base, before, pairing, (known, { text }) => folded(known.text) === folded(text));
  bySameWords(base, before, pairing);
  bySameWordsAnywhere(base, before, pairing);
  byName(base, before, pairing, (known, { text }) => near(known.text, text));
  byNearness(base, before, pairing);
  byName(base, before, pairing, (_, { text }) => folded(text) !== '');
  byFurniture(base, before, pairing);
  return pairing.baseOf;
};

const near = (one: string, other: string): boolean =>
  shareOfWords(countWords(one), countWords(other)) >= MIN_SHARE / 2;
