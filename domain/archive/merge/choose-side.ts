import type { Conflict } from '../../conflict/conflict.ts';
import { equalJson } from '../../equal-json.ts';
import type { Timestamp } from '../../time.ts';
import type { MutableContent } from '../apply-changes.ts';
import type { CollectionName } from '../changes.ts';
import { type Fields, fieldsOf, recordOf, WRITTEN_AT } from './record-fields.ts';
import { type AnyRecord, recordsIn } from './records-in.ts';

/** The current record of a conflict in its file; null where it no longer exists. */
export const recordOfConflict = (content: MutableContent, conflict: Conflict): AnyRecord | null =>
  recordsIn(content, conflict.collection).get(conflict.recordId) ?? null;

/** The current value of a contested field, or of the whole record. */
export const standingOf = (
  { collection }: Pick<Conflict, 'collection'>,
  record: AnyRecord | null,
  field: string | null,
): unknown => {
  if (field === null) return record;
  return record === null ? undefined : fieldsIn(collection, record).get(field);
};

/** The record is one of the collection. */
const fieldsIn = (collection: CollectionName, record: AnyRecord): Fields => fieldsOf(collection, record);

/** Whether nothing is left to choose: the record already has the value of the other side. */
export const saysOther = (conflict: Conflict, record: AnyRecord | null): boolean =>
  conflict.contested.every(({ field, other }) => equalJson(standingOf(conflict, record, field), other));

/** Whether two conflicts offer the same choice: two machines may both have noted one. */
export const isSameChoice = (a: Conflict, b: Conflict): boolean =>
  a.collection === b.collection &&
  a.recordId === b.recordId &&
  equalJson(a.file, b.file) &&
  equalJson(othersOf(a), othersOf(b));

const othersOf = ({ contested }: Conflict) => contested.map(({ field, other }) => ({ field, other }));

/**
 * The record with the value of the other side, and everything else as it is; null where the other side has no such
 * record. `at` is the time of the choice.
 */
export const takeOther = (conflict: Conflict, record: AnyRecord | null, at: Timestamp): AnyRecord | null => {
  const { collection, contested } = conflict;
  const whole = contested.find(({ field }) => field === null);
  // The value noted for a whole record is a record of its collection, or none.
  if (whole !== undefined) return (whole.other ?? null) as AnyRecord | null;
  if (record === null) return null;
  const fields = new Map(fieldsIn(collection, record));
  for (const { field, other } of contested) {
    if (field === null) continue;
    if (other === undefined) fields.delete(field);
    else fields.set(field, other);
  }
  fields.set(WRITTEN_AT, at);
  return recordOf(collection, fields);
};
