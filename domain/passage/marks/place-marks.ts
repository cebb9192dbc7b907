/**
 * Where the marks of a PDF stand in its text. A mark is a few boxes on a page; the words under them are what the file
 * draws there, and the body says of each piece of its text on which page and where it is printed. So the pieces under
 * the boxes are looked through for those words, without regard to white space, hyphens and signs, which differ between
 * a page and its text. What is not found by its words is placed by its boxes alone, and is marked as near.
 */

import type { Body, BodyBox } from '../../article/body/body.ts';
import { canonicalText, textBlockSpans } from '../../article/body/canonical-text.ts';
import { type PagedRange, pagedRanges } from '../../article/pages.ts';
import { foldText } from '../../text/fold-text.ts';
import { isGraphemeBoundary } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';
import { joinQuotes } from '../passage.ts';
import { isOnWords, type PdfMark } from './pdf-mark.ts';

export type PlacedMark = {
  /** Its place among the marks. */
  readonly at: number;
  readonly mark: PdfMark;
  /** The words of the text in its order, more than one where others stand between them; none of a mark without. */
  readonly ranges: readonly TextRange[];
  /** Whether half a word was marked, and the ranges have the whole one. */
  readonly isCompleted: boolean;
  /** Whether the boxes alone say where it stands. */
  readonly isNear: boolean;
};

/** A piece of the text as it is printed. */
type Piece = Pick<PagedRange, 'start' | 'end' | 'box'>;

/** The printed pieces of each page, in the order of the text. */
const piecesByPage = (body: Body): ReadonlyMap<number, readonly Piece[]> => {
  const pages = new Map<number, Piece[]>();
  for (const piece of pagedRanges(textBlockSpans(body))) {
    const there = pages.get(piece.index);
    if (there === undefined) pages.set(piece.index, [piece]);
    else there.push(piece);
  }
  return pages;
};

/** A piece is under a box that covers so much of the height of the lower of the two. */
const MIN_SHARED_HEIGHT = 0.35;

const isUnder = ({ box: [left, top, right, bottom] }: Piece, [l, t, r, b]: BodyBox): boolean => {
  const shared = Math.min(bottom, b) - Math.max(top, t);
  return (
    shared >= MIN_SHARED_HEIGHT * Math.min(bottom - top, b - t) && Math.min(right, r) > Math.max(left, l)
  );
};

/** The letters and figures of a text, folded, and where each of them stands in it. */
type Letters = { readonly key: string; readonly places: readonly number[] };

const isLetter = /[\p{L}\p{N}]/u;

const lettersOf = (text: string, { start, end }: TextRange): Letters => {
  let key = '';
  const places: number[] = [];
  for (let at = start; at < end; ) {
    const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const folded of foldText(letter.normalize('NFKC'))) {
      if (!isLetter.test(folded)) continue;
      key += folded;
      for (let unit = 0; unit < folded.length; unit += 1) places.push(at);
    }
    at += letter.length;
  }
  return { key, places };
};

const keyOf = (words: string): string => lettersOf(words, { start: 0, end: words.length }).key;

/** Every place of `sought` in the letters of `range`. */
const findWords = (text: string, range: TextRange, sought: string): readonly TextRange[] => {
  const { key, places } = lettersOf(text, range);
  const found: TextRange[] = [];
  for (let at = key.indexOf(sought); at !== -1; at = key.indexOf(sought, at + 1)) {
    const [first, last] = [places[at], places[at + sought.length - 1]];
    if (first === undefined || last === undefined) continue;
    const end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length;
    found.push({ start: first, end });
  }
  return found;
};

/** Where on the page the letter at `place` is printed, as if all letters of its piece were equally wide. */
const printedAt = ({ start, end, box: [left, top, right] }: Piece, place: number) => ({
  x: left + ((right - left) * (place - start)) / Math.max(1, end - start),
  y: top,
});

/** Of several places the one that begins nearest to where the mark does. */
const nearest = (
  found: readonly TextRange[],
  under: readonly Piece[],
  [left, top]: BodyBox,
): TextRange | undefined => {
  const distance = ({ start }: TextRange): number => {
    const piece = under.find((each) => each.start <= start && start < each.end);
    if (piece === undefined) return Number.POSITIVE_INFINITY;
    const { x, y } = printedAt(piece, start);
    return Math.hypot(x - left, 4 * (y - top));
  };
  return found.toSorted((a, b) => distance(a) - distance(b))[0];
};

/** Ranges in the order of the text; those between which no letter stands are one. */
const joined = (text: string, ranges: readonly TextRange[]): readonly TextRange[] => {
  const all: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || isLetter.test(text.slice(last.end, range.start))) all.push(range);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return all;
};

