/**
 * A letter in brackets says that its case was changed. It may be changed where the source's word begins a sentence or
 * is no name, and a capital only where a sentence of the quotation begins: else a word looks like a name, or a name
 * like a word.
 */
import { escapePattern } from '../../text/escape-pattern.ts';
import type { BracketedLetter, FoundPart } from './find-part.ts';
import type { QuoteFault } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

const wordFrom = /^[\p{L}\p{M}\p{N}]+/u;
const hasWord = /[\p{L}\p{N}]/u;
const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);

const beginsSentence = (source: SourceText, at: number): boolean => {
  const { text } = source.reading;
  const start = Math.max(source.sentenceAt(at).start, source.quotationAt(at)?.start ?? 0);
  return !hasWord.test(text.slice(start, at)) || /[:\u2014]\s*$/u.test(text.slice(start, at));
};

/** Places of `word` as a whole word. */
const placesOf = (word: string, text: string): readonly number[] => {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`, 'gu');
  return Array.from(text.matchAll(pattern), ({ index }) => index);
};

/** A word that the text writes with a capital within its sentences and never without one, or in capitals. */
const isName = (source: SourceText, word: string): boolean => {
  const { text } = source.reading;
  if (/^\p{Lu}{2}/u.test(word)) return true;
  const small = `${word.charAt(0).toLowerCase()}${word.slice(1)}`;
  return placesOf(small, text).length === 0 && placesOf(word, text).some((at) => !beginsSentence(source, at));
};

const isFaulty = (source: SourceText, { at, letter, beginsSentence: opens }: BracketedLetter): boolean => {
  const word = wordFrom.exec(source.reading.text.slice(at))?.[0] ?? '';
  if (word.startsWith(letter)) return false;
  return isUpper(letter) ? !opens : isName(source, word);
};

/** The words of `part` whose case must not be changed as it is. */
export const bracketedLetterFaults = (source: SourceText, part: FoundPart): readonly QuoteFault[] =>
  part.bracketed
    .filter((bracketed) => isFaulty(source, bracketed))
    .map(({ at, letter }) => {
      const word = wordFrom.exec(source.reading.text.slice(at))?.[0] ?? '';
      return { kind: 'bracketed-letter', word: `[${letter}]${word.slice(1)}` };
    });
