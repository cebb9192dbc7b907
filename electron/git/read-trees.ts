import type { Tree, Trees } from '#domain/archive/merge/plan-merge.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import type { GitProgram } from './git-program.ts';

/** The commits of the two sides of a merge, and of their base. */
export type MergeCommits = { readonly base: string | null; readonly ours: string; readonly theirs: string };

export type MergeTrees = {
  readonly commits: MergeCommits;
  readonly trees: Trees;
  /** The path of the archive within the repository, with a slash at its end; empty if it is the whole repository. */
  readonly prefix: string;
};

/** The trees of the merge in progress, limited to the archive in the folder of `git`. */
export const readMergeTrees = async (git: GitProgram): Promise<Result<MergeTrees, AppError>> => {
  const prefix = await readLine(git, ['rev-parse', '--show-prefix']);
  if (!prefix.ok) return prefix;
  const commits = await readCommits(git);
  if (!commits.ok) return commits;
  const { base, ours, theirs } = commits.value;
  const ourTree = await readTree(git, ours, prefix.value);
  if (!ourTree.ok) return ourTree;
  const theirTree = await readTree(git, theirs, prefix.value);
  if (!theirTree.ok) return theirTree;
  const baseTree = base === null ? ok(null) : await readTree(git, base, prefix.value);
  if (!baseTree.ok) return baseTree;
  const trees = { base: baseTree.value, ours: ourTree.value, theirs: theirTree.value };
  return ok({ commits: commits.value, trees, prefix: prefix.value });
};

const readLine = async (git: GitProgram, args: readonly string[]): Promise<Result<string, AppError>> => {
  const said = await git.run(args);
  return said.ok ? ok(said.value.toString('utf8').replace(/\n$/u, '')) : said;
};

const readCommits = async (git: GitProgram): Promise<Result<MergeCommits, AppError>> => {
  const ours = await readLine(git, ['rev-parse', '--verify', 'HEAD^{commit}']);
  if (!ours.ok) return ours;
  const theirs = await readLine(git, ['rev-parse', '--verify', 'MERGE_HEAD^{commit}']);
  if (!theirs.ok) return theirs;
  // It fails if the two have no common ancestor. If there are several bases, any of them will do.
  const base = await readLine(git, ['merge-base', ours.value, theirs.value]);
  return ok({ base: base.ok ? base.value : null, ours: ours.value, theirs: theirs.value });
};

const readTree = async (git: GitProgram, commit: string, prefix: string): Promise<Result<Tree, AppError>> => {
  const listed = await git.run([
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    ...(prefix === '' ? [] : [prefix]),
  ]);
  if (!listed.ok) return listed;
  const tree = new Map<string, string>();
  for (const entry of listed.value.toString('utf8').split('\0')) {
    const [head = '', path = ''] = splitAt(entry, '\t');
    const [mode = '', , blob = ''] = head.split(' ');
    // Precis never writes links or submodules.
    if (/^100/u.test(mode) && path.startsWith(prefix)) tree.set(path.slice(prefix.length), blob);
  }
  return ok(tree);
};

const splitAt = (text: string, mark: string): readonly [string, string] => {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
};

/** The index by path: the blob of a merged path; null for an unmerged one. */
export type Index = ReadonlyMap<string, string | null>;

/** The index, limited to the archive. */
export const readIndex = async (git: GitProgram): Promise<Result<Index, AppError>> => {
  const listed = await git.run(['ls-files', '-s', '-z', '--', '.']);
  if (!listed.ok) return listed;
  const index = new Map<string, string | null>();
  for (const entry of listed.value.toString('utf8').split('\0')) {
    const [head = '', path = ''] = splitAt(entry, '\t');
    const [mode = '', blob = '', stage = ''] = head.split(' ');
    if (path !== '' && /^100/u.test(mode)) index.set(path, stage === '0' ? blob : null);
  }
  return ok(index);
};

/** The unmerged paths of the whole repository. */
export const readUnmerged = async (git: GitProgram): Promise<Result<readonly string[], AppError>> => {
  const listed = await git.run(['ls-files', '-u', '-z', '--full-name', '--', ':/']);
  if (!listed.ok) return listed;
  const paths = listed.value
    .toString('utf8')
    .split('\0')
    .map((entry) => splitAt(entry, '\t')[1]);
  return ok([...new Set(paths)].filter((path) => path !== ''));
};

/** The time of a commit, in ms; 0 if Git does not report it. */
export const readCommitTime = async (git: GitProgram, commit: string): Promise<Result<number, AppError>> => {
  const text = await git.run(['cat-file', 'commit', commit]);
  if (!text.ok) return text;
  const [, seconds] = /^committer .* (\d+) [+-]\d{4}$/mu.exec(text.value.toString('utf8')) ?? [];
  return ok(Number(seconds ?? 0) * 1000);
};
