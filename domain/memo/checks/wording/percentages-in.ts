import { ownWords } from '../../../reading/own-words.ts';
import type { LikelihoodTerm } from '../../../tradecraft/likelihood.ts';
import { findLikelihoodTerms } from '../../likelihood/find-likelihood-terms.ts';

const about = '(?:(?:about|around|roughly|approximately|circa|some|c\\.)\\s+|[~≈<>]\\s*)?';
const number = '\\d{1,3}(?:[.,]\\d+)?';
const percent = `${about}${number}(?:\\s*%?\\s*(?:–|-|to)\\s*[~≈<>]?\\s*${number})?\\s*(?:%|per\\s?cent\\b|percent\\b)`;
const nouns = '(?:chances?|probability|likelihood|odds)';

/** "likely (70 %)": what stands behind a term. */
const behind = new RegExp(`^\\s*[([]\\s*${percent}[^()\\[\\]]{0,30}[)\\]]`, 'iu');
/** "70 % likely", "(70 %) likely". */
const before = new RegExp(`(?<![\\p{L}\\p{N}.,])[([]?${percent}[)\\]]?\\s+$`, 'iu');
/** "a 70 % chance", "a probability of 70 %". Of a noun behind it, it is a share of that. */
const alone = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?:${percent}[\\s-]+${nouns}\\b|\\b${nouns}\\s+(?:of|is|at|stands\\s+at|:)?\\s*${percent}(?!\\s+(?!that\\b)\\p{L}))`,
  'giu',
);

const numbersOf = (text: string): string => (text.match(/\d+/gu) ?? []).map(Number).join(' ');

/**
 * Percentages in the own words of `text` (one textblock) that say how likely something is, with the words around them:
 * "likely (70 %)", "a 70 % chance". The band of a term in its own lexicon, "likely (55 to 80 %)", explains it and is
 * none. A share of something, "likely to lose 30 % of its trade", is none.
 */
export const percentagesIn = (text: string, terms: readonly LikelihoodTerm[]): readonly string[] => {
  const own = ownWords(text);
  const besideTerms = findLikelihoodTerms(text).flatMap(({ wording, start, end }) => {
    const band = terms.find((term) => term.wording === wording)?.band ?? '';
    const found = [before.exec(own.slice(0, start))?.[0], behind.exec(own.slice(end))?.[0]];
    const [left = '', right = ''] = found;
    const isOther = (words: string): boolean => words !== '' && numbersOf(words) !== numbersOf(band);
    return isOther(left) || isOther(right) ? [`${left}${own.slice(start, end)}${right}`.trim()] : [];
  });
  return [...besideTerms, ...[...own.matchAll(alone)].map(([words]) => words.trim())];
};
