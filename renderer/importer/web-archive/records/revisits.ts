/**
 * Records of a WARC that say of an answer that it was the same as one before (ISO 28500, 6.7): they hold its head at most, and
 * the content is that of the record that they refer to, which stands in the same archive or is not there.
 */
import type { Capture, Captured } from './read-captures.ts';

const placeOf = (address: string, date: string): string => `${date} ${address}`;

const firstBy = (
  captured: readonly Captured[],
  keyOf: (each: Captured) => string | null,
): ReadonlyMap<string, Captured> => {
  const found = new Map<string, Captured>();
  for (const each of captured) {
    const key = keyOf(each);
    if (key !== null && !found.has(key)) found.set(key, each);
  }
  return found;
};

/** What a server says of an answer that has not changed: it is the one before. */
const NOT_MODIFIED = 304;

const withContentOf = (revisit: Captured, original: Captured): Captured => ({
  ...revisit,
  status: original.status,
  type: original.type,
  charset: original.charset,
  encoding: original.encoding,
  isChunked: original.isChunked,
  leadsTo: original.leadsTo,
  digest: original.digest ?? revisit.digest,
  sent: original.sent,
  original: { start: original.start, end: original.end },
});

const asMissing = (revisit: Captured): Captured => ({
  ...revisit,
  status: revisit.status === NOT_MODIFIED ? 200 : revisit.status,
  isMissing: true,
});

/** The captures with the content that those refer to which hold none; where it is not there they are missing. */
export const resolveRevisits = (captured: readonly Captured[]): readonly Capture[] => {
  const originals = captured.filter(({ refersTo }) => refersTo === null);
  const byId = firstBy(originals, ({ recordId }) => recordId);
  const byDigest = firstBy(originals, ({ digest }) => digest);
  const byPlace = firstBy(originals, ({ address, date }) => placeOf(address, date));
  return captured.map((each) => {
    const { refersTo } = each;
    if (refersTo === null) return each;
    const original =
      byId.get(refersTo.id) ??
      byDigest.get(each.digest ?? '') ??
      byPlace.get(placeOf(refersTo.address, refersTo.date));
    return original === undefined ? asMissing(each) : withContentOf(each, original);
  });
};
