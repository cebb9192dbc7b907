import type { Credibility } from '../../tradecraft/credibility.ts';
import { credibilityTable } from '../../tradecraft/credibility.ts';
import { withinLine } from '../../tradecraft/own-terms.ts';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { reliabilityTable } from '../../tradecraft/reliability.ts';
import { englishWords, type PrintedWords } from './printed-words.ts';

/** A printed grade in its parts: "B3", what it says in words, and through whom it came. */
export type GradeParts = {
  /** "B3", "–/3" or "B/–" where one axis is missing; null where nothing is graded. */
  readonly grade: string | null;
  /** "usually reliable; possibly true" */
  readonly words: string | null;
  /** "via Harbour Dispatch (C)" */
  readonly via: string | null;
};

const gradeOf = /^([A-F–])\/?([1-6–])(?= |$)/u;

const isLetter = (text: string): text is Reliability => text in reliabilityTable;
const isDigit = (text: string): text is `${Credibility}` => text in credibilityTable;

const inWords = (letter: string, digit: string, { citation, sign, terms }: PrintedWords): string =>
  [
    isLetter(letter) ? withinLine(terms.reliability[letter], terms) : citation.sourceNotGraded,
    isDigit(digit) ? withinLine(terms.credibility[digit], terms) : citation.passageNotGraded,
  ].join(sign.semicolon);

/**
 * The parts of a line that `printGradeLine` has made in those words. A dash beside a letter or a digit would be read as
 * a minus, so a slash parts the two.
 */
export const readGradeLine = (line: string | null, words = englishWords): GradeParts => {
  const { citation } = words;
  const at = line?.indexOf(` ${citation.via} `) ?? -1;
  const via = line === null || at === -1 ? null : line.slice(at + 1);
  const [, letter, digit] = gradeOf.exec(line ?? '') ?? [];
  if (letter === undefined || digit === undefined) return { grade: null, words: null, via };
  const isWhole = letter !== '–' && digit !== '–';
  return {
    grade: isWhole ? letter + digit : `${letter}/${digit}`,
    words: inWords(letter, digit, words),
    via,
  };
};
