import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { requireSystemError } from '../storage/file/system-error.ts';

/** The repository that a folder stands in. */
export type Repository = {
  /** The folder whose files it keeps. */
  readonly top: string;
  /** Where it keeps what is of this working tree: the merge that it is in, the index. */
  readonly gitFolder: string;
};

/** The repository around `folder`, found without running Git; null where there is none. */
export const findRepository = (folder: string): Repository | null => {
  try {
    for (let top = folder; ; top = dirname(top)) {
      const gitFolder = gitFolderIn(top);
      if (gitFolder !== null) return { top, gitFolder };
      if (dirname(top) === top) return null;
    }
  } catch (cause) {
    requireSystemError(cause);
    return null;
  }
};

/** `.git` is a folder, or of a linked working tree a file that says where the folder is. */
const gitFolderIn = (top: string): string | null => {
  const path = join(top, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.isDirectory()) return path;
  const [, named] = /^gitdir: (.+)/u.exec(readFileSync(path, 'utf8')) ?? [];
  return named === undefined ? null : resolve(top, named.trim());
};

/** What a repository is in the middle of. `replay`: commits are applied anew, one by one (rebase, cherry-pick, revert). */
export type Unfinished = 'merge' | 'merge-of-several' | 'replay' | null;

export const whatIsUnfinished = ({ gitFolder }: Repository): Unfinished => {
  const heads = headsIn(join(gitFolder, 'MERGE_HEAD'));
  if (heads > 0) return heads === 1 ? 'merge' : 'merge-of-several';
  const signs = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];
  return signs.some((sign) => existsSync(join(gitFolder, sign))) ? 'replay' : null;
};

/** Whether Git waits for somebody in the repository around the folder: files there hold what one side says, or both. */
export const isGitUnfinished = (folder: string): boolean => {
  const repository = findRepository(folder);
  return repository !== null && whatIsUnfinished(repository) !== null;
};

const headsIn = (path: string): number => {
  if (!existsSync(path)) return 0;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '').length;
};
