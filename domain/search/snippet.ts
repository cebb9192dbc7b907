import { foldText } from '../text/fold-text.ts';
import { startsUnspaced } from './search-words.ts';
import { wordEndBefore, wordStartFrom } from './words/word-cuts.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** The maximum share of a snippet before the word that was found. */
const LEAD = 0.3;

/** Whether one of `words` begins `run`, or is inside it where its script has no spaces. */
const holdsOne = (run: string, words: readonly string[]): boolean => {
  const folded = foldText(run);
  return words.some(
    (wanted) => folded.startsWith(wanted) || (startsUnspaced(wanted) && folded.includes(wanted)),
  );
};

/** The offset of the wanted word within a run: at its beginning, or further in where the script has no spaces. */
const offsetInRun = (run: string, words: readonly string[]): number =>
  Math.max(0, ...words.map((wanted) => (startsUnspaced(wanted) ? run.indexOf(wanted) : -1)));

const startOfMatch = (text: string, words: readonly string[]): number => {
  for (const { 0: run, index } of text.matchAll(word)) {
    if (holdsOne(run, words)) return index + offsetInRun(run, words);
  }
  return 0;
};

/**
 * A part of `text` on one line, at most about `maxLength` UTF-16 units, around the first of `words` (folded, see
 * queryWords) in it. "…" marks where something was left off. For lists only: never for a quotation.
 */
export const snippetOf = (text: string, words: readonly string[], maxLength: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= maxLength) return line;
  const wanted = Math.max(0, startOfMatch(line, words) - Math.floor(maxLength * LEAD));
  const start = wordStartFrom(line, Math.min(wanted, line.length - maxLength));
  const end = wordEndBefore(line, start, start + maxLength);
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
};
