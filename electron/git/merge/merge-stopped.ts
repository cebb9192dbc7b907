/**
 * Merges by record an archive in which `git merge` or `git pull` has stopped. Git's own merge of the files is ignored:
 * it treats small files as renames of each other, and knows no records. The three versions are read from the trees of
 * the commits, merged, written, and staged; all that remains is `git commit`.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { sortById } from '#domain/archive/content/sort-by-id.ts';
import { CONFLICTS_VERSION, type ConflictsFile } from '#domain/archive/files.ts';
import { readArchivePath } from '#domain/archive/merge/archive-path.ts';
import { isSameChoice } from '#domain/archive/merge/choose-side.ts';
import { conflictsOfMerge, isContestable } from '#domain/archive/merge/conflicts-of-merge.ts';
import type { FileConflict } from '#domain/archive/merge/merge-file.ts';
import type { MergeConflict } from '#domain/archive/merge/merge-records.ts';
import type { Tree, Trees } from '#domain/archive/merge/plan-merge.ts';
import type { Conflict } from '#domain/conflict/conflict.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { NewId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { findRepository, whatIsUnfinished } from '#electron/storage/folder/git-repository.ts';
import { parseOrNull } from '../../storage/file/read/parse-or-null.ts';
import { toWriteFailed } from '../../storage/file/system-error.ts';
import { privateModes } from '../../storage/file/write/file-modes.ts';
import { placeOfName } from '../../storage/folder/place-of-name.ts';
import { type FolderToLock, withLock } from '../../storage/lock/with-lock.ts';
import type { StorageContext } from '../../storage/storage-context.ts';
import { openSides, withKey } from '../encrypted-sides.ts';
import { findGit, type GitProgram, type GitSettings, gitFailed } from '../git-program.ts';
import { type MergeWatch, unwatchedMerge } from '../merge-watch.ts';
import { type ObjectReader, openObjectReader } from '../object-reader.ts';
import {
  type Index,
  type MergeCommits,
  readCommitTime,
  readIndex,
  readMergeTrees,
  readUnmerged,
} from '../read-trees.ts';
import { type ListedConflict, type MergedArchive, mergeContents } from './merge-contents.ts';
import type { MergedFile, ReadBlob } from './merged-file.ts';
import { type NamedFile, type WrittenMerge, writeMerged } from './write-merged.ts';

/** The folder of the archive, which must not be open anywhere. */
export type MergeOptions = FolderToLock & {
  readonly watch?: MergeWatch;
  /** The passphrase of an encrypted archive; called only for one. */
  readonly passphrase?: () => Promise<string | null>;
};

export type MergeReport = WrittenMerge & {
  readonly commits: MergeCommits;
  /** The number of files in the archive after the merge. */
  readonly files: number;
  readonly conflicts: readonly ListedConflict[];
  /** Unmerged files of the repository that do not belong to the archive. */
  readonly left: readonly string[];
};

/** Whether Git has stopped in the middle of a merge of the repository around the folder. Git is not run for this. */
export const isMergeStopped = (folder: string): boolean => {
  const repository = findRepository(folder);
  return repository !== null && whatIsUnfinished(repository) === 'merge';
};

/**
 * Merges the archive. Fails with `nothing-to-merge`, `cancelled`, `git-missing`, `git-failed`, `archive-locked`,
 * `archive-newer`, `write-failed`, or as openSides does.
 */
export const mergeStopped = async (options: MergeOptions): Promise<Result<MergeReport, AppError>> => {
  const repository = findRepository(options.folder);
  if (repository === null) return err({ code: 'nothing-to-merge', why: 'no-repository' });
  const unfinished = whatIsUnfinished(repository);
  if (unfinished !== 'merge') return err({ code: 'nothing-to-merge', why: unfinished ?? 'no-merge' });
  const git = findGit(options.folder);
  if (!git.ok) return git;
  const { watch = unwatchedMerge, passphrase = async () => null } = options;
  const { gitFolder } = repository;
  return withLock(options, (context) => mergeWith({ git: git.value, context, passphrase, watch }, gitFolder));
};

const mergeWith = async (
  given: Pick<Merging, 'git' | 'context' | 'passphrase' | 'watch'>,
  gitFolder: string,
): Promise<Result<MergeReport, AppError>> => {
  const { git, context } = given;
  const read = await readMergeTrees(git);
  if (!read.ok) return read;
  const index = await readIndex(git);
  if (!index.ok) return index;
  const objects = openObjectReader(git);
  try {
    const workplace = join(gitFolder, `precis-merge-${context.machine.newId()}`);
    const merging = { ...given, workplace, objects, index: index.value, ...read.value };
    return await mergeTrees(merging);
  } finally {
    objects.close();
  }
};

