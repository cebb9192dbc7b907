/**
 * Whether another place might be meant as well. The words of a passage stand at `place`; they may stand elsewhere in
 * the new text, or have stood elsewhere in the old one. Such a rival counts unless the alignment says whose it is or
 * the text around it agrees less on either side. A copy that stood nowhere before so never wins over the original, and
 * of two that stand side by side none is chosen.
 */
import type { TextRange } from '../../text/selector.ts';
import { type Agreement, agreementOf, dominates, totalOf } from './agreement.ts';
import { isNear, supportOf } from './support.ts';
import type { VersionPair } from './version-pair.ts';

/** A quote that stands more often than this on one side is contested: nobody could tell the places apart. */
const MAX_RIVALS = 300;
/** The share of what stood around the passage that must have stayed around its place for the alignment to decide. */
const MIN_SUPPORT = 0.5;

const isSame = (a: TextRange, b: TextRange): boolean => a.start === b.start;

type Contest = {
  readonly pair: VersionPair;
  readonly range: TextRange;
  readonly place: TextRange;
  readonly own: Agreement;
  readonly agree: (range: TextRange, place: TextRange) => Agreement;
};

/** Whether a rival in the new text is another passage's, by the alignment and by what stands around it. */
const isTaken = ({ pair, range, agree }: Contest, rival: TextRange, olds: readonly TextRange[]): boolean =>
  olds.some((other) => {
    if (isSame(other, range)) return false;
    const { whole } = pair.imageOf(other);
    return (
      whole !== null && isSame(whole, rival) && totalOf(agree(other, rival)) >= totalOf(agree(range, rival))
    );
  });

const isRival = (contest: Contest, rival: TextRange, olds: readonly TextRange[]): boolean => {
  const { pair, range, place, own, agree } = contest;
  const other = agree(range, rival);
  if (isSame(rival, place) || dominates(own, other) || isTaken(contest, rival, olds)) return false;
  if (isNear(rival, place) || dominates(other, own)) return true;
  return supportOf(pair, range, place) < MIN_SUPPORT;
};

/** Whether the place may be what became of another occurrence in the old text. */
const isOldRival = ({ pair, range, place, own, agree }: Contest, other: TextRange): boolean => {
  const its = agree(other, place);
  if (isSame(other, range) || dominates(own, its)) return false;
  const { whole } = pair.imageOf(other);
  const hasAnother = whole !== null && !isSame(whole, place);
  return !(hasAnother && totalOf(agree(other, whole)) >= totalOf(its));
};

/** Whether the words of `range` of the old text, which stand at `place` of the new one, might be meant elsewhere. */
export const isContested = (pair: VersionPair, range: TextRange, place: TextRange): boolean => {
  const quote = pair.old.text.slice(range.start, range.end);
  const [olds, freshes] = [pair.placesIn('old', quote), pair.placesIn('fresh', quote)];
  if (olds.length === 1 && freshes.length === 1) return false;
  if (olds.length > MAX_RIVALS || freshes.length > MAX_RIVALS) return true;
  const agree = (of: TextRange, at: TextRange): Agreement =>
    agreementOf(pair.old.text, of, pair.fresh.text, at);
  const contest = { pair, range, place, own: agree(range, place), agree };
  return (
    freshes.some((rival) => isRival(contest, rival, olds)) || olds.some((other) => isOldRival(contest, other))
  );
};
