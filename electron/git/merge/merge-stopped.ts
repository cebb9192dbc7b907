/**
 * The merge by record of an archive in which `git merge` or `git pull` has stopped. Git's own merge of the files counts
 * for nothing: it pairs small files as renames, and knows no records. The three versions are read from the trees of the
 * commits, merged, written, and staged; what is left is `git commit`.
 */
import { join } from 'node:path';
import { readArchivePath } from '#domain/archive/merge/trees/archive-path.ts';
import type { Tree, Trees } from '#domain/archive/merge/trees/plan-merge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type FolderToLock, withLock } from '../../storage/lock/with-lock.ts';
import type { StorageContext } from '../../storage/storage-context.ts';
import { openSides, withKey } from '../encrypted-sides.ts';
import { findRepository, whatIsUnfinished } from '../find-repository.ts';
import { findGit, type GitProgram } from '../git-program.ts';
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
import { type ListedConflict, mergeContents } from './merge-contents.ts';
import { noteConflicts } from './note-conflicts.ts';
import { nameMerged, stageMerged } from './stage-merged.ts';
import { type NamedFile, type WrittenMerge, writeMerged } from './write-merged.ts';

/** The folder of the archive, which nobody has open. */
export type MergeOptions = FolderToLock & {
  readonly watch?: MergeWatch;
  /** Opens an archive that is encrypted; asked only then. */
  readonly passphrase?: () => Promise<string | null>;
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

/** Merges the archive. Fails `nothing-to-merge`, `cancelled`, `git-missing`, `git-failed`, `archive-locked`, `archive-newer`, `write-failed`, or as openSides. */
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
