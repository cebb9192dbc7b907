/**
 * Phrases of a query: what stands in it between quotation marks must stand in the text just so, its words whole and
 * one after the other, whatever marks and spaces are between them.
 */
import { startsUnspaced, wordRuns } from './search-words.ts';

const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu;
/** A word with "=" before it is meant as it is written, as a phrase is. */
const exactWord = /(?<!\S)=([^\s="“”„«»]+)/gu;

/**
 * The words of the phrase as `holdsPhrases` looks for them; null where it holds no letter and no digit. In a script
 * without spaces it may begin and end within a run.
 */
const patternOf = (phrase: string): string | null => {
  const words = wordRuns(phrase).join(' ');
  if (words === '') return null;
  return `${startsUnspaced(words) ? '' : ' '}${words}${startsUnspaced(words.slice(-1)) ? '' : ' '}`;
};

/** The phrases of a query, and the words after "=", for `holdsPhrases`; a mark that is still open makes none. */
export const queryPhrases = (query: string): readonly string[] =>
  [...query.matchAll(quoted), ...query.matchAll(exactWord)].flatMap(
    ([, phrase = '']) => patternOf(phrase) ?? [],
  );

/** Whether every one of `phrases` (see queryPhrases) stands in one of `texts`; a phrase goes over no end of a line. */
export const holdsPhrases = (phrases: readonly string[], texts: readonly string[]): boolean => {
  if (phrases.length === 0) return true;
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => ` ${wordRuns(line).join(' ')} `);
  return phrases.every((phrase) => lines.some((line) => line.includes(phrase)));
};
