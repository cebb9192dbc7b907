import { type LexiconId, type LikelihoodTerm, lexicons } from '../../tradecraft/likelihood.ts';
import { englishWords, type PrintedWords } from '../print/printed-words.ts';
import { termWithWording } from './find-likelihood-terms.ts';

/** The other row of the same standard: ICD 203 gives two rows of terms for the same bands. */
export const otherRow: Readonly<Record<LexiconId, LexiconId | null>> = {
  'icd203-likely': 'icd203-probable',
  'icd203-probable': 'icd203-likely',
  phia: null,
};

/** "55 to 80 %", as the standards write it; in other languages "55–80 %". */
export const printBand = (band: string, words: PrintedWords): string =>
  words === englishWords ? band : band.replace(' to ', '–');

const termsOf = (lexiconId: LexiconId | null): readonly LikelihoodTerm[] =>
  lexiconId === null ? [] : lexicons[lexiconId].terms;

/**
 * What the terms of a memo stand for, in the order of their bands: "unlikely = 20 to 45 %, likely = 55 to 80 %
 * (ICD 203)." Where both rows of ICD 203 are used it says that they mean the same, as the standard asks. Null where
 * no term of the lexicon is used.
 */
export const printLexiconNote = (
  lexiconId: LexiconId,
  wordings: ReadonlySet<string>,
  words = englishWords,
): string | null => {
  const own = termsOf(lexiconId);
  const used = (terms: readonly LikelihoodTerm[]) => terms.filter(({ wording }) => wordings.has(wording));
  const foreign = used(termsOf(otherRow[lexiconId]));
  const bands = [...new Set([...own].map(({ band }) => band))];
  const lines = bands.flatMap((band) => {
    const same = [...used(own), ...foreign].filter((term) => term.band === band);
    return same.length === 0
      ? []
      : [`${same.map(({ wording }) => wording).join(' = ')} = ${printBand(band, words)}`];
  });
  if (lines.length === 0) return null;
  const mixed = foreign.length === 0 ? '' : `${words.sign.gap}${words.likelihood.sameBand}`;
  return `${lines.join(', ')} (${lexicons[lexiconId].standard}).${mixed}`;
};

/** Whether `wording` is a term of the lexicon. */
export const isOfLexicon = (lexiconId: LexiconId, wording: string): boolean =>
  termWithWording(lexicons[lexiconId].terms, wording) !== null;