/** The letters under the boxes, as if all letters of a piece were equally wide. */
const byBoxes = (text: string, under: readonly Piece[], boxes: readonly BodyBox[]): readonly TextRange[] =>
  joined(
    text,
    under.flatMap((piece) => {
      const box = boxes.find((each) => isUnder(piece, each));
      if (box === undefined) return [];
      const [left, , right] = piece.box;
      const width = Math.max(1, right - left);
      const letterAt = (x: number): number =>
        piece.start + Math.round(((x - left) / width) * (piece.end - piece.start));
      const start = Math.max(piece.start, letterAt(box[0]));
      const end = Math.min(piece.end, letterAt(box[2]));
      return start < end ? [{ start, end }] : [];
    }),
  );

/**
 * Words that the text has in several places, such as those of two columns with a footnote between them: each line of
 * the page by itself. None where a line is not found.
 */
const byLines = (text: string, scope: TextRange, words: string): readonly TextRange[] => {
  const found: TextRange[] = [];
  let from = scope.start;
  for (const key of words.split('\n').map(keyOf)) {
    if (key === '') continue;
    const [next] = [...findWords(text, { start: from, end: scope.end }, key), ...findWords(text, scope, key)];
    if (next === undefined) return [];
    found.push(next);
    from = next.end;
  }
  return joined(text, found);
};

const isInWord = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  /[\p{L}\p{N}\p{M}]/u.test(text[at - 1] ?? '') &&
  /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');

/** The range with whole words at its ends; scripts without spaces have none to complete. */
const wholeWords = (text: string, { start, end }: TextRange): TextRange => {
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

/** Signs at the ends of the marked words, such as a quotation mark or a full stop, belong to the range as well. */
const withSigns = (text: string, { start, end }: TextRange, words: string): TextRange => {
  const before = /^[^\p{L}\p{N}\s]+/u.exec(words.trim())?.[0] ?? '';
  const after = /[^\p{L}\p{N}\s]+$/u.exec(words.trim())?.[0] ?? '';
  const from = before !== '' && text.slice(0, start).endsWith(before) ? start - before.length : start;
  const to = after !== '' && text.startsWith(after, end) ? end + after.length : end;
  return { start: from, end: to };
};

type Found = Pick<PlacedMark, 'ranges' | 'isCompleted' | 'isNear'>;

const nowhere: Found = { ranges: [], isCompleted: false, isNear: false };

/** Text that the file draws from right to left comes in the order in which it is drawn. */
const turned = (key: string): string => [...key].reverse().join('');

/** The words where they stand in one place: the nearest, where they stand in several. */
const inOnePlace = (
  text: string,
  scope: TextRange,
  words: string,
  nearestOf: (found: readonly TextRange[]) => TextRange | undefined,
): readonly TextRange[] => {
  const sought = keyOf(words);
  if (sought === '') return [];
  const found =
    nearestOf(findWords(text, scope, sought)) ?? nearestOf(findWords(text, scope, turned(sought)));
  return found === undefined ? [] : [found];
};

const completed = (text: string, ranges: readonly TextRange[], words: string): Found => {
  const whole = joined(
    text,
    ranges.map((range) => wholeWords(text, range)),
  );
  const isCompleted = JSON.stringify(whole) !== JSON.stringify(joined(text, ranges));
  const [only, ...others] = whole;
  const signed = only !== undefined && others.length === 0 ? [withSigns(text, only, words)] : whole;
  return { ranges: signed, isCompleted, isNear: false };
};

const place = (text: string, onPage: readonly Piece[], { boxes, words }: PdfMark): Found => {
  const under = onPage.filter((piece) => boxes.some((box) => isUnder(piece, box)));
  const [first] = boxes;
  if (under.length === 0 || first === undefined) return nowhere;
  const scope = {
    start: Math.min(...under.map(({ start }) => start)),
    end: Math.max(...under.map(({ end }) => end)),
  };
  const once = inOnePlace(text, scope, words, (found) => nearest(found, under, first));
  const found = once.length > 0 ? once : byLines(text, scope, words);
  if (found.length > 0) return completed(text, found, words);
  const near = joined(
    text,
    byBoxes(text, under, boxes).map((range) => wholeWords(text, range)),
  ).filter(({ start, end }) => isLetter.test(text.slice(start, end)));
  return near.length === 0 ? nowhere : { ranges: near, isCompleted: false, isNear: true };
};

/** The marks of a PDF with their places in the canonical text of `body`, in their order. */
export const placeMarks = (body: Body, marks: readonly PdfMark[]): readonly PlacedMark[] => {
  const text = canonicalText(body);
  const pages = piecesByPage(body);
  return marks.map((mark, at) => ({
    at,
    mark,
    ...(isOnWords(mark) ? place(text, pages.get(mark.page) ?? [], mark) : nowhere),
  }));
};

/** A mark as it is shown to the analyst: with the words of the text that it stands on; null of one that has none. */
export type MarkRow = Omit<PlacedMark, 'ranges'> & { readonly words: string | null };

export const rowsOfMarks = (body: Body, marks: readonly PdfMark[]): readonly MarkRow[] => {
  const text = canonicalText(body);
  return placeMarks(body, marks).map(({ ranges, ...rest }) => ({
    ...rest,
    words: ranges.length === 0 ? null : joinQuotes(ranges.map(({ start, end }) => text.slice(start, end))),
  }));
};
