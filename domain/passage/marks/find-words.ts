/**
 * Finds words among the letters of a page. White space, hyphens and punctuation are ignored, since they differ
 * between a page and its text.
 */
import { foldText } from '../../text/fold-text.ts';
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';
import { countWhile } from '../../text/sequences/count-while.ts';
import type { PdfMark } from './pdf-mark.ts';

/** The letters and digits of a text, folded, and the offset of each in it. */
type Letters = { readonly key: string; readonly places: readonly number[] };

export const isLetter = /[\p{L}\p{N}]/u;

export const lettersOf = (text: string, { start, end }: TextRange, compared = isLetter): Letters => {
  let key = '';
  const places: number[] = [];
  for (let at = start; at < end; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const folded of foldText(letter.normalize('NFKC'))) {
      if (!compared.test(folded)) continue;
      key += folded;
      for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    }
    at += letter.length;
  }
  return { key, places };
};

export const keyOf = (words: string, compared = isLetter): string =>
  lettersOf(words, { start: 0, end: words.length }, compared).key;

/** What is compared of words: letters and digits or, of signs alone such as a bullet, all but white space. */
export const comparedIn = (words: string): RegExp => (keyOf(words) === '' ? /\S/u : isLetter);

/** Reverses a key: a file may store right-to-left text in the order in which it is drawn. */
export const turned = (key: string): string => [...key].reverse().join('');

/** Whether two texts have the same letters and digits in the same order, or one reversed (right-to-left text). */
export const haveSameLetters = (a: string, b: string): boolean => {
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  return keyA === keyB || keyA === turned(keyB);
};

/** A part of a text, such as that of a page, with its letters. */
export type LetteredText = { readonly text: string; readonly letters: Letters };

const endOfLetter = (text: string, at: number): number =>
  at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;

/** Every place of `sought` in the letters of `range`; none of no letters. */
export const findWords = (
  { text, letters }: LetteredText,
  range: TextRange,
  sought: string,
): readonly TextRange[] => {
  if (sought === '') return [];
  const { key, places } = letters;
  const first = countWhile(places, (place) => place < range.start);
  const end = countWhile(places, (place) => place < range.end);
  const found: TextRange[] = [];
  for (
    let at = key.indexOf(sought, first);
    at !== -1 && at + sought.length <= end;
    at = key.indexOf(sought, at + 1)
  ) {
    const [start, last] = [places[at], places[at + sought.length - 1]];
    if (start === undefined || last === undefined) continue;
    found.push({ start, end: endOfLetter(text, last) });
  }
  return found;
};

export const isInWord = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  /[\p{L}\p{N}\p{M}]/u.test(text[at - 1] ?? '') &&
  /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');

/** The range with whole words at its ends; scripts without spaces have none to complete. */
export const wholeWords = (text: string, { start, end }: TextRange): TextRange => {
  const isScriptWithSpaces =
    !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(
      text.slice(start, end),
    );
  let [from, to] = [start, end];
  while (isScriptWithSpaces && isInWord(text, from)) from -= 1;
  while (isScriptWithSpaces && isInWord(text, to)) to += 1;
  while (!isGraphemeBoundary(text, from)) from -= 1;
  while (!isGraphemeBoundary(text, to)) to += 1;
  return { start: from, end: to };
};

/** The range without white space at its ends. */
export const trimmed = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end);
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length };
};

/**
 * Punctuation at the ends of the marked words, such as a quotation mark or a full stop, belongs to the range as
 * well.
 */
export const withSigns = (text: string, { start, end }: TextRange, words: string): TextRange => {
  const before = /^[^\p{L}\p{N}\s]+/u.exec(words.trim())?.[0] ?? '';
  const after = /[^\p{L}\p{N}\s]+$/u.exec(words.trim())?.[0] ?? '';
  const from = before !== '' && text.slice(0, start).endsWith(before) ? start - before.length : start;
  const to = after !== '' && text.startsWith(after, end) ? end + after.length : end;
  return { start: from, end: to };
};

/** Ranges in the order of the text; ranges with no letter between them are merged. */
export const joinRanges = (text: string, ranges: readonly TextRange[]): readonly TextRange[] => {
  const all: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || isLetter.test(text.slice(last.end, range.start))) all.push(range);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return all;
};

/** So many ways to part the words of one mark are tried for each number of parts. */
const MAX_TRIES = 2000;
const MOST_PARTS = 6;
/** A part of fewer letters stands anywhere. */
const LEAST_PART = 2;

/** Finds the words of one mark where other words come between them. */
class PartFinder {
  readonly #in: LetteredText;
  readonly #end: number;
  #tries = 0;

  constructor(within: LetteredText, scope: TextRange) {
    this.#in = within;
    this.#end = countWhile(within.letters.places, (place) => place < scope.end);
  }

