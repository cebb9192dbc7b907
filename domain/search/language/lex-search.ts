/** The parts of a search as it is written: words, phrases, conditions, operators, parentheses. */
import type { SearchNotice } from './search-node.ts';

type Part = { readonly text: string } & (
  | { readonly kind: 'open' | 'close' | 'minus' }
  | { readonly kind: 'operator'; readonly name: 'AND' | 'OR' | 'NOT' }
  | { readonly kind: 'operator'; readonly name: 'NEAR'; readonly distance: number | null }
  | { readonly kind: 'condition'; readonly field: string; readonly values: readonly string[] }
  | {
      readonly kind: 'words';
      readonly isPrefix: boolean;
      readonly isQuoted: boolean;
      /** Meant letter by letter: quoted, or with "=" before it. */
      readonly isExact: boolean;
    }
);

/** A part with its range, in UTF-16 units; the marks around a phrase belong to it. */
export type Lexeme = Part & { readonly start: number; readonly end: number };

const QUOTES = '"“”„«»';
/**
 * Within a condition a value may be between quotation marks, and values are separated by commas; after the last
 * comma another value may follow.
 */
const value = `(?:[${QUOTES}][^${QUOTES}]*[${QUOTES}]?|[^\\s()${QUOTES},]+)`;
const condition = new RegExp(`^([A-Za-z]+):(${value}(?:,${value})*),?`, 'u');
const phrase = new RegExp(`^[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)(\\*?)`, 'u');
const word = new RegExp(`^[^\\s()${QUOTES}]+`, 'u');
const oneValue = new RegExp(value, 'gu');

const MAX_DISTANCE = 1000;

const operatorOf = (text: string): Part | null => {
  if (text === 'AND' || text === 'OR' || text === 'NOT') return { kind: 'operator', name: text, text };
  const near = /^NEAR(?:\/(\d{1,4}))?$/.exec(text);
  if (near === null) return null;
  const distance = near[1] === undefined ? null : Math.min(Number(near[1]), MAX_DISTANCE);
  return { kind: 'operator', name: 'NEAR', distance, text };
};

type Read = { readonly length: number; readonly lexeme: Part; readonly notice?: SearchNotice };

const readPhrase = (rest: string): Read | null => {
  const [whole = '', text = '', end = '', star = ''] = phrase.exec(rest) ?? [];
  if (whole === '') return null;
  const lexeme = { kind: 'words', text, isPrefix: star !== '', isQuoted: true, isExact: true } as const;
  const notice = { part: whole, says: 'is a phrase up to the end: its quotation mark is open' };
  return end === '' ? { length: whole.length, lexeme, notice } : { length: whole.length, lexeme };
};

const readField = (rest: string): Read | null => {
  const [text = '', field = '', values = ''] = condition.exec(rest) ?? [];
  if (text === '') return null;
  const unquoted = (values.match(oneValue) ?? []).map((each) =>
    each.replace(new RegExp(`^[${QUOTES}]|[${QUOTES}]$`, 'gu'), ''),
  );
  return {
    length: text.length,
    lexeme: { kind: 'condition', field: field.toLowerCase(), values: unquoted, text },
  };
};

const readWord = (rest: string): Read => {
  const [text = rest.slice(0, 1)] = word.exec(rest) ?? [];
  const isPrefix = text.endsWith('*');
  const isExact = /^=[^=]/u.test(text);
  const lexeme = operatorOf(text) ?? { kind: 'words', text, isPrefix, isQuoted: false, isExact };
  return { length: text.length, lexeme };
};

const signs = { '(': 'open', ')': 'close', '-': 'minus' } as const;

/** A minus excludes where something follows it at once; elsewhere it is a dash. */
const readSign = (rest: string): Read | null => {
  const text = rest.slice(0, 1);
  if (text !== '(' && text !== ')' && text !== '-') return null;
  if (text === '-' && !/^-[^\s)-]/u.test(rest)) return null;
  return { length: 1, lexeme: { kind: signs[text], text } };
};

/** Splits the text into parts; anything that is neither a sign nor a condition is a word. */
export const lexSearch = (
  text: string,
): { readonly lexemes: readonly Lexeme[]; readonly notices: readonly SearchNotice[] } => {
  const lexemes: Lexeme[] = [];
  const notices: SearchNotice[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const { length, lexeme, notice } =
      readSign(rest) ?? readPhrase(rest) ?? readField(rest) ?? readWord(rest);
    const start = text.length - rest.length;
    lexemes.push({ ...lexeme, start, end: start + length });
    if (notice !== undefined) notices.push(notice);
    rest = rest.slice(length).trimStart();
  }
  return { lexemes, notices };
};

const small = /^(?:and|or|not)$/u;

/**
 * The search with "and", "or" and "not" between other parts in capitals, which makes them operators; null where
 * none of them is used as a word.
 */
export const withOperators = (text: string): string | null => {
  const { lexemes } = lexSearch(text);
  const meant = lexemes
    .slice(1, -1)
    .filter((each) => each.kind === 'words' && !each.isQuoted && small.test(each.text));
  if (meant.length === 0) return null;
  return meant.reduce(
    (written, { start, end }) =>
      written.slice(0, start) + written.slice(start, end).toUpperCase() + written.slice(end),
    text,
  );
};