type Merging = {
  readonly git: GitProgram;
  /** See nameMerged. */
  readonly workplace: string;
  readonly objects: ObjectReader;
  readonly index: Index;
  readonly commits: MergeCommits;
  readonly trees: Trees;
  readonly prefix: string;
  readonly context: StorageContext;
  readonly passphrase: () => Promise<string | null>;
  readonly watch: MergeWatch;
};

/**
 * Returns the merged files with their blob ids. The content made by the merge is added to the repository by one run of
 * Git for all files: one run for each takes minutes if two analysts have worked for a month.
 * @param workplace the path of a temporary folder for the bytes, which does not exist yet
 */
const nameMerged = async (
  git: GitProgram,
  files: readonly MergedFile[],
  workplace: string,
): Promise<Result<readonly NamedFile[], AppError>> => {
  const made = files.flatMap(({ bytes }) => (bytes === null ? [] : [bytes]));
  const ids = await putObjects(git, made, workplace);
  if (!ids.ok) return ids;
  const next = ids.value[Symbol.iterator]();
  return ok(
    files.map((file) => ({
      ...file,
      id: (file.bytes === null ? file.blob : next.next().value) ?? '',
    })),
  );
};

/** Adds bytes to the repository; returns their ids, in the same order. */
const putObjects = async (
  git: GitProgram,
  made: readonly Buffer[],
  workplace: string,
): Promise<Result<readonly string[], AppError>> => {
  if (made.length === 0) return ok([]);
  try {
    mkdirSync(workplace, { mode: privateModes.folder });
    const paths = made.map((_, at) => join(workplace, String(at)));
    for (const [at, bytes] of made.entries())
      writeFileSync(join(workplace, String(at)), bytes, { mode: privateModes.file });
    const told = Buffer.from(paths.map((path) => `${path}\n`).join(''), 'utf8');
    const said = await git.run(['hash-object', '-w', '--no-filters', '--stdin-paths'], told);
    if (!said.ok) return said;
    const ids = said.value.toString('latin1').trim().split('\n');
    return ids.length === made.length ? ok(ids) : gitFailed('git hash-object left some of the files out');
  } catch (cause) {
    return err(toWriteFailed(workplace, cause));
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
};

/**
 * The settings that disable every filter that the repository names. Git runs filters even if no file is added: when it
 * writes an index, it reads again the files that are as new as the old index, through their filters.
 */
const switchOffFilters = async (git: GitProgram): Promise<Result<GitSettings, AppError>> => {
  const listed = await git.run(['config', '--null', '--name-only', '--list']);
  if (!listed.ok) return listed;
  const keys = listed.value.toString('utf8').split('\0');
  const filters = new Set(keys.flatMap((key) => /^(filter\..+)\.[^.]+$/su.exec(key)?.[1] ?? []));
  return ok([...filters].flatMap(settingsOf));
};

const settingsOf = (filter: string): GitSettings => [
  [`${filter}.clean`, ''],
  [`${filter}.smudge`, ''],
  [`${filter}.process`, ''],
  [`${filter}.required`, 'false'],
];

/** Puts the merged archive into the index, so that none of its files is unmerged. */
const stageMerged = async (
  git: GitProgram,
  files: readonly NamedFile[],
  staged: { readonly gone: readonly string[]; readonly index: Index; readonly prefix: string },
): Promise<Result<null, AppError>> => {
  const { gone, index, prefix } = staged;
  const nothing = '0'.repeat(files[0]?.id.length ?? 40);
  const changed = files.filter(({ path, id }) => index.get(path) !== id);
  const entries = [
    // All stages of a path are removed before its entry is added.
    ...[...changed.map(({ path }) => path), ...gone].map((path) => `0 ${nothing} 0\t${prefix}${path}\0`),
    ...changed.map(({ path, id }) => `100644 ${id} 0\t${prefix}${path}\0`),
  ];
  const filtersOff = await switchOffFilters(git);
  if (!filtersOff.ok) return filtersOff;
  const told = Buffer.from(entries.join(''), 'utf8');
  const done = await git.run(['update-index', '-z', '--index-info'], told, filtersOff.value);
  return done.ok ? ok(null) : done;
};

/**
 * Writes the conflicts into `conflicts.json`, so that they are listed under "Review" until somebody chooses. For the
 * same two commits the file is always the same byte for byte: ids and times are derived from them.
 */

const CONFLICTS_FILE = 'conflicts.json';

/** The commit of the other side, and its time. */
type OtherSide = { readonly commit: string; readonly atMs: number };

const noteConflicts = async (
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

/** Only conflicts in a record of a file that is not in the trash; for others the window has no place to choose. */
const conflictsIn = (listed: ListedConflict, { commit, atMs }: OtherSide): readonly Conflict[] => {
  if (listed.kind !== 'file' || !isOfRecord(listed.conflict)) return [];
  const file = fileAt(listed.file);
  if (file === null) return [];
  const newId = idsFrom(`${commit} ${listed.file} ${JSON.stringify(listed.conflict)}`, atMs);
  const origin = { file, from: `Git ${commit.slice(0, 12)}`, at: toTimestamp(atMs), newId };
  return conflictsOfMerge([listed.conflict], origin);
};

const isOfRecord = (conflict: FileConflict): conflict is MergeConflict => conflict.recordId !== null;

const fileAt = (path: string): Conflict['file'] | null => {
  const place = placeOfName(path);
  return place?.kind === 'mutable' && isContestable(place.file) ? place.file : null;
};

/** UUIDs of version 7 derived from a text and a time. */
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

const mergeTrees = async (merging: Merging): Promise<Result<MergeReport, AppError>> => {
  const { git, objects, index, commits, trees, prefix, context, passphrase, watch } = merging;
  const atMs = await readCommitTime(git, commits.theirs);
  if (!atMs.ok) return atMs;
  const sides = await openSides({ trees, index, read: objects.read, context, passphrase });
  if (!sides.ok) return sides;
  const { read, seal } = sides.value;
  const contents = await mergeContents(trees, read, watch);
  if (!contents.ok) return contents;
  const other = { commit: commits.theirs, atMs: atMs.value };
  const noted = await noteConflicts(contents.value, other, read);
  if (!noted.ok) return noted;
  const merged = withKey(noted.value, trees);
  const sealed = await seal(merged.files);
  if (!sealed.ok) return sealed;
  const named = await nameMerged(git, sealed.value, merging.workplace);
  if (!named.ok) return named;
  if (watch.signal.aborted) return err({ code: 'cancelled' });
  const files = named.value;
  const known = knownIds(trees, files);
  const gone = pathsGone(merging, new Set(files.map(({ path }) => path)), known);
  const written = await writeMerged({
    context,
    files: files.filter((file) => !isUntouched(merging, file)),
    gone,
    index,
    read: objects.read,
    known,
    asideFolder: `trash/before-merge-${commits.theirs.slice(0, 12)}`,
    onProgress: watch.onProgress,
  });
  if (!written.ok) return written;
  const staged = await stageMerged(git, files, { gone, index, prefix });
  if (!staged.ok) return staged;
  const left = await readUnmerged(git);
  if (!left.ok) return left;
  const { conflicts } = merged;
  return ok({ ...written.value, commits, files: files.length, conflicts, left: left.value });
};

/**
 * The paths that are in any tree of the archive but not in the merge, and those that only Git has put into the index,
 * because it may have detected a rename where there was none. What a person has staged meanwhile is kept.
 */
const pathsGone = (
  { trees, index }: Merging,
  kept: ReadonlySet<string>,
  known: ReadonlySet<string>,
): readonly string[] => {
  const ofTrees = allTrees(trees).flatMap((tree) => [...tree.keys()]);
  const ofGit = [...index].flatMap(([path, blob]) => (blob === null || known.has(blob) ? [path] : []));
  return [...new Set([...ofTrees, ...ofGit])].filter(
    (path) => !kept.has(path) && readArchivePath(path) !== null,
  );
};

const allTrees = ({ base, ours, theirs }: Trees): readonly Tree[] => [base ?? new Map(), ours, theirs];

const knownIds = (trees: Trees, files: readonly NamedFile[]): ReadonlySet<string> =>
  new Set([...allTrees(trees).flatMap((tree) => [...tree.values()]), ...files.map(({ id }) => id)]);

/** Whether Git did not have to merge a file, because it is the same everywhere. */
const isUntouched = ({ trees, index }: Merging, { path, id }: NamedFile): boolean =>
  allTrees(trees).every((tree) => tree.get(path) === id) && index.get(path) === id;
