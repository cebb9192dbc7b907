/**
 * Words as a full-text index stores them. Each is a run of letters, digits and marks only, so that none can be
 * parsed as syntax; a line ends with a special mark, which no phrase spans.
 */

import type { SearchTerm } from '../language/search-node.ts';
import { cutRunInOrder, isBelowUnspaced, pairsAndLast, startsUnspaced, wordRuns } from '../search-words.ts';

/** The ordinal "ª": a letter to the index, and one that `wordRuns` never answers, since folding makes it an "a". */
const END_OF_LINE = 'ª';

/** The words of a text for the index, in their order, parted by spaces. */
export const indexTokens = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      (isBelowUnspaced(line)
        ? wordRuns(line)
        : wordRuns(line).flatMap((run) => cutRunInOrder(run, pairsAndLast))
      ).join(' '),
    )
    .filter((line) => line !== '')
    .join(` ${END_OF_LINE} `);

export type IndexPhrase = { readonly tokens: readonly string[]; readonly isPrefix: boolean };

/**
 * A term as a query of the index. In a script without spaces the last run may continue in the text: it is queried
 * by its pairs only, and a single character as a prefix of one.
 */
export const termTokens = ({ words, isPrefix }: SearchTerm): IndexPhrase => {
  const tokens = words.flatMap((word) =>
    cutRunInOrder(word, pairsAndLast).map((token) => ({ token, isUnspaced: startsUnspaced(token) })),
  );
  const last = tokens.at(-1);
  const all = tokens.map(({ token }) => token);
  if (last?.isUnspaced !== true) return { tokens: all, isPrefix };
  const isPair = tokens.at(-2)?.isUnspaced === true && Array.from(tokens.at(-2)?.token ?? '').length === 2;
  return isPair ? { tokens: all.slice(0, -1), isPrefix: false } : { tokens: all, isPrefix: true };
};
