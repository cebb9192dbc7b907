/**
 * What Git is told of an archive. No byte of it may be converted: a line end that Git changed would alter an original, and
 * with it the evidence. And Git may not merge JSON line by line: a file that both sides have changed stays valid JSON,
 * as ours, and the merge stops for `precis merge`, which merges by record.
 */
import { findRepository } from '../../git/find-repository.ts';
import type { StorageContext } from '../storage-context.ts';
import { ATTRIBUTES_FILE } from './layout.ts';
import { rewriteText } from './rewrite-text.ts';

/** Each rule, and how one is known that says the same. */
const rules = [
  { text: '* -text', pattern: /^\s*\*\s(?:.*\s)?(?:-text|binary)(?:\s|$)/mu },
  { text: '*.json -merge', pattern: /^\s*\*\.json\s(?:.*\s)?(?:-merge|binary)(?:\s|$)/mu },
] as const;

/** Of a new archive. */
export const gitAttributes = `${rules.map(({ text }) => text).join('\n')}\n`;

/** The text with the rules that it lacks before all others: those that stand later win, and a person's are more special. */
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
