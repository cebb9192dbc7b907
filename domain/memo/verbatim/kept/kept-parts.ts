import { OBJECT_REPLACEMENT } from '../../../article/body/canonical-text.ts';
import { type Passage, quotesOf } from '../../../passage/passage.ts';
import { hasOwnMarks, nestQuotationMarks } from '../../../text/quotation-marks.ts';
import type { TextRange } from '../../../text/selector.ts';
import { PICTURE_NOTE } from '../omission-mark.ts';
import type { KeptPiece } from './cut-kept.ts';

/** A quote as it stands between our marks, to which its own give way. */
const betweenMarks = (quote: string, { start, end }: TextRange): string => {
  const words = hasOwnMarks(quote)
    ? quote.slice(Math.max(start, 1), Math.min(end, quote.length - 1)).trim()
    : nestQuotationMarks(quote).slice(start, end);
  return words.replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE);
};

/** Where a piece stands, if its part stands where it did, word for word. */
const placeOf = (
  { part, range }: KeptPiece,
  quote: string,
  places: readonly TextRange[] | null,
): TextRange | null => {
  const place = places?.[part];
  if (place === undefined || place.end - place.start !== quote.length) return null;
  return { start: place.start + range.start, end: place.start + range.end };
};

/** The pieces that are kept of a passage, as they are printed in running text, with where they stand. */
export type KeptParts = {
  readonly form: 'running';
  readonly parts: readonly string[];
  /** UTF-16 of the text; null where a part of the passage is not found. */
  readonly places: readonly TextRange[] | null;
};

/** @param places where the parts of the passage stand in its text (UTF-16); null where that is not known */
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
