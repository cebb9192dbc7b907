// The Git repository that may contain an archive: its location, an unfinished merge or rebase, and the attributes of
// the archive's files.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { requireSystemError } from '#electron/storage/file/system-error.ts';
import type { StorageContext } from '../storage-context.ts';
import { ATTRIBUTES_FILE } from './layout.ts';
import { rewriteText } from './rewrite-text.ts';

/** The repository that contains a folder. */
export type Repository = {
  /** The folder whose files it keeps. */
  readonly top: string;
  /** The Git folder of this working tree: it contains its index and an unfinished merge. */
  readonly gitFolder: string;
};

/** The repository around `folder`, found without running Git; null if there is none. */
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

/** `.git` is a folder, or in a linked working tree a file with the path of the folder. */
const gitFolderIn = (top: string): string | null => {
  const path = join(top, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.isDirectory()) return path;
  const [, named] = /^gitdir: (.+)/u.exec(readFileSync(path, 'utf8')) ?? [];
  return named === undefined ? null : resolve(top, named.trim());
};

/**
 * What is unfinished in a repository. `replay`: commits are being applied again one by one (rebase, cherry-pick,
 * revert).
 */
export type Unfinished = 'merge' | 'merge-of-several' | 'replay' | null;

export const whatIsUnfinished = ({ gitFolder }: Repository): Unfinished => {
  const heads = headsIn(join(gitFolder, 'MERGE_HEAD'));
  if (heads > 0) return heads === 1 ? 'merge' : 'merge-of-several';
  const signs = ['rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'];
  return signs.some((sign) => existsSync(join(gitFolder, sign))) ? 'replay' : null;
};

/**
 * Whether Git waits for a person in the repository around the folder: files there may have one side of a merge, or
 * both.
 */
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
 * The Git attributes of an archive. Git must not convert any byte: a changed line end would alter an original, and with
 * it the evidence. It must not merge JSON line by line either: a file that both sides have changed stays valid JSON, in
 * our version, and the merge stops for `precis merge`, which merges by record.
 */
/** Each rule, and how an equivalent one is recognised. */
const rules = [
  { text: '* -text', pattern: /^\s*\*\s(?:.*\s)?(?:-text|binary)(?:\s|$)/mu },
  { text: '*.json -merge', pattern: /^\s*\*\.json\s(?:.*\s)?(?:-merge|binary)(?:\s|$)/mu },
] as const;

/** Of a new archive. */
export const gitAttributes = `${rules.map(({ text }) => text).join('\n')}\n`;

/** The text with its missing rules added at the top: later rules win, and a person's own rules are more specific. */
const withRules = (text: string): string => {
  const missing = rules.filter(({ pattern }) => !pattern.test(text));
  if (missing.length === 0) return text;
  const lines = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${missing.map((rule) => `${rule.text}\n`).join('')}${lines}`;
};

/**
 * Adds the missing attributes to an archive in a Git repository; what a person has written there stays. Returns whether
 * anything was added.
 */
export const ensureGitAttributes = async (context: StorageContext): Promise<boolean> =>
  findRepository(context.root) !== null && rewriteText(context, ATTRIBUTES_FILE, withRules);
