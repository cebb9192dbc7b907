import type { LexiconId } from '../../tradecraft/likelihood.ts';
import { otherRow, type Terms } from '../../tradecraft/own-terms.ts';
import { englishWords, type PrintedWords } from '../print/printed-words.ts';

/** "55 to 80 %", as the standards write it; in other languages "55–80 %". */
export const printBand = (band: string, words: PrintedWords): string =>
  words.tag === englishWords.tag ? band : band.replace(' to ', '–');

/**
 * The meanings of the terms in a memo, in the order of their bands: "unlikely = 20 to 45 %, likely = 55 to 80 %
 * (ICD 203)." Where both rows of ICD 203 are used it states that they mean the same, as the standard requires.
 * Null where no term of the lexicon is used.
 */
export const printLexiconNote = (
  lexiconId: LexiconId,
  wordings: ReadonlySet<string>,
  words = englishWords,
): string | null => {
  const { lexicons } = words.terms;
  const other = otherRow[lexiconId];
  const own = lexicons[lexiconId].terms;
  const said = own.filter(({ wording }) => wordings.has(wording));
  const isSaid = (wording: string): boolean => said.some((term) => term.wording === wording);
  const foreign = (other === null ? [] : lexicons[other].terms).filter(
    ({ wording }) => wordings.has(wording) && !isSaid(wording),
  );
  const bands = [...new Set(own.map(({ band }) => band))];
  const lines = bands.flatMap((band) => {
    const same = [...said, ...foreign].filter((term) => term.band === band);
    return same.length === 0
      ? []
      : [`${same.map(({ wording }) => wording).join(' = ')} = ${printBand(band, words)}`];
  });
  if (lines.length === 0) return null;
  const mixed = foreign.length === 0 ? '' : `${words.sign.gap}${words.likelihood.sameBand}`;
  return `${lines.join(', ')} (${lexicons[lexiconId].standard}).${mixed}`;
};

/** Whether `said` is a term of the lexicon. */
export const isOfLexicon = (lexiconId: LexiconId, said: string, { lexicons }: Terms): boolean =>
  lexicons[lexiconId].terms.some(({ wording }) => wording === said);
