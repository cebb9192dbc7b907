/**
 * Makes the files of a merged archive from a plan: reads the versions that have to be merged and merges them. Where
 * what one side has deleted for good is referred to by what the other has written, it stays, and the merge is made
 * again.
 */
import { hasRepeatedKeys } from '#domain/archive/content/has-repeated-keys.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import type { FileKind } from '#domain/archive/files.ts';
import { type FileConflict, type MergeFault, mergeFile } from '#domain/archive/merge/merge-file.ts';
import {
  type FolderConflict,
  type PlannedFile,
  planMerge,
  type Trees,
} from '#domain/archive/merge/plan-merge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { parseOrNull } from '../../storage/file/read/parse-or-null.ts';
import type { MergeWatch } from '../merge-watch.ts';
import type { MergedFile, ReadBlob } from './merged-file.ts';

/** A conflict, and the file that it is in. A side that can't be read is one over the whole file, of `unreadable`. */
export type ListedConflict =
  | { readonly kind: 'file'; readonly file: string; readonly conflict: FileConflict }
  | { readonly kind: 'bytes'; readonly file: string; readonly unreadable: readonly ('ours' | 'theirs')[] }
  | ({ readonly kind: 'folder' } & FolderConflict);

export type MergedArchive = {
  readonly files: readonly MergedFile[];
  readonly conflicts: readonly ListedConflict[];
};

/** What one side has deleted for good, and the other has left as it was. */
type Removed = { readonly id: string; readonly by: 'ours' | 'theirs' };

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/**
 * Those of `removed` that are still referred to by what the other side has written: a tag that one deleted for good and
 * the other gave to a passage. What the side that removed it had itself does not count: it knew.
 */
const findHeld = async (
  removed: readonly Removed[],
  files: readonly MergedFile[],
  read: ReadBlob,
): Promise<Result<readonly string[], AppError>> => {
  const held: string[] = [];
  for (const by of ['ours', 'theirs'] as const) {
    const gone = new Set(removed.filter((one) => one.by === by).map(({ id }) => id));
    const news = gone.size === 0 ? [] : files.filter((one) => isNewTo(by, one));
    const named = await namedIn(news, read);
    if (!named.ok) return named;
    held.push(...[...gone].filter((id) => named.value.has(id)));
  }
  return ok(held);
};

/** Every id that stands in the files. */
const namedIn = async (
  files: readonly MergedFile[],
  read: ReadBlob,
): Promise<Result<ReadonlySet<string>, AppError>> => {
  const named = new Set<string>();
  for (const file of files) {
    const text = await readText(file, read);
    if (!text.ok) return text;
    for (const [id] of text.value.matchAll(ids)) named.add(id);
  }
  return ok(named);
};

/** Whether a file with references is not what that side has. */
const isNewTo = (by: 'ours' | 'theirs', { planned, blob }: MergedFile): boolean =>
  planned.kind !== null && planned.kind !== 'body' && (blob === null || blob !== planned.versions[by]);

const readText = async ({ blob, bytes }: MergedFile, read: ReadBlob): Promise<Result<string, AppError>> => {
  const found = blob === null ? ok(bytes ?? Buffer.alloc(0)) : await read(blob);
  return found.ok ? ok(found.value.toString('utf8')) : found;
};

export const mergeContents = async (
  trees: Trees,
  read: ReadBlob,
  watch: MergeWatch,
): Promise<Result<MergedArchive, AppError>> => {
  const held = new Set<string>();
  for (;;) {
    const once = await mergeOnce(trees, read, held, watch);
    if (!once.ok) return once;
    const found = await findHeld(once.value.removed, once.value.files, read);
    if (!found.ok) return found;
    if (found.value.length === 0) return once;
    for (const id of found.value) held.add(id);
  }
};

type MergedOnce = MergedArchive & { readonly removed: readonly Removed[] };

