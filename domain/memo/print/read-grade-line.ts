import type { Credibility } from '../../tradecraft/credibility.ts';
import { credibilityTable } from '../../tradecraft/credibility.ts';
import type { Reliability } from '../../tradecraft/reliability.ts';
import { reliabilityTable } from '../../tradecraft/reliability.ts';

/** A printed grade in its parts: "B3", what it says in words, and through whom it came. */
export type GradeParts = {
  /** "B3", "–/3" or "B/–" where one axis is missing; null where nothing is graded. */
  readonly grade: string | null;
  /** "usually reliable; possibly true" */
  readonly words: string | null;
  /** "via Harbour Dispatch (C)" */
  readonly via: string | null;
};

const gradeLine = /^(?:ungraded|Not graded|([A-F–])\/?([1-6–]))(?: (via .+))?$/su;

const isLetter = (text: string): text is Reliability => text in reliabilityTable;
const isDigit = (text: string): text is `${Credibility}` => text in credibilityTable;

const wordsOf = (letter: string, digit: string): string =>
  [
    isLetter(letter) ? reliabilityTable[letter].wording.toLowerCase() : 'source not graded',
    isDigit(digit) ? credibilityTable[digit].wording.toLowerCase() : 'passage not graded',
  ].join('; ');

/**
 * The parts of a line that `printGradeLine` has made. A dash beside a letter or a digit would be read as a minus, so a
 * slash parts the two.
 */
export const readGradeLine = (line: string | null): GradeParts => {
  const match = line === null ? null : gradeLine.exec(line);
  const [, letter, digit, via = null] = match ?? [];
  if (letter === undefined || digit === undefined) return { grade: null, words: null, via };
  const isWhole = letter !== '–' && digit !== '–';
  return { grade: isWhole ? letter + digit : `${letter}/${digit}`, words: wordsOf(letter, digit), via };
};
