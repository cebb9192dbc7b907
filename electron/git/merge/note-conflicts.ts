/**
 * Writes what both sides changed into `conflicts.json`, so that it waits under "Review" until somebody chooses. Made
 * again from the same two commits it is the same to the byte: ids and times come from them.
 */
import { createHash } from 'node:crypto';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { sortById } from '#domain/archive/content/sort-by-id.ts';
import { CONFLICTS_VERSION, type ConflictsFile } from '#domain/archive/files.ts';
import { isSameChoice } from '#domain/archive/merge/choose-side.ts';
import { conflictsOfMerge } from '#domain/archive/merge/conflicts-of-merge.ts';
import type { FileConflict } from '#domain/archive/merge/merge-file.ts';
import type { MergeConflict } from '#domain/archive/merge/merge-records.ts';
import { readArchivePath } from '#domain/archive/merge/trees/archive-path.ts';
import { type Conflict, conflictRootKinds } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { NewId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { parseOrNull } from '../../storage/file/read/parse-or-null.ts';
import type { ListedConflict, MergedArchive } from './merge-contents.ts';
import type { MergedFile, ReadBlob } from './merged-file.ts';

const CONFLICTS_FILE = 'conflicts.json';

/** The commit of the other side, and when it was made. */
export type OtherSide = { readonly commit: string; readonly atMs: number };

export const noteConflicts = async (
  merged: MergedArchive,
  other: OtherSide,
  read: ReadBlob,
): Promise<Result<MergedArchive, AppError>> => {
  const found = merged.conflicts.flatMap((listed) => conflictsIn(listed, other));
  if (found.length === 0) return ok(merged);
  const before = merged.files.find(({ path }) => path === CONFLICTS_FILE);
  const known = await readConflicts(before, read);
  if (!known.ok) return known;
  const fresh = found.filter((one) => !known.value.some((each) => isSameChoice(each, one)));
  if (fresh.length === 0) return ok(merged);
  const content: ConflictsFile = {
    version: CONFLICTS_VERSION,
    conflicts: [...sortById([...known.value, ...fresh])],
  };
  const file = {
    ...(before ?? emptyFile),
    blob: null,
    bytes: Buffer.from(serialiseContent(content), 'utf8'),
  };
  const others = merged.files.filter(({ path }) => path !== CONFLICTS_FILE);
  return ok({ ...merged, files: [...others, file] });
};

const emptyFile: MergedFile = {
  path: CONFLICTS_FILE,
  planned: { path: CONFLICTS_FILE, kind: 'conflicts', versions: {}, take: null, isContested: false },
  blob: null,
  bytes: null,
};

const readConflicts = async (
  file: MergedFile | undefined,
  read: ReadBlob,
): Promise<Result<readonly Conflict[], AppError>> => {
  if (file === undefined) return ok([]);
  const bytes = file.blob === null ? ok(file.bytes ?? Buffer.alloc(0)) : await read(file.blob);
  if (!bytes.ok) return bytes;
  const content = parseContent('conflicts', parseOrNull(bytes.value.toString('utf8')));
  return ok(content.ok ? content.value.conflicts : []);
};

/** Of a record of a file that is not in the trash; what else is in conflict has no place to be chosen at. */
const conflictsIn = (listed: ListedConflict, { commit, atMs }: OtherSide): readonly Conflict[] => {
  if (listed.in !== 'file' || !isOfRecord(listed.conflict)) return [];
  const file = fileAt(listed.file);
  if (file === null) return [];
  const newId = idsFrom(`${commit} ${listed.file} ${JSON.stringify(listed.conflict)}`, atMs);
  const origin = { file, from: `Git ${commit.slice(0, 12)}`, at: toTimestamp(atMs), newId };
  return conflictsOfMerge([listed.conflict], origin);
};

const isOfRecord = (conflict: FileConflict): conflict is MergeConflict => conflict.recordId !== null;

const fileAt = (path: string): Conflict['file'] | null => {
  const at = readArchivePath(path);
  if (at?.in === 'root') {
    const kind = conflictRootKinds.find((each) => each === at.kind);
    return kind === undefined ? null : { kind };
  }
  if (at?.in !== 'folder' || at.place === 'trash') return null;
  const { folder } = at;
  return folder.holds === 'article'
    ? { kind: 'annotations', articleId: folder.id }
    : { kind: 'memo', memoId: folder.id };
};

/** UUIDs of version 7 that follow from a text and a time. */
const idsFrom = (text: string, atMs: number): NewId => {
  let count = 0;
  return () => {
    const hash = createHash('sha256').update(`${text} ${count++}`).digest('hex');
    const time = Math.max(0, atMs).toString(16).padStart(12, '0').slice(-12);
    const variant = '89ab'[Number.parseInt(hash.charAt(3), 16) % 4];
    const [a, b, c] = [hash.slice(0, 3), hash.slice(4, 7), hash.slice(7, 19)];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${variant}${b}-${c}`;
  };
};
