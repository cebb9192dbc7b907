/**
 * The order of texts in lists: letters regardless of case and accents, numbers by their value. A collator takes
 * hundreds of nanoseconds for each pair; a key that is made once for each text is compared as fast as any string. The
 * weights of the key are derived from the collator itself, so that both agree, for every character that has exactly one
 * place in its order. Texts that begin with any other character, or with the same words for longer than a key, are
 * compared by the collator.
 */
import { mapYielding } from '#electron/time/yielder.ts';
import { sortYielding } from './sort-yielding.ts';

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Compares two texts in the order of lists. */
export const compareTexts = (a: string, b: string): number => collator.compare(a, b);

/** The key that is compared instead of a text. */
export type KeyedText = {
  readonly text: string;
  /** Null if the text begins with a character that has no weight. */
  readonly key: string | null;
  /** Whether the text continues beyond its key. */
  readonly isCut: boolean;
};

/** The number of UTF-16 units that make the key: more than most texts have in common. */
const KEY_LENGTH = 48;
/** A number in a key is its length and its digits; a longer one has no key. */
const MOST_DIGITS = 40;

const charactersFrom = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));

const digits = charactersFrom(0x30, 0x39);
const ascii = ['\t', '\n', ...charactersFrom(0x20, 0x7e)].filter((character) => !digits.includes(character));
/** Each has its own place in the order, between those of ASCII. */
const typographic = [...'“”‘’„‚«»‹›–—•€£§'];
/** Letters with accents; those that the collator treats as an ASCII letter get its weight. */
const accented = charactersFrom(0xc0, 0x17f);

/**
 * Gives letters with accents the weight of the ASCII letter to which the collator equates them; the others have no
 * weight.
 */
const weighAccented = (weights: Uint8Array): void => {
  for (const character of accented) {
    const same = ascii.find((each) => compareTexts(each, character) === 0);
    if (same !== undefined) weights[character.charCodeAt(0)] = weights[same.charCodeAt(0)] ?? 0;
  }
};

/** The weight of each character in a key; digits share one, followed by the number's value. */
const weigh = (): { readonly weights: Uint8Array; readonly ofDigits: number } => {
  const weights = new Uint8Array(0x2100);
  let weight = 1;
  let ofDigits = 0;
  let last = '';
  for (const character of [...ascii, ...typographic, '0'].sort(compareTexts)) {
    if (last !== '' && compareTexts(last, character) !== 0) weight += 1;
    last = character;
    if (character === '0') ofDigits = weight;
    else weights[character.charCodeAt(0)] = weight;
  }
  weighAccented(weights);
  return { weights, ofDigits };
};
const { weights, ofDigits } = weigh();

const ZERO = 0x30;
const NINE = 0x39;
const isDigit = (code: number): boolean => code >= ZERO && code <= NINE;

const bytes = Buffer.alloc(2 * KEY_LENGTH + 2 * MOST_DIGITS);

/** Writes the number at `at` into the bytes from `to` on; returns the end of these, null if it is too long. */
const writeNumber = (text: string, at: number, end: number, to: number): number | null => {
  let first = at;
  while (first < end && text.charCodeAt(first) === ZERO) first += 1;
  if (end - first > MOST_DIGITS) return null;
  bytes[to] = ofDigits;
  bytes[to + 1] = end - first;
  for (let each = first; each < end; each += 1) bytes[to + 2 + each - first] = text.charCodeAt(each);
  return to + 2 + end - first;
};

const endOfNumber = (text: string, at: number): number => {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
};

/** The text with its key. */
export const keyedText = (text: string): KeyedText => {
  let [at, to] = [0, 0];
  while (at < text.length && at < KEY_LENGTH) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      const end = endOfNumber(text, at);
      const written = writeNumber(text, at, end, to);
      if (written === null) return { text, key: null, isCut: false };
      [at, to] = [end, written];
      continue;
    }
    const weight = weights[code] ?? 0;
    if (weight === 0) return { text, key: null, isCut: false };
    bytes[to] = weight;
    at += 1;
    to += 1;
  }
  return { text, key: bytes.toString('latin1', 0, to), isCut: at < text.length };
};

/** Whether the first key ends before its text does, so that it can't be compared with texts that begin with it. */
const isOpen = ({ key: a, isCut }: KeyedText, { key: b }: KeyedText): boolean =>
  isCut && a !== null && b !== null && a.length < b.length && b.startsWith(a);

/** Compares two texts by their keys, as far as these decide. */
export const compareKeyed = (a: KeyedText, b: KeyedText): number => {
  if (a.key === null || b.key === null || a.key === b.key) return compareTexts(a.text, b.text);
  if (isOpen(a, b) || isOpen(b, a)) return compareTexts(a.text, b.text);
  return a.key < b.key ? -1 : 1;
};

/** The texts in the order of lists; equal ones keep their order. Yields to the event loop. */
export const sortTexts = async (texts: readonly string[]): Promise<readonly string[]> => {
  const sorted = await sortYielding(await mapYielding(texts, keyedText), compareKeyed);
  return mapYielding(sorted, ({ text }) => text);
};
