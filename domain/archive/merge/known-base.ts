import { equalJson } from '../../equal-json.ts';
import type { MutableContent } from '../apply-changes.ts';
import { type AnyRecord, collectionsIn, recordsIn } from './records-in.ts';

/**
 * What is known of the common base of both sides, where it was not stored: of two versions of a record, the one
 * that is known to be older. A record where neither or both are known to be older, and a record that only one side
 * has, is not in the result: it counts as added on both sides, and nothing is removed for it.
 *
 * @param isOlder whether a version of a record is known to have been replaced by another
 */
export const knownBase = <F extends MutableContent>(
  ours: F,
  theirs: F,
  isOlder: (record: AnyRecord) => boolean,
): F => {
  const base: Record<string, unknown> = { ...ours };
  for (const collection of collectionsIn(ours)) {
    const others = recordsIn(theirs, collection);
    const known = [...recordsIn(ours, collection)].flatMap(([id, record]) =>
      olderOf(record, others.get(id) ?? null, isOlder),
    );
    base[collection] = Array.isArray(base[collection]) ? known : known[0];
  }
  // Every key of the file holds records of its collection again, or nothing.
  return base as F;
};

const olderOf = (
  ours: AnyRecord,
  theirs: AnyRecord | null,
  isOlder: (record: AnyRecord) => boolean,
): readonly AnyRecord[] => {
  if (theirs === null) return [];
  if (equalJson(ours, theirs)) return [ours];
  const [isOurs, isTheirs] = [isOlder(ours), isOlder(theirs)];
  if (isOurs === isTheirs) return [];
  return [isOurs ? ours : theirs];
};
