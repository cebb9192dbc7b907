/**
 * The text of an article in the page's own data: `articleBody` of its JSON-LD, or a text in the state that the page's
 * scripts start from. It may be whole where the page shows less.
 */

import { parseMarkup } from '../html/parse-markup.ts';
import { sentencesIn } from '../html/whole/prose-run.ts';

/** A state with a larger script is not searched. */
const MAX_STATE_LETTERS = 4_000_000;
const MAX_DEPTH = 24;
const MAX_VALUES = 200_000;
const MIN_PROSE = 400;
const STATE =
  'script[type="application/json" i], script:not([src]):not([type]), script[type="text/javascript" i]:not([src])';
/** Where a value begins in a program: assigned, or given to a function. */
const VALUE_BEGINS = /[=(,]\s*(?=[{[]["[{\d])|^\s*(?=[{[])/g;
const MARKUP = /&(?:[a-z]+\d*|#\d+|#x[\da-f]+);|<\/?[a-z][^<>]*>/i;
const BLOCK = /<(?:p|div|br|li|h[1-6]|blockquote)\b/i;

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

/** The end of the JSON value that begins at `from`, by its brackets; -1 if they don't close. */
const endOfValue = (text: string, from: number): number => {
  const tokens = new RegExp(TOKEN);
  tokens.lastIndex = from;
  let depth = 0;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    if (/^[{[]/.test(found[0])) depth += 1;
    else if (/^[}\]]/.test(found[0])) depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  return -1;
};

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    // What looks like data may be a program; the page has other witnesses.
    return null;
  }
};

/** The JSON values that a script starts from. */
const valuesIn = (text: string): readonly unknown[] => {
  const values: unknown[] = [];
  if (text.length > MAX_STATE_LETTERS) return values;
  let end = 0;
  for (const { index, 0: before } of text.matchAll(VALUE_BEGINS)) {
    const from = index + before.length;
    if (from < end) continue;
    const to = endOfValue(text, from);
    if (to === -1) break;
    const value = to - from < MIN_PROSE ? null : parsed(text.slice(from, to));
    if (value === null) continue;
    values.push(value);
    end = to;
  }
  return values;
};

const ENTITY = /&(?:[a-z]+\d*|#\d+|#x[\da-f]+);/i;

/** The paragraphs of a text that may be markup, or markup written as text. */
const paragraphsOf = (text: string): readonly string[] => {
  const once = readParagraphs(text);
  return once.some((line) => ENTITY.test(line)) ? once.flatMap(readParagraphs) : once;
};

const readParagraphs = (text: string): readonly string[] => {
  if (!MARKUP.test(text)) return text.split(/\n+/);
  const { body } = parseMarkup(text);
  if (!BLOCK.test(text)) return (body.textContent ?? '').split(/\n+/);
  for (const block of body.querySelectorAll('p, div, br, li, h1, h2, h3, h4, h5, h6, blockquote'))
    block.before('\n');
  return (body.textContent ?? '').split(/\n+/);
};

const cleaned = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');

const proseOf = (paragraphs: readonly string[]): number =>
  paragraphs.reduce((sum, paragraph) => sum + sentencesIn(paragraph), 0);

/** A shorter string without spaces is a name or an address. */
const MIN_STRING = 40;

const paragraphsIn = (value: string): readonly string[] =>
  value.length < MIN_STRING || !/\s|\P{ASCII}/u.test(value) ? [] : cleaned(paragraphsOf(value));

/** Texts in `data` that are prose: a single string, or the strings below one list in their order. */
const textsIn = (data: unknown): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  let count = 0;
  const readString = (value: string): readonly string[] => {
    const paragraphs = paragraphsIn(value);
    const said = paragraphs.filter((each) => sentencesIn(each) > 0);
    if (proseOf(said) >= MIN_PROSE) found.push(paragraphs);
    return said;
  };
  const readInside = (value: object, depth: number): readonly string[] => {
    const inside = Object.values(value).flatMap((each) => read(each, depth + 1));
    if (Array.isArray(value) && proseOf(inside) >= MIN_PROSE) found.push(inside);
    return inside;
  };
  const read = (value: unknown, depth: number): readonly string[] => {
    count += 1;
    if (depth > MAX_DEPTH || count > MAX_VALUES) return [];
    if (typeof value === 'string') return readString(value);
    return typeof value === 'object' && value !== null ? readInside(value, depth) : [];
  };
  read(data, 0);
  return found;
};

/** The texts that the data of `page` holds, apart from its JSON-LD, each as its paragraphs. */
export const textsOfState = (page: Document): readonly (readonly string[])[] =>
  [...page.querySelectorAll(STATE)].flatMap((script) => valuesIn(script.textContent ?? '').flatMap(textsIn));

/** The paragraphs of an `articleBody`; empty if it only announces a text. */
export const paragraphsOfBody = (text: string): readonly string[] => {
  const paragraphs = cleaned(paragraphsOf(text));
  return proseOf(paragraphs) >= MIN_PROSE ? paragraphs : [];
};
