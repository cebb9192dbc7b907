import type { TextRange } from '../../text/selector.ts';

/** How far, in UTF-16 units, two texts are the same before and after two places; at most AGREEMENT_REACH each. */
export type Agreement = { readonly before: number; readonly after: number };

export const AGREEMENT_REACH = 240;
/** So little more on one side is chance: a space, the end of a sentence, a letter that happens to be the same. */
const CHANCE = 2;

/** How many characters agree, going `step` by step from `at` and from `there`. */
const agreeing = (old: string, at: number, fresh: string, there: number, step: 1 | -1): number => {
  for (let length = 0; length < AGREEMENT_REACH; length += 1) {
    const own = old.charCodeAt(at + step * length);
    const its = fresh.charCodeAt(there + step * length);
    // Beyond a text there is NaN, which is never the same: that both end here says little.
    if (own !== its) return length;
  }
  return AGREEMENT_REACH;
};

/** How far `old` around `range` and `fresh` around `place` agree. */
export const agreementOf = (old: string, range: TextRange, fresh: string, place: TextRange): Agreement => ({
  before: agreeing(old, range.start - 1, fresh, place.start - 1, -1),
  after: agreeing(old, range.end, fresh, place.end, 1),
});

export const totalOf = ({ before, after }: Agreement): number => before + after;

/** So many times more, and so many characters, is no contest on whichever side it stands. */
const FAR_MORE = { times: 3, characters: 16 };

/** Whether `a` is at least as good on both sides and clearly better on the whole, or far better on the whole. */
export const dominates = (a: Agreement, b: Agreement): boolean => {
  const isAsGood = a.before >= b.before - CHANCE && a.after >= b.after - CHANCE;
  if (isAsGood && totalOf(a) > totalOf(b) + 2 * CHANCE) return true;
  return totalOf(a) >= FAR_MORE.times * totalOf(b) + FAR_MORE.characters;
};