  /** The same parts from each place on at which they may begin, one choice for each. */
  findAll(from: number, sought: string, most: number): readonly (readonly TextRange[])[] {
    return [...this.#beginnings(sought.slice(0, LEAST_PART), from)].flatMap((at) => {
      const parts = this.#partsAt(at, sought, most);
      return parts === null ? [] : [parts];
    });
  }

  /**
   * At most `most` parts of the text from the letter `from` on, in its order, that are `rest` together; null where
   * none are.
   */
  find(from: number, rest: string, most: number): readonly TextRange[] | null {
    if (rest === '') return [];
    const beginning = most === 1 ? rest : rest.slice(0, LEAST_PART);
    for (const at of this.#beginnings(beginning, from)) {
      const parts = this.#partsAt(at, rest, most);
      if (parts !== null) return parts;
    }
    return null;
  }

  /** The letters from `from` on with which a word begins that begins so. */
  *#beginnings(beginning: string, from: number): Generator<number> {
    const { text, letters } = this.#in;
    const { key, places } = letters;
    for (let at = key.indexOf(beginning, from); at !== -1; at = key.indexOf(beginning, at + 1)) {
      this.#tries += 1;
      if (at >= this.#end || this.#tries > MAX_TRIES) return;
      if (!isInWord(text, places[at] ?? 0)) yield at;
    }
  }

  /** The same with a part that begins at the letter `at`: the longest that ends with a word, and others behind it. */
  #partsAt(at: number, rest: string, most: number): readonly TextRange[] | null {
    if (most === 0) return null;
    const { text, letters } = this.#in;
    for (let count = this.#agreeing(at, rest); count >= Math.min(LEAST_PART, rest.length); count -= 1) {
      const end = endOfLetter(text, letters.places[at + count - 1] ?? 0);
      const others = isInWord(text, end) ? null : this.find(at + count, rest.slice(count), most - 1);
      if (others !== null) return [{ start: letters.places[at] ?? 0, end }, ...others];
    }
    return null;
  }

  #agreeing(at: number, rest: string): number {
    const { key } = this.#in.letters;
    let count = 0;
    while (count < rest.length && at + count < this.#end && key[at + count] === rest[count]) count += 1;
    return count;
  }
}

/**
 * Finds marked words with unmarked words between them, such as those of an interrupted quotation: as few ranges as
 * possible, in the order of the text, each from the beginning of a word to the end of one. Several choices where the
 * text has the words several times; none where they are not found.
 */
export const inParts = (
  within: LetteredText,
  scope: TextRange,
  sought: string,
): readonly (readonly TextRange[])[] => {
  const first = countWhile(within.letters.places, (place) => place < scope.start);
  for (let most = 2; most <= MOST_PARTS; most += 1) {
    const found = new PartFinder(within, scope).findAll(first, sought, most);
    if (found.length > 0) return found;
  }
  return [];
};

/**
 * Finds words whose place in the text is split, such as those of two columns with a footnote between them: each
 * line of the page by itself. A choice for each place of the first line; none where a line is not found.
 */
export const byLines = (
  within: LetteredText,
  scope: TextRange,
  words: string,
): readonly (readonly TextRange[])[] => {
  const [firstKey = '', ...others] = words
    .split('\n')
    .map((line) => keyOf(line))
    .filter((key) => key !== '');
  return findWords(within, scope, firstKey).flatMap((first) => {
    const found = [first];
    for (const key of others) {
      const after = { start: found.at(-1)?.end ?? scope.start, end: scope.end };
      const next = findWords(within, after, key)[0] ?? findWords(within, scope, key)[0];
      if (next === undefined) return [];
      found.push(next);
    }
    return [found];
  });
};

/** How many letters two texts have in common at their beginnings. */
const agreeing = (one: string, other: string): number => {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
};

/** So much of the text around a place is compared with what the page has beside a mark. */
const BESIDE = 80;

/** Of several places those beside which the text has most of what its page has beside the mark. */
export const likeliest = (
  text: string,
  found: readonly TextRange[],
  { beside }: Pick<PdfMark, 'beside'>,
): readonly TextRange[] => {
  if (found.length < 2 || beside === undefined) return found;
  const [before, after] = [turned(keyOf(beside.before)), keyOf(beside.after)];
  const scores = found.map(
    ({ start, end }) =>
      agreeing(before, turned(keyOf(text.slice(Math.max(0, start - BESIDE), start)))) +
      agreeing(after, keyOf(text.slice(end, end + BESIDE))),
  );
  const most = Math.max(...scores);
  return found.filter((_, at) => scores[at] === most);
};

/**
 * Of several like places the one that is the same in order as the mark among the like words of its page; undefined
 * where the text has more or fewer of them than the page.
 */
export const nthOfLike = (
  page: LetteredText,
  whole: TextRange,
  places: readonly TextRange[],
  { words, like }: Pick<PdfMark, 'words' | 'like'>,
): TextRange | undefined => {
  if (places.length < 2 || like === undefined) return;
  const all = findWords(page, whole, keyOf(words, comparedIn(words)));
  const nth = all.length === like.of ? all[like.at] : undefined;
  return nth && places.find(({ start, end }) => start <= nth.start && nth.end <= end);
};
