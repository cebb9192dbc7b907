import type { EdtfText } from '../dates/when/edtf.ts';
import { printWhen } from '../dates/when/print-when.ts';

/** The date of an event, with remarks on it. */
export type PrintedEventDate = {
  readonly date: EdtfText;
  readonly isInferred: boolean;
  /** The other dates that passages give. */
  readonly contested: readonly EdtfText[];
};

/** In which words a date is printed: in those of the window, or in the language of a memo. */
export type EventWords = {
  readonly when: (date: string) => string;
  readonly inferred: string;
  readonly alsoGiven: (dates: readonly string[]) => string;
  /** Between two remarks, and around them behind the date. */
  readonly semicolon: string;
  readonly bracketed: (text: string) => string;
};

export const englishEventWords: EventWords = {
  when: (date) => printWhen(date),
  inferred: 'inferred',
  alsoGiven: (dates) => `passages also give ${dates.join(' and ')}`,
  semicolon: '; ',
  bracketed: (text) => ` (${text})`,
};

/** "19 April 2024 (inferred; passages also give 18 April 2024)" */
export const printEventDate = (
  { date, isInferred, contested }: PrintedEventDate,
  words = englishEventWords,
): string => {
  const remarks = [
    ...(isInferred ? [words.inferred] : []),
    ...(contested.length === 0 ? [] : [words.alsoGiven(contested.map((other) => words.when(other)))]),
  ];
  return remarks.length === 0
    ? words.when(date)
    : `${words.when(date)}${words.bracketed(remarks.join(words.semicolon))}`;
};
