/** The words by which a memo prints the dates of events and the heads of its chronology, in a language. */

/** A date by itself, and after a preposition: equal except in languages that inflect it. */
export type SaidDate = { readonly alone: string; readonly bent: string; readonly isDay: boolean };

export type WhenWords = {
  /** The heading of the section, and the heads of its columns. */
  readonly chronology: {
    readonly heading: string;
    readonly when: string;
    readonly what: string;
    readonly concerned: string;
  };
  readonly inferred: string;
  readonly alsoGiven: (dates: string) => string;
  /** The names of months without a day, from January; absent where they equal those with a day. */
  readonly months?: readonly string[];
  readonly month: (month: string, year: string) => string;
  readonly year: (year: string) => string;
  readonly beforeChrist: (year: number) => string;
  /** From spring; behind a preposition those of `bentSeasons` where they differ. */
  readonly seasons: readonly [string, string, string, string];
  readonly bentSeasons?: readonly [string, string, string, string];
  readonly season: (season: string, year: string) => string;
  readonly decade: (first: number) => string;
  readonly yearFrom: (first: number, last: number) => string;
  readonly dayIn: (period: SaidDate) => string;
  readonly monthIn: (year: SaidDate) => string;
  readonly perhaps: (date: SaidDate) => string;
  readonly about: (date: SaidDate) => string;
  readonly between: (first: SaidDate, last: SaidDate) => string;
  readonly or: string;
  readonly since: (date: SaidDate) => string;
  readonly until: (date: SaidDate) => string;
  readonly toUnknown: (begin: SaidDate) => string;
  readonly fromUnknown: (end: SaidDate) => string;
  /** Then or before, and then or after. */
  readonly by: (date: SaidDate) => string;
  readonly notBefore: (date: SaidDate) => string;
  readonly undated: string;
  /** A third of a month, or of a year. */
  readonly early: (period: SaidDate, isOfMonth: boolean) => string;
  readonly mid: (period: SaidDate, isOfMonth: boolean) => string;
  readonly late: (period: SaidDate, isOfMonth: boolean) => string;
};
