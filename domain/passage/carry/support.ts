import type { TextRange } from '../../text/selector.ts';
import { AGREEMENT_REACH } from './agreement.ts';
import type { VersionPair } from './version-pair.ts';

/** Whether two ranges of one text stand about as close together as what is looked at around a passage. */
export const isNear = (a: TextRange, b: TextRange): boolean =>
  a.start < b.end + 2 * AGREEMENT_REACH && b.start < a.end + 2 * AGREEMENT_REACH;

const sizeOf = ({ start, end }: TextRange): number => end - start;

/** White space is no piece of an alignment: about a sixth of a text. */
const SPACE_SHARE = 1 / 6;

/** The share of `around` in the old text, `range` itself left out, that stands near `place` in the new one; 0 to 1. */
export const keptAround = (
  pair: VersionPair,
  { around, range, place }: Readonly<Record<'around' | 'range' | 'place', TextRange>>,
): number => {
  const kept = pair
    .piecesIn(around)
    .filter(({ old, fresh }) => isNear(fresh, place) && (old.end <= range.start || old.start >= range.end))
    .reduce((sum, { old }) => sum + sizeOf(old), 0);
  const inside = pair
    .piecesIn(around)
    .filter(({ old, fresh }) => isNear(fresh, place) && old.start < range.end && old.end > range.start)
    .reduce(
      (sum, { old }) => sum + Math.max(0, range.start - old.start) + Math.max(0, old.end - range.end),
      0,
    );
  const rest = sizeOf(around) - sizeOf(range);
  return Math.min(1, (kept + inside) / Math.max(1, rest * (1 - SPACE_SHARE)));
};

/** The share of what stood near `range` in the old text that stands near `place` in the new one. */
export const supportOf = (pair: VersionPair, range: TextRange, place: TextRange): number =>
  keptAround(pair, {
    around: {
      start: Math.max(0, range.start - AGREEMENT_REACH),
      end: Math.min(pair.old.text.length, range.end + AGREEMENT_REACH),
    },
    range,
    place,
  });
