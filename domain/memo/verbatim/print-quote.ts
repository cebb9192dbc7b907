/**
 * How the words of a passage are printed in running text, one rule for all places: in the memo and its files, on
 * chips, in lists and in copied text. A passage that was interrupted, or is shortened, shows where words are left
 * out, and parts that may not be read as one quotation have separate marks.
 */
import { OBJECT_REPLACEMENT } from '../../article/body/canonical-text.ts';
import { type Passage, passageWords, quotesOf, regionOf } from '../../passage/passage.ts';
import { hasOwnMarks, nestQuotationMarks } from '../../text/quotation-marks.ts';
import type { TextRange } from '../../text/selector.ts';
import { cutKept, type KeptPiece, keptParts } from './kept/cut-kept.ts';
import type { Kept } from './kept/kept.ts';
import { joinParts, OMISSION_BETWEEN_MARKS, OMISSION_WITHIN_MARKS, PICTURE_NOTE } from './omission-mark.ts';
import type { PrintedSource } from './printed-source.ts';
import type { SourceText } from './source-text.ts';
import { isRunningQuotation } from './verify-quote.ts';

/** A quotation as it is laid: `opening`, the parts with `omission` between them, `closing`. */
export type LaidQuote = {
  readonly opening: string;
  readonly parts: readonly string[];
  readonly omission: string;
  readonly closing: string;
};

/** The source, and the ranges of the parts in it (UTF-16), null where not known. */
type Standing = { readonly text: SourceText; readonly places: readonly TextRange[] | null } | null;

const isOneQuotation = (parts: readonly string[], standing: Standing): boolean =>
  parts.length === 1 ||
  (standing !== null && isRunningQuotation({ parts, places: standing.places }, standing.text));

/**
 * The verbatim `quotes` of one passage between quotation marks. Marks that a quote already has serve as ours;
 * those within it change level. Without a source nothing shows that the parts are one quotation, so each has marks
 * of its own.
 */
const layQuotes = (quotes: readonly string[], standing: Standing): LaidQuote => {
  const hasMarks = quotes.every(hasOwnMarks);
  const parts = quotes.map((quote) =>
    (hasMarks ? quote : nestQuotationMarks(quote)).replaceAll(OBJECT_REPLACEMENT, PICTURE_NOTE),
  );
  if (hasMarks) return { opening: '', parts, omission: OMISSION_WITHIN_MARKS, closing: '' };
  const omission = isOneQuotation(parts, standing) ? OMISSION_WITHIN_MARKS : OMISSION_BETWEEN_MARKS;
  return { opening: '“', parts, omission, closing: '”' };
};

/**
 * The kept parts of a passage. One quotation stays one: whether it may be shortened so is for the checks to
 * report, and must not be hidden by marks around each piece.
 */
const layKept = (
  passage: Pick<Passage, 'id' | 'selectors'>,
  pieces: readonly KeptPiece[],
  source: PrintedSource | null,
): LaidQuote => {
  const standing = keptParts(passage, pieces, source?.placesOf(passage.id) ?? null);
  const isOfOnePart = new Set(pieces.map(({ part }) => part)).size === 1;
  const isOne = isOfOnePart || (source !== null && isRunningQuotation(standing, source.text));
  return {
    opening: '“',
    parts: standing.parts,
    omission: isOne ? OMISSION_WITHIN_MARKS : OMISSION_BETWEEN_MARKS,
    closing: '”',
  };
};

/** A passage that can be printed. */
type Printable = Pick<Passage, 'id' | 'selectors' | 'description'>;

/**
 * The quotation of a passage in its source, whole or only the kept parts. An analyst's description of a region is
 * not a quotation, and has no marks.
 */
export const layPassage = (
  passage: Printable,
  source: PrintedSource | null,
  kept: Kept | null = null,
): LaidQuote => {
  if (regionOf(passage) !== null)
    return { opening: '', parts: [passageWords(passage)], omission: OMISSION_WITHIN_MARKS, closing: '' };
  const pieces = cutKept(passage, kept);
  if (pieces !== null) return layKept(passage, pieces, source);
  const isWhole = passage.selectors.length === 1;
  return layQuotes(
    quotesOf(passage),
    source === null || isWhole ? null : { text: source.text, places: source.placesOf(passage.id) },
  );
};

/** “one […] other”, or “one” […] “other”, in the marks that it is laid in. */
export const printLaid = ({ opening, parts, omission, closing }: LaidQuote): string =>
  `${opening}${joinParts(parts, omission)}${closing}`;

/** The same as one text: “one […] other”, or “one” […] “other” where the parts are two quotations. */
export const printPassage = (
  passage: Printable,
  source: PrintedSource | null = null,
  kept: Kept | null = null,
): string => printLaid(layPassage(passage, source, kept));

/** Words that are no passage yet, or of which the source is at hand in another shape. */
export const printQuotes = (quotes: readonly string[], standing: Standing = null): string =>
  printLaid(layQuotes(quotes, standing));
