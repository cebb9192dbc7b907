import { execFileSync } from 'node:child_process';

const identity = {
  GIT_AUTHOR_NAME: 'Analyst',
  GIT_AUTHOR_EMAIL: 'analyst@example.org',
  GIT_COMMITTER_NAME: 'Analyst',
  GIT_COMMITTER_EMAIL: 'analyst@example.org',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
};

/** Runs Git without any settings of this machine. Throws its output on failure. */
export const runGit = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'maintenance.auto=false', ...args], {
    cwd: folder,
    env: { ...process.env, ...identity },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Commits everything in the folder. */
export const commitAll = (folder: string): void => {
  runGit(folder, 'add', '-A');
  runGit(folder, 'commit', '-q', '-m', 'Work');
};

/** Merges `branch`; returns whether Git has stopped with conflicts. */
export const mergeStops = (folder: string, branch: string): boolean => {
  try {
    runGit(folder, 'merge', '--no-edit', branch);
    return false;
  } catch {
    return true;
  }
};

/**
 * Commits the work in both clones, and merges that of `theirs` into `ours`; returns whether Git has stopped with
 * conflicts.
 */
export const meet = (ours: string, theirs: string): boolean => {
  commitAll(theirs);
  commitAll(ours);
  runGit(ours, 'fetch', '-q', theirs, 'main:theirs');
  return mergeStops(ours, 'theirs');
};
