import { z } from 'zod';

const YEAR = '{year}';
const counter = /\{(n{1,6})\}/gu;

/** Whether a pattern counts in one place, names the year at most once, and has no other braces. */
const isNumbering = (pattern: string): boolean => {
  const rest = pattern.replace(YEAR, '').replace(counter, '');
  return (pattern.match(counter) ?? []).length === 1 && !/[{}]/u.test(rest);
};

/** How the memos of a form are numbered: "PM-{year}-{nnn}" gives PM-2024-017. */
export const numberingSchema = z.string().trim().min(1).max(40).refine(isNumbering, {
  message: 'needs {n}, {nn} or {nnn} once, and {year} at most once: PM-{year}-{nnn}',
});

export const USUAL_NUMBERING = 'PM-{year}-{nnn}';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A pattern, for one year: the text before and after the number, and its minimum digits. */
const partsOf = (pattern: string, year: number): readonly [before: string, digits: number, after: string] => {
  const named = pattern.replace(YEAR, String(year));
  const [match] = named.matchAll(counter);
  if (match === undefined) return [`${named}-`, 1, ''];
  return [named.slice(0, match.index), match[1]?.length ?? 1, named.slice(match.index + match[0].length)];
};

/** The number `count` of that year in `pattern`. */
export const printNumber = (pattern: string, year: number, count: number): string => {
  const [before, digits, after] = partsOf(pattern, year);
  return `${before}${String(count).padStart(digits, '0')}${after}`;
};

/** Returns a function that reads the count from a number in `pattern` of that year; null for any other number. */
export const readCount = (pattern: string, year: number): ((number: string) => number | null) => {
  const [before, , after] = partsOf(pattern, year);
  const form = new RegExp(`^${escaped(before)}(\\d{1,15})${escaped(after)}$`, 'u');
  return (number) => {
    const match = form.exec(number);
    return match === null ? null : Number(match[1]);
  };
};
