/** The numbers of an ordered list: digits, letters or Roman numbers, with a stop or in parentheses. */

/** By the number of a first item; a list without one is numbered `1.`. Typst knows the same patterns. */
export const listNumberings = [
  '1)',
  '(1)',
  'a.',
  'a)',
  '(a)',
  'A.',
  'A)',
  '(A)',
  'i.',
  'i)',
  '(i)',
  'I.',
  'I)',
  '(I)',
] as const;
export type ListNumbering = (typeof listNumberings)[number];

type Letters = '1' | 'a' | 'A' | 'i' | 'I';

/** The `type` of HTML's lists, which are the same signs. */
export const lettersOf = (numbering: ListNumbering | undefined): Letters =>
  (numbering ?? '1.').replaceAll(/[^1aAiI]/gu, '') as Letters;

const ROMAN = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;
const MAX_ROMAN = 3999;
const ALPHABET = 26;
const FIRST_LETTER = 97;

const toRoman = (count: number): string => {
  let left = count;
  let written = '';
  for (const [sign, value] of ROMAN) for (; left >= value; left -= value) written += sign;
  return written;
};

/** a to z from 1, then aa, ab: as a browser counts. Empty below 1. */
export const toLetters = (count: number): string =>
  count < 1
    ? ''
    : toLetters(Math.floor((count - 1) / ALPHABET)) +
      String.fromCharCode(FIRST_LETTER + ((count - 1) % ALPHABET));

const written: Readonly<Record<Letters, (count: number) => string>> = {
  1: String,
  a: toLetters,
  A: (count) => toLetters(count).toUpperCase(),
  i: toRoman,
  I: (count) => toRoman(count).toUpperCase(),
};

/** The printed number of an item, such as `c)`. What has no letter or Roman number is in digits. */
export const listMark = (numbering: ListNumbering | undefined, count: number): string => {
  const letters = lettersOf(numbering);
  const hasSign = count >= 1 && (letters.toLowerCase() !== 'i' || count <= MAX_ROMAN);
  return (numbering ?? '1.').replace(letters, hasSign ? written[letters](count) : String(count));
};

const MARK = /^(?<open>\(?)(?<sign>\d{1,4}|[a-z]{1,15}|[A-Z]{1,15})(?<close>[.)])$/u;

const readRoman = (sign: string): number | null => {
  let at = 0;
  let count = 0;
  for (const [letters, value] of ROMAN)
    for (; sign.startsWith(letters, at); at += letters.length) count += value;
  return at === sign.length && toRoman(count) === sign ? count : null;
};

/** One letter is the letter, but where a list of Roman numbers is likelier to begin with it. */
const readSign = (sign: string): readonly [Letters, number] | null => {
  if (/^\d/u.test(sign)) return ['1', Number(sign)];
  const small = sign.toLowerCase();
  const isSmall = sign === small;
  const roman = small.length > 1 || /[ivx]/u.test(small) ? readRoman(small) : null;
  if (roman !== null) return [isSmall ? 'i' : 'I', roman];
  return small.length === 1 ? [isSmall ? 'a' : 'A', small.charCodeAt(0) - FIRST_LETTER + 1] : null;
};

/** What a list has that begins with `mark`; undefined is the numbering of a list that says none. */
export type ListStart = { readonly numbering: ListNumbering | undefined; readonly start: number };

/** Reads the number of a first item, such as `(iv)`; null where it is none. */
export const readListMark = (mark: string): ListStart | null => {
  const { open = '', sign = '', close = '' } = MARK.exec(mark)?.groups ?? {};
  const read = readSign(sign);
  if (read === null || (open !== '' && close !== ')')) return null;
  const [letters, start] = read;
  const pattern = `${open}${letters}${close}`;
  return { numbering: listNumberings.find((each) => each === pattern), start };
};
