/**
 * Makes the files of a merged archive from a plan: reads and merges the versions that differ. A record that one side
 * has permanently deleted is kept if new content of the other side refers to it; the merge is then made again.
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

/**
 * A conflict, and its file. A version that can't be read is a conflict over the whole file, with its sides in
 * `unreadable`.
 */
export type ListedConflict =
  | { readonly kind: 'file'; readonly file: string; readonly conflict: FileConflict }
  | { readonly kind: 'bytes'; readonly file: string; readonly unreadable: readonly ('ours' | 'theirs')[] }
  | ({ readonly kind: 'folder' } & FolderConflict);

export type MergedArchive = {
  readonly files: readonly MergedFile[];
  readonly conflicts: readonly ListedConflict[];
};

/** A record that one side has permanently deleted, and the other has not changed. */
type Removed = { readonly id: string; readonly by: 'ours' | 'theirs' };

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu;

/**
 * The records in `removed` to which the other side's new content still refers: a tag that one side deleted and the
 * other gave to a passage. References in the versions of the side that removed it do not count: it removed the record
 * knowing them.
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

/** Every id that occurs in the files. */
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

/** Whether a file with references differs from that side's version. */
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

/** A version that is not JSON, or has a key twice, is read as null, a wrong shape. */
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

/** Takes the side that can be read, if the other can't; ours if neither can. All unreadable sides are listed. */
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
