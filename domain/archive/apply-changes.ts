import { equalJson } from '../equal-json.ts';
import { err, ok, type Result } from '../result.ts';
import { countWhile } from '../text/sequences/count-while.ts';
import type { Collections, RecordChange } from './changes.ts';
import type {
  AnnotationsFile,
  BoardFile,
  ConflictsFile,
  EventsFile,
  FallsFile,
  FormFile,
  LabelsFile,
  ManifestFile,
  MemoFile,
  PadFile,
  ReviewFile,
  SearchesFile,
  SourcesFile,
  TagsFile,
  TasksFile,
  TranslationsFile,
} from './files.ts';

/** The content of a file that holds records which change. */
export type MutableContent =
  | TagsFile
  | SourcesFile
  | TasksFile
  | SearchesFile
  | LabelsFile
  | EventsFile
  | FallsFile
  | ConflictsFile
  | PadFile
  | ManifestFile
  | AnnotationsFile
  | TranslationsFile
  | MemoFile
  | ReviewFile
  | FormFile
  | BoardFile;

/**
 * The content after `changes`, all of them of that file, applied in order. Nothing is mutated, and the records
 * stay sorted by id. Where a record differs from the `before` of a change (null: it does not exist), the first
 * such change is the error: somebody else has changed the record since, and nothing may be written.
 */
export const applyChanges = <F extends MutableContent>(
  content: F,
  changes: readonly RecordChange[],
): Result<F, RecordChange> => {
  const next: Fields = { ...content };
  // An act may change each of many thousand records: a list is copied once, and not for each of them.
  const copied = new Set<string>();
  for (const change of changes) {
    const { collection, recordId, after } = change;
    if (after !== null && after.id !== recordId) throw new Error(`A change of ${recordId} holds another id.`);
    if (!copied.has(collection)) next[collection] = copyList(next[collection]);
    copied.add(collection);
    if (!putRecord(next, change)) return err(change);
  }
  return ok(next as F);
};

type Fields = Record<string, unknown>;
type AnyRecord = Collections[RecordChange['collection']];

const copyList = (held: unknown): unknown => (Array.isArray(held) ? [...held] : held);

/** Puts the record in its place; false where the record there differs from the change's `before`. */
const putRecord = (next: Fields, change: RecordChange): boolean => {
  const { collection, before, after } = change;
  const held = next[collection];
  if (Array.isArray(held)) return putInList(held as AnyRecord[], change);
  if (held === undefined) throw new Error(`A file without ${collection} can't take a change of them.`);
  if (!equalJson(held, before)) return false;
  if (after === null) throw new Error(`The ${collection} of a file comes and goes with its folder.`);
  next[collection] = after;
  return true;
};

/** The same among records that are sorted by id. */
const putInList = (list: AnyRecord[], { recordId, before, after }: RecordChange): boolean => {
  const place = countWhile(list, ({ id }) => id < recordId);
  const found = list[place];
  const there = found?.id === recordId ? found : null;
  if (!equalJson(there, before)) return false;
  list.splice(place, there === null ? 0 : 1, ...(after === null ? [] : [after]));
  return true;
};
