import { type CarryReport, carriedStates } from '#domain/passage/carried.ts';

const words: Readonly<Record<keyof CarryReport, string>> = {
  unchanged: 'unchanged',
  moved: 'moved',
  changed: 'changed',
  ambiguous: 'in several places',
  orphaned: 'not in the text',
};

/** A carry report in words, "8 unchanged, 1 changed"; empty where nothing was carried. */
export const printCarried = (report: CarryReport): string =>
  carriedStates
    .filter((state) => report[state] > 0)
    .map((state) => `${report[state]} ${words[state]}`)
    .join(', ');
