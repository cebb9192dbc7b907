import { equalJson } from '../../equal-json.ts';
import { err, ok, type Result } from '../../result.ts';
import type { MutableContent } from '../apply-changes.ts';
import type { MutableFile } from '../changes.ts';
import { type ContentFault, normaliseContent, parseContent } from '../content/parse-content.ts';
import type { ArchiveFile, DeletionFile, FileContents, FileKind } from '../files.ts';
import { type MergeConflict, mergeRecords, type RemovedRecord } from './merge-records.ts';

/** A conflict in a file whose records never change: of a field of it, or of the whole file (null). */
type SealedConflict = {
  readonly collection: Exclude<FileKind, MutableFile['kind']>;
  readonly recordId: null;
  readonly field: string | null;
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
};
export type FileConflict = MergeConflict | SealedConflict;

/**
 * Parsed JSON of one file as each side has it. The base is `undefined` where the file was not there, or is not known.
 */
type Sides<T = unknown> = { readonly base: T | undefined; readonly ours: T; readonly theirs: T };

export type MergedFile<K extends FileKind> = {
  readonly content: FileContents[K];
  /** Values that both sides changed differently; empty where `content` includes all changes of both. */
  readonly conflicts: readonly FileConflict[];
  /** The records that one side removed for good and the other left as they were. */
  readonly removed: readonly RemovedRecord[];
  /** A side that equals `content` exactly, so that its bytes can be used as they are. */
  readonly sameAs: keyof Sides | null;
};

/** Why a file can't be merged: one of the sides is not what Precis can work with. */
export type MergeFault =
  | (ContentFault & { readonly side: keyof Sides })
  /** The two are `archive.json` of different archives. */
  | { readonly kind: 'other-archive'; readonly side: 'theirs' };

/**
 * The merge of a file of any kind. Records are merged by mergeRecords. Files that are written once are the same on
 * both sides; where they are not, one was altered, which is a conflict: the version of the base is kept, otherwise
 * ours. The later of two deletions counts, so that nothing is purged early. An unknown shape is refused.
 *
 * @param held ids of records that are not removed, because something refers to them
 */
export const mergeFile = <K extends FileKind>(
  kind: K,
  sides: Sides,
  held: ReadonlySet<string> = new Set(),
): Result<MergedFile<K>, MergeFault> => {
  const parsed = parseSides(kind, sides);
  if (!parsed.ok) return parsed;
  // Each merger takes and returns the content of its own kind.
  const merge = mergers[kind] as Merger<FileContents[K]>;
  const merged = merge(kind, parsed.value, held);
  if (!merged.ok) return merged;
  const { conflicts, removed = [] } = merged.value;
  const content = normaliseContent(kind, merged.value.content);
  const sameAs = sideNames.find((side) => equalJson(parsed.value[side], content)) ?? null;
  return ok({ content, conflicts, removed, sameAs });
};

const sideNames = ['ours', 'theirs', 'base'] as const;

const parseSides = <K extends FileKind>(
  kind: K,
  { base, ours, theirs }: Sides,
): Result<Sides<FileContents[K]>, MergeFault> => {
  const ourContent = parseContent(kind, ours);
  if (!ourContent.ok) return err({ ...ourContent.error, side: 'ours' });
  const theirContent = parseContent(kind, theirs);
  if (!theirContent.ok) return err({ ...theirContent.error, side: 'theirs' });
  const sides = { ours: ourContent.value, theirs: theirContent.value };
  if (base === undefined) return ok({ base, ...sides });
  const before = parseContent(kind, base);
  return before.ok ? ok({ base: before.value, ...sides }) : err({ ...before.error, side: 'base' });
};

type Merged<C> = {
  readonly content: C;
  readonly conflicts: readonly FileConflict[];
  readonly removed?: readonly RemovedRecord[];
};
type Merger<C> = (
  kind: FileKind,
  sides: Sides<C>,
  held: ReadonlySet<string>,
) => Result<Merged<C>, MergeFault>;

const mergeMutable = <C extends MutableContent>(
  _: FileKind,
  { base, ours, theirs }: Sides<C>,
  held: ReadonlySet<string>,
) => {
  const { merged, ...rest } = mergeRecords(base, ours, theirs, held);
  return ok({ content: merged, ...rest });
};

const mergeSealed = <C extends FileContents[SealedConflict['collection']]>(
  kind: FileKind,
  sides: Sides<C>,
) => {
  const { base, ours, theirs } = sides;
  if (equalJson(ours, theirs)) return ok({ content: ours, conflicts: [] });
  const collection = kind as SealedConflict['collection'];
  return ok({ content: base ?? ours, conflicts: [{ collection, recordId: null, field: null, ...sides }] });
};

const mergeDeletion = (_: FileKind, { ours, theirs }: Sides<DeletionFile>) =>
  ok({ content: ours.deletedAt < theirs.deletedAt ? theirs : ours, conflicts: [] });

const mergeArchiveFile: Merger<ArchiveFile> = (_, { base, ours, theirs }) => {
  if (ours.id !== theirs.id) return err({ kind: 'other-archive', side: 'theirs' });
  if (ours.title === theirs.title || theirs.title === base?.title)
    return ok({ content: ours, conflicts: [] });
  if (ours.title === base?.title) return ok({ content: { ...ours, title: theirs.title }, conflicts: [] });
  const titles = { base: base?.title, ours: ours.title, theirs: theirs.title };
  return ok({
    content: ours,
    conflicts: [{ collection: 'archive', recordId: null, field: 'title', ...titles }],
  });
};

const mergers: { readonly [K in FileKind]: Merger<FileContents[K]> } = {
  archive: mergeArchiveFile,
  tags: mergeMutable,
  sources: mergeMutable,
  tasks: mergeMutable,
  searches: mergeMutable,
  labels: mergeMutable,
  events: mergeMutable,
  'event-shard': mergeMutable,
  falls: mergeMutable,
  conflicts: mergeMutable,
  pad: mergeMutable,
  manifest: mergeMutable,
  annotations: mergeMutable,
  translations: mergeMutable,
  memo: mergeMutable,
  review: mergeMutable,
  form: mergeMutable,
  board: mergeMutable,
  article: mergeSealed,
  body: mergeSealed,
  snapshot: mergeSealed,
  deletion: mergeDeletion,
};
