/**
 * The merge by record of an archive in which `git merge` or `git pull` has stopped. Git's own merge of the files counts
 * for nothing: it pairs small files as renames, and knows no records. The three versions are read from the trees of the
 * commits, merged, written, and staged; what is left is `git commit`.
 */
import { join } from 'node:path';
import { readArchivePath } from '#domain/archive/merge/trees/archive-path.ts';
import type { Tree, Trees } from '#domain/archive/merge/trees/plan-merge.ts';
import type { AppError } from '#domain/contract/errors.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Machine } from '../../ports/machine.ts';
import { toWriteFailed } from '../../storage/file/system-error.ts';
import type { FileModes } from '../../storage/file/write/file-modes.ts';
import { LOCK_FILE } from '../../storage/folder/layout.ts';
import { acquireLock } from '../../storage/lock/acquire-lock.ts';
import { describeLock } from '../../storage/ownership.ts';
import { createStorageContext, type StorageContext } from '../../storage/storage-context.ts';
import { findRepository, whatIsUnfinished } from '../find-repository.ts';
import { findGit, type GitProgram } from '../git-program.ts';
import { type ObjectReader, openObjectReader } from '../object-reader.ts';
import {
  type Index,
  type MergeCommits,
  readCommitTime,
  readIndex,
  readMergeTrees,
  readUnmerged,
} from '../read-trees.ts';
import { type ListedConflict, mergeContents } from './merge-contents.ts';
import { noteConflicts } from './note-conflicts.ts';
import { nameMerged, stageMerged } from './stage-merged.ts';
import { type NamedFile, type WrittenMerge, writeMerged } from './write-merged.ts';

export type MergeOptions = {
  /** The folder of the archive, which nobody has open; an absolute path. */
  readonly folder: string;
  readonly machine: Machine;
  readonly modes: FileModes;
  readonly overrulesOtherHost?: boolean;
};

export type MergeReport = WrittenMerge & {
  readonly commits: MergeCommits;
  /** How many files the archive holds now. */
  readonly files: number;
  readonly conflicts: readonly ListedConflict[];
  /** Files of the repository that are none of the archive's, and that Git has left to be merged. */
  readonly left: readonly string[];
};

/** Whether Git has stopped in the middle of a merge of the repository around the folder. Git is not run. */
export const isMergeStopped = (folder: string): boolean => {
  const repository = findRepository(folder);
  return repository !== null && whatIsUnfinished(repository) === 'merge';
};

/** Merges the archive. Fails `nothing-to-merge`, `git-missing`, `git-failed`, `archive-locked`, `archive-newer` or `write-failed`. */
export const mergeStopped = async (options: MergeOptions): Promise<Result<MergeReport, AppError>> => {
  const repository = findRepository(options.folder);
  if (repository === null) return err({ code: 'nothing-to-merge', why: 'no-repository' });
  const unfinished = whatIsUnfinished(repository);
  if (unfinished !== 'merge') return err({ code: 'nothing-to-merge', why: unfinished ?? 'no-merge' });
  const git = findGit(options.folder);
  return git.ok ? withLock(options, () => mergeWith(git.value, repository.gitFolder, options)) : git;
};

const withLock = async <T>(
  { folder, machine, modes, overrulesOtherHost = false }: MergeOptions,
  work: () => Promise<Result<T, AppError>>,
): Promise<Result<T, AppError>> => {
  const options = { newNonce: machine.newId, overrulesOtherHost, mode: modes.file };
  const lock = await acquireLock(join(folder, LOCK_FILE), options).catch((cause: unknown) => cause as Error);
  if (lock instanceof Error) return err(toWriteFailed(LOCK_FILE, lock));
  if (!lock.ok) return err(describeLock(lock.error));
  try {
    return await work();
  } finally {
    await lock.value.release();
  }
};

const mergeWith = async (
  git: GitProgram,
  gitFolder: string,
  options: MergeOptions,
): Promise<Result<MergeReport, AppError>> => {
  const read = await readMergeTrees(git);
  if (!read.ok) return read;
  const index = await readIndex(git);
  if (!index.ok) return index;
  const objects = openObjectReader(git);
  try {
    const workplace = join(gitFolder, `precis-merge-${options.machine.newId()}`);
    const merging = {
      git,
      workplace,
      objects,
      index: index.value,
      ...read.value,
      context: contextOf(options),
    };
    return await mergeTrees(merging);
  } finally {
    objects.close();
  }
};

const contextOf = ({ folder, machine, modes }: MergeOptions): StorageContext =>
  createStorageContext(folder, machine, () => {}, { modes: () => modes });

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
};

const mergeTrees = async (merging: Merging): Promise<Result<MergeReport, AppError>> => {
  const { git, objects, index, commits, trees, prefix, context } = merging;
  const atMs = await readCommitTime(git, commits.theirs);
  if (!atMs.ok) return atMs;
  const contents = await mergeContents(trees, objects.read);
  if (!contents.ok) return contents;
  const other = { commit: commits.theirs, atMs: atMs.value };
  const merged = await noteConflicts(contents.value, other, objects.read);
  if (!merged.ok) return merged;
  const named = await nameMerged(git, merged.value.files, merging.workplace);
  if (!named.ok) return named;
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
  });
  if (!written.ok) return written;
  const staged = await stageMerged(git, files, { gone, index, prefix });
  if (!staged.ok) return staged;
  const left = await readUnmerged(git);
  if (!left.ok) return left;
  const { conflicts } = merged.value;
  return ok({ ...written.value, commits, files: files.length, conflicts, left: left.value });
};

/**
 * What any tree has of the archive, and the merge has not; and what Git alone has put into the index: it may have moved
 * a file where nobody did. What a person has staged meanwhile stays.
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

/** Whether Git had nothing to do with a file: it is the same everywhere. */
const isUntouched = ({ trees, index }: Merging, { path, id }: NamedFile): boolean =>
  allTrees(trees).every((tree) => tree.get(path) === id) && index.get(path) === id;
