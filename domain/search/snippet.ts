import { foldText } from './fold-text.ts';

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** How much of a snippet may stand before the word that was found, as a share of the whole. */
const LEAD = 0.3;

/** Whether one of `words` begins `run`, or stands in it where its script has no spaces. */
const holdsOne = (run: string, words: readonly string[]): boolean => {
  const folded = foldText(run);
  return words.some((wanted) => folded.startsWith(wanted) || (wanted > '\u0e00' && folded.includes(wanted)));
};

const startOfMatch = (text: string, words: readonly string[]): number => {
  for (const match of text.matchAll(word)) if (holdsOne(match[0], words)) return match.index;
  return 0;
};

/** The nearest beginning of a word at or after `at`; `at` itself where none is near. */
const wordStartFrom = (text: string, at: number): number => {
  const space = text.slice(at, at + 24).search(/\s\S/u);
  return at === 0 || space === -1 ? at : at + space + 1;
};

/**
 * A part of `text` on one line, at most about `maxLength` UTF-16 units, around the first of `words` (folded, see
 * queryWords) in it. "…" marks where something was left off. For lists only: never for a quotation.
 */
export const snippetOf = (text: string, words: readonly string[], maxLength: number): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= maxLength) return line;
  const wantedStart = Math.max(0, startOfMatch(line, words) - Math.floor(maxLength * LEAD));
  const start = wordStartFrom(line, Math.min(wantedStart, line.length - maxLength));
  const rest = line.slice(start);
  const cut = rest.length <= maxLength ? rest : rest.slice(0, maxLength).replace(/\s*\S*$/u, '');
  const body = cut === '' ? wholeCharacters(rest, maxLength) : cut;
  return `${start > 0 ? '…' : ''}${body}${start + body.length < line.length ? '…' : ''}`;
};

/** The first `length` units of `text`, less a surrogate that would be cut from its pair. */
function wholeCharacters(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/u, '');
}
