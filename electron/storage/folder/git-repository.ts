// The Git repository that an archive may stand in: where it is, what it is in the middle of, and what it is told of the
// files.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import type { StorageContext } from '../storage-context.ts';
import { ATTRIBUTES_FILE } from './layout.ts';
import { rewriteText } from './rewrite-text.ts';

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

/**
 * What a repository is in the middle of. `replay`: commits are applied anew, one by one (rebase, cherry-pick, revert).
 */
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

/**
 * What Git is told of an archive. No byte of it may be converted: a line end that Git changed would alter an original,
 * and with it the evidence. And Git may not merge JSON line by line: a file that both sides have changed stays valid
 * JSON, as ours, and the merge stops for `precis merge`, which merges by record.
 */
/** Each rule, and how one is known that says the same. */
const rules = [
  { text: '* -text', pattern: /^\s*\*\s(?:.*\s)?(?:-text|binary)(?:\s|$)/mu },
  { text: '*.json -merge', pattern: /^\s*\*\.json\s(?:.*\s)?(?:-merge|binary)(?:\s|$)/mu },
] as const;

/** Of a new archive. */
export const gitAttributes = `${rules.map(({ text }) => text).join('\n')}\n`;

/**
 * The text with the rules that it lacks before all others: those that stand later win, and a person's are more special.
 */
const withRules = (text: string): string => {
  const missing = rules.filter(({ pattern }) => !pattern.test(text));
  if (missing.length === 0) return text;
  const lines = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${missing.map((rule) => `${rule.text}\n`).join('')}${lines}`;
};

/**
 * Adds what is missing of it to an archive that stands in a Git repository; what a person has written there stays.
 * Answers whether anything was added.
 */
export const ensureGitAttributes = async (context: StorageContext): Promise<boolean> =>
  findRepository(context.root) !== null && rewriteText(context, ATTRIBUTES_FILE, withRules);
