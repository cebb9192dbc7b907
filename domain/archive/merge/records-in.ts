import { equalJson } from '../../equal-json.ts';
import type { MutableContent } from '../apply-changes.ts';
import type { CollectionName, Collections, MutableFile, RecordChange } from '../changes.ts';
import type { StoredRecord } from '../content/sort-by-id.ts';

export type AnyRecord = Collections[CollectionName];

/** The records of a collection by id, a single one such as `memo` included; none where there is no content. */
export const recordsIn = (
  content: MutableContent | undefined,
  collection: CollectionName,
): ReadonlyMap<string, AnyRecord> => {
  const held = (content as Readonly<Record<string, unknown>> | undefined)?.[collection];
  const records = (Array.isArray(held) ? held : held === undefined ? [] : [held]) as readonly AnyRecord[];
  return new Map(records.map((record: AnyRecord & StoredRecord) => [record.id, record]));
};

/** The collections that a file of that content holds. */
export const collectionsIn = (content: MutableContent): readonly CollectionName[] =>
  Object.entries(content).flatMap(([key, held]) => (typeof held === 'object' ? [key as CollectionName] : []));

/** The changes that make `after` of `before`, both of them contents of `file`. */
export const diffRecords = <F extends MutableContent>(
  file: MutableFile,
  before: F,
  after: F,
): readonly RecordChange[] =>
  collectionsIn(after).flatMap((collection) => {
    const [old, now] = [recordsIn(before, collection), recordsIn(after, collection)];
    const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
    return ids.flatMap((recordId) => {
      const [was, is] = [old.get(recordId) ?? null, now.get(recordId) ?? null];
      if (equalJson(was, is)) return [];
      // Both records are of `collection`.
      return { type: 'record', file, collection, recordId, before: was, after: is } as RecordChange;
    });
  });
