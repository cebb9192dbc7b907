/** Dates in the language of a memo, whose parts a line does not part: a space becomes a fixed one. */
import type { Run } from '#domain/memo/memo-document.ts';
import type { PrintedWords } from '#domain/memo/print/printed-words.ts';
import { endBracketed } from './isolate-direction.ts';

type ReferenceRun = Extract<Run, { readonly kind: 'reference' }>;

const NO_BREAK_SPACE = '\u00A0';

type DatePatterns = { readonly whole: RegExp; readonly day: RegExp };

const known = new Map<string, DatePatterns>();

/** How a day is printed in those words, with its year and without. */
const patternsOf = ({ tag, date }: PrintedWords): DatePatterns => {
  const found = known.get(tag);
  if (found !== undefined) return found;
  const [day, month, year] = ['99', '@', '9999'];
  const written = date.day(Number(day), month, Number(year)).replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const filled = (pattern: string): string =>
    pattern
      .replace(year, '\\d{4}')
      .replace(day, '\\d{1,2}(?:er|º)?')
      .replace(month, `(?:${date.months.join('|')})`);
  const untilMonth = written.slice(0, written.indexOf(month) + month.length);
  const made = {
    whole: new RegExp(filled(written), 'gu'),
    day: new RegExp(`(?<!\\p{N})${filled(untilMonth)}(?!\\p{L})`, 'gu'),
  };
  known.set(tag, made);
  return made;
};

const fixed = (date: string): string => date.replaceAll(' ', NO_BREAK_SPACE);

/** Keeps "24 April 2024" on one line: for what Precis prints. */
export const keepDates = (text: string, words: PrintedWords): string =>
  text.replace(patternsOf(words).whole, fixed);

/** Keeps "24 April" on one line, and lets the year go: for what an analyst wrote, in the columns of tables too. */
export const keepDays = (text: string, words: PrintedWords): string =>
  endBracketed(/\d/u.test(text) ? text.replace(patternsOf(words).day, fixed) : text, words);

/** "Judgement 2", as a cross reference prints it: no line parts the number from what it counts. */
export const keepNumber = ({ text, to }: Pick<ReferenceRun, 'text' | 'to'>): string =>
  to === 'section' ? text : fixed(text);
