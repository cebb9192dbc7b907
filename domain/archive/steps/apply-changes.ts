import { equalJson } from '../../equal-json.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Collections, RecordChange } from '../changes.ts';
import type { StoredRecord } from '../content/sort-by-id.ts';
import type {
  AnnotationsFile,
  ConflictsFile,
  FormFile,
  MemoFile,
  PadFile,
  SearchesFile,
  SourcesFile,
  TagsFile,
  TasksFile,
} from '../files.ts';

/** The content of a file that holds records which change. */
export type MutableContent =
  | TagsFile
  | SourcesFile
  | TasksFile
  | SearchesFile
  | ConflictsFile
  | PadFile
  | AnnotationsFile
  | MemoFile
  | FormFile;

/**
 * The content after `changes`, all of which are of that file, one after the other. Nothing is mutated, and the
 * records stay sorted by id. Where a record is not what a change says it was before (null: it is not there), the
 * first such change is the error: somebody else has changed the record since, and nothing may be written.
 */
export const applyChanges = <F extends MutableContent>(
  content: F,
  changes: readonly RecordChange[],
): Result<F, RecordChange> => {
  let next: Fields = content;
  for (const change of changes) {
    if (!equalJson(findRecord(next, change), change.before)) return err(change);
    next = { ...next, [change.collection]: putRecord(next[change.collection], change) };
  }
  return ok(next as F);
};

type Fields = Readonly<Record<string, unknown>>;
type AnyRecord = Collections[RecordChange['collection']];

/** The record that a change speaks of, as it stands now; null where there is none. */
const findRecord = (content: Fields, { collection, recordId }: RecordChange): StoredRecord | null => {
  const held = content[collection];
  if (Array.isArray(held)) {
    const record: unknown = held.find(({ id }: StoredRecord) => id === recordId);
    return (record as StoredRecord | undefined) ?? null;
  }
  if (held === undefined) throw new Error(`A file without ${collection} can't take a change of them.`);
  return held as StoredRecord;
};

const putRecord = (held: unknown, { collection, recordId, after }: RecordChange): unknown => {
  if (after !== null && after.id !== recordId) throw new Error(`A change of ${recordId} holds another id.`);
  if (Array.isArray(held)) return replaceSorted(held as readonly AnyRecord[], recordId, after);
  if (after === null) throw new Error(`The ${collection} of a file comes and goes with its folder.`);
  return after;
};

const replaceSorted = (
  records: readonly AnyRecord[],
  recordId: string,
  after: AnyRecord | null,
): readonly AnyRecord[] => {
  const index = records.findIndex(({ id }) => id >= recordId);
  const place = index === -1 ? records.length : index;
  const replaced = records[place]?.id === recordId ? 1 : 0;
  return records.toSpliced(place, replaced, ...(after === null ? [] : [after]));
};
