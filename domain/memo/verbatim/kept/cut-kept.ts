/** Cuts the kept pieces out of a passage: words are left out between any two pieces. */

import type { Sha256 } from '#domain/ids.ts';
import { OBJECT_REPLACEMENT } from '../../../article/body/canonical-text.ts';
import { joinQuotes, type Passage, passageEvidence, quotesOf } from '../../../passage/passage.ts';
import { hasOwnMarks, nestQuotationMarks } from '../../../text/quotation-marks.ts';
import type { TextRange } from '../../../text/selector.ts';
import { indexText, type TextIndex } from '../../../text/text-index.ts';
import { PICTURE_NOTE } from '../omission-mark.ts';
import type { Kept } from './kept.ts';

/** A piece of one part of a passage; UTF-16 of the words of that part. */
export type KeptPiece = { readonly part: number; readonly range: TextRange };

/** The parts of a passage, each with where it begins in the whole quote (UTF-16). */
type PlacedPart = { readonly exact: string; readonly start: number };

const placeParts = (quotes: readonly string[]): readonly PlacedPart[] =>
  quotes.map((exact, at) => ({
    exact,
    start: at === 0 ? 0 : joinQuotes([...quotes.slice(0, at), '']).length,
  }));

const withoutSpaceAround = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end);
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  };
};

const inUtf16 = (index: TextIndex, { start, end }: Kept[number]): TextRange => ({
  start: index.toUtf16(start),
  end: index.toUtf16(end),
});

const withinPart = (part: PlacedPart, { start, end }: TextRange): TextRange => {
  const from = Math.min(Math.max(start - part.start, 0), part.exact.length);
  const to = Math.max(from, Math.min(end - part.start, part.exact.length));
  return withoutSpaceAround(part.exact, { start: from, end: to });
};

/**
 * The kept pieces of a passage, in order, without the white space around them; a range that spans two parts gives
 * a piece of each. Null where `kept` does not fit this passage: it reaches past the end, or keeps no word of it.
 */
export const cutKept = (
  passage: Pick<Passage, 'selectors'>,
  kept: Kept | null | undefined,
): readonly KeptPiece[] | null => {
  if (kept === null || kept === undefined) return null;
  const quotes = quotesOf(passage);
  const index = indexText(joinQuotes(quotes));
  if (kept.some(({ end }) => end > index.codePointLength)) return null;
  const ranges = kept.map((range) => inUtf16(index, range));
  const pieces = placeParts(quotes).flatMap((placed, part) =>
    ranges
      .map((range): KeptPiece => ({ part, range: withinPart(placed, range) }))
      .filter(({ range }) => range.end > range.start),
  );
  return pieces.length === 0 ? null : pieces;
};

/**
 * A passage as a block quotation: the parts on lines of their own, and those that continue after “[…]” on the same
 * line.
 */
export type BlockParts = {
  /** Verbatim; a picture is printed as a note. */
  readonly quotes: readonly string[];
  /** Which of them go on behind the one before, on its line, by their places from 0. */
  readonly runOn: readonly number[];
};

const verbatim = (words: string): string => words.replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE);

/** The words of a passage in a block, whole or as they are kept. */
export const blockPartsOf = (
  passage: Pick<Passage, 'selectors'>,
  kept: Kept | null | undefined,
): BlockParts => {
  const quotes = quotesOf(passage);
  const pieces = cutKept(passage, kept);
  if (pieces === null) return { quotes: quotes.map(verbatim), runOn: [] };
  const wordsOf = ({ part }: KeptPiece, start: number, end: number): string =>
    quotes[part]?.slice(start, end) ?? '';
  const goesOn = (piece: KeptPiece, before: KeptPiece | undefined): boolean =>
    before?.part === piece.part && !wordsOf(piece, before.range.end, piece.range.start).includes('\n');
  return {
    quotes: pieces.map((piece) => verbatim(wordsOf(piece, piece.range.start, piece.range.end))),
    runOn: pieces.flatMap((piece, at) => (goesOn(piece, pieces[at - 1]) ? at : [])),
  };
};

/** A quote as printed between our marks, which replace its own. */
const betweenMarks = (quote: string, { start, end }: TextRange): string => {
  const words = hasOwnMarks(quote)
    ? quote.slice(Math.max(start, 1), Math.min(end, quote.length - 1)).trim()
    : nestQuotationMarks(quote).slice(start, end);
  return words.replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE);
};

/** The range of a piece, if its part is still where it was, word for word. */
const placeOf = (
  { part, range }: KeptPiece,
  quote: string,
  places: readonly TextRange[] | null,
): TextRange | null => {
  const place = places?.[part];
  if (place === undefined || place.end - place.start !== quote.length) return null;
  return { start: place.start + range.start, end: place.start + range.end };
};

/** The kept pieces of a passage, as they are printed in running text, with their places. */
type KeptParts = {
  readonly form: 'running';
  readonly parts: readonly string[];
  /** UTF-16 of the text; null where a part of the passage is not found. */
  readonly places: readonly TextRange[] | null;
};

/** @param places the ranges of the passage's parts in its text (UTF-16); null where not known */
export const keptParts = (
  passage: Pick<Passage, 'selectors'>,
  pieces: readonly KeptPiece[],
  places: readonly TextRange[] | null,
): KeptParts => {
  const quotes = quotesOf(passage);
  const printed = pieces
    .map((piece) => {
      const quote = quotes[piece.part] ?? '';
      return { words: betweenMarks(quote, piece.range), place: placeOf(piece, quote, places) };
    })
    .filter(({ words }) => words !== '');
  const found = printed.flatMap(({ place }) => place ?? []);
  return {
    form: 'running',
    parts: printed.map(({ words }) => words),
    places: found.length === printed.length ? found : null,
  };
};

type Shortened = { readonly exactSha256: Sha256; readonly kept?: Kept | undefined };

/**
 * The parts that a citation keeps of its passage; null where it prints the whole. A passage that was changed since
 * is printed whole: ranges kept of other words do not apply to it.
 */
export const keptAsCited = (
  { kept, exactSha256 }: Shortened,
  passage: Passage,
  sha256: (text: string) => Sha256,
): Kept | null => (kept !== undefined && sha256(passageEvidence(passage)) === exactSha256 ? kept : null);
