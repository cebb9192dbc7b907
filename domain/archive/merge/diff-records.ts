import { equalJson } from '../../equal-json.ts';
import type { MutableContent } from '../apply-changes.ts';
import type { MutableFile, RecordChange } from '../changes.ts';
import { collectionsIn, recordsIn } from './records-in.ts';

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