const mergeOnce = async (
  trees: Trees,
  read: ReadBlob,
  held: ReadonlySet<string>,
  { signal, onProgress }: MergeWatch,
): Promise<Result<MergedOnce, AppError>> => {
  const plan = planMerge(trees, held);
  const files: MergedFile[] = [];
  const conflicts: ListedConflict[] = plan.conflicts.map((conflict) => ({ kind: 'folder', ...conflict }));
  const removed: Removed[] = [...plan.removed];
  const total = plan.files.length;
  for (const planned of plan.files) {
    if (signal.aborted) return err({ code: 'cancelled' });
    onProgress({ step: 'merging', done: files.length, total });
    const merged =
      planned.kind === null || planned.take !== null
        ? taken(planned)
        : await mergeOne(planned, planned.kind, read, held);
    if (!merged.ok) return merged;
    files.push({ path: planned.path, planned, blob: merged.value.blob, bytes: merged.value.bytes });
    conflicts.push(...merged.value.conflicts);
    removed.push(...merged.value.removed);
  }
  return ok({ files, conflicts, removed });
};

type One = Pick<MergedFile, 'blob' | 'bytes'> & Pick<MergedOnce, 'conflicts' | 'removed'>;

const taken = ({ path, take, isContested }: PlannedFile): Result<One, never> => {
  const conflicts = isContested ? [{ kind: 'bytes', file: path, unreadable: [] } as const] : [];
  return ok({ blob: take, bytes: null, conflicts, removed: [] });
};

/** A version that is no JSON, or has a key twice, is null: a wrong shape. */
const readVersion = async (blob: string | undefined, read: ReadBlob): Promise<Result<unknown, AppError>> => {
  if (blob === undefined) return ok(undefined);
  const bytes = await read(blob);
  if (!bytes.ok) return bytes;
  const json = parseOrNull(bytes.value.toString('utf8').replace(/^\uFEFF/u, ''));
  return ok(json !== null && hasRepeatedKeys(bytes.value, json) ? null : json);
};

const mergeOne = async (
  planned: PlannedFile,
  kind: FileKind,
  read: ReadBlob,
  held: ReadonlySet<string>,
): Promise<Result<One, AppError>> => {
  const { path, versions } = planned;
  const ours = await readVersion(versions.ours, read);
  if (!ours.ok) return ours;
  const theirs = await readVersion(versions.theirs, read);
  if (!theirs.ok) return theirs;
  const base = await readVersion(versions.base, read);
  if (!base.ok) return base;
  let sides = { base: base.value, ours: ours.value, theirs: theirs.value };
  let merged = mergeFile(kind, sides, held);
  if (!merged.ok && merged.error.side === 'base') {
    sides = { ...sides, base: undefined };
    merged = mergeFile(kind, sides, held);
  }
  if (!merged.ok)
    return takeReadable(planned, merged.error, mergeFile(kind, { ...sides, ours: sides.theirs }, held).ok);
  const { content, conflicts, removed, sameAs } = merged.value;
  const blob = sameAs === null ? null : (versions[sameAs] ?? null);
  const bytes = blob === null ? Buffer.from(serialiseContent(content), 'utf8') : null;
  return ok({
    blob,
    bytes,
    conflicts: conflicts.map((conflict) => ({ kind: 'file', file: path, conflict })),
    removed,
  });
};

/** The side that can be read, where the other can't; ours where neither can. Both are named. */
const takeReadable = (
  { path, versions }: PlannedFile,
  fault: MergeFault,
  isTheirsReadable: boolean,
): Result<One, AppError> => {
  if (fault.kind === 'newer-version')
    return err({ code: 'archive-newer', file: path, version: fault.version });
  if (fault.kind === 'other-archive') return err({ code: 'nothing-to-merge', why: 'other-archive' });
  const takesTheirs = fault.side === 'ours' && isTheirsReadable;
  const unreadable =
    fault.side === 'theirs'
      ? ['theirs' as const]
      : takesTheirs
        ? ['ours' as const]
        : (['ours', 'theirs'] as const);
  return ok({
    blob: (takesTheirs ? versions.theirs : versions.ours) ?? null,
    bytes: null,
    conflicts: [{ kind: 'bytes', file: path, unreadable }],
    removed: [],
  });
};
