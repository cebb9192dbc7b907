/** The words of a printed board in English, which are those of the window; other languages: `board-words-in.ts`. */
import { english, type LanguageWords } from '../memo/print/words/english.ts';
import { type SameOrigin, sameOriginWords } from '../source/compare-origins.ts';
import type { Expectation } from './board.ts';
import { printPercent } from './probabilities.ts';

export type BoardWords = {
  readonly sign: LanguageWords['sign'];
  /** Heads of columns. */
  readonly evidence: string;
  readonly grade: string;
  /** The question that the cells answer, as a sentence begun by "If it were true, this would be". */
  readonly question: string;
  readonly expected: Readonly<Record<Expectation, string>>;
  readonly notFilled: string;
  /** The analyst who gave no name. */
  readonly unnamed: string;
  /** In which order the signs of a cell are those of several analysts. */
  readonly eachCell: (analysts: string) => string;
  readonly filledBy: (analysts: string) => string;
  /** The heading of a line of probabilities; for the combined line `combined` replaces the analyst. */
  readonly probability: (analyst: string) => string;
  readonly combined: string;
  readonly percent: (percent: number) => string;
  /** Of probabilities that do not add up to 100. */
  readonly addsUpTo: (sum: number) => string;
  readonly origin: Readonly<Record<SameOrigin, string>>;
  /** `row` is how the other row begins. */
  readonly countsOnce: (origin: string, row: string) => string;
};

const originWords = (how: SameOrigin): string => sameOriginWords[how].short;

export const englishBoardWords: BoardWords = {
  sign: english.sign,
  evidence: 'Evidence',
  grade: 'Grade',
  question: 'If the hypothesis were true, how expected would the evidence be?',
  expected: {
    1: 'very unexpected',
    2: 'unexpected',
    3: 'either way',
    4: 'expected',
    5: 'very expected',
    none: 'does not bear on it',
  },
  notFilled: 'not filled',
  unnamed: 'unnamed',
  eachCell: (analysts) => `Each cell, from the top: ${analysts}.`,
  filledBy: (analysts) => `Filled by ${analysts}.`,
  probability: (analyst) => `Probability, ${analyst}`,
  combined: 'combined',
  percent: (percent) => `${printPercent(percent)}\u00A0%`,
  addsUpTo: (sum) => `adds up to ${printPercent(sum)}`,
  origin: {
    said: originWords('said'),
    text: originWords('text'),
    statement: originWords('statement'),
    source: originWords('source'),
    credit: originWords('credit'),
    voice: originWords('voice'),
  },
  countsOnce: (origin, row) => `${origin} as ${row}: counts once`,
};
