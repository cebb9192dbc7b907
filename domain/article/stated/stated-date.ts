import { readStatedDate } from '../../dates/read-stated-date.ts';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';

/** Dates as publication lines write them; their value is read by `readStatedDate`, which refuses uncertain ones. */
const DATE = new RegExp(
  [
    '\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})?)?',
    `\\d{1,2}(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH},?[\\s-]+\\d{4}`,
    `${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}`,
    '\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}',
  ]
    .map((form) => `(?<![\\p{L}\\d])${form}(?![\\p{L}\\d])`)
    .join('|'),
  'giu',
);

export type DateIn = { readonly value: string; readonly written: string };

/** The days in `text` that can be read in one way only. */
export const datesIn = (text: string): readonly DateIn[] =>
  [...text.matchAll(DATE)].flatMap(({ 0: written }) => {
    const value = readStatedDate(written);
    return value === null ? [] : [{ value, written }];
  });

const PUBLISHED =
  /^(?:first\s+)?(?:published|posted|released|issued|date|veröffentlicht|publié|publicado)\b/iu;
const CHANGED = /\b(?:updated|modified|corrected|edited|aktualisiert|mis à jour|actualizado)\b/iu;
/** The dateline of an agency: "BEIJING, April 15, 2024 (Reuters) - ". */
const DATELINE = /^\p{Lu}[\p{Lu}\s.,'’/-]{1,40},?\s[^()]{6,30}\([^()]{2,40}\)\s*[-–—]/u;

const rankOf = (line: string): number => {
  if (PUBLISHED.test(line)) return 0;
  return CHANGED.test(line) ? 2 : 1;
};

/** The parts of a line as its layout shows them: "Trade Ledger | Markets · 15 April 2024". */
const SEPARATOR = /\s*[|·•●]\s*|\s+[–—-]\s+|\s*\/\/\s*/u;

export const linePartsOf = (line: string): readonly string[] =>
  line
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The end of a sentence, closing quotation marks and brackets behind it. */
const SENTENCE_END = /[.!?…。！？।][”’"'»)\]]*$/u;
/** A point that ends an abbreviation or an initial, and no sentence. */
const ABBREVIATION_END = /(?:^|[\s.])(?:\p{Lu}|[JS]r|Inc|Ltd|Co|Corp|etc)\.$/u;

export const endsSentence = (line: string): boolean =>
  SENTENCE_END.test(line) && !ABBREVIATION_END.test(line);

/** A line of page furniture is short; anything longer is text. */
export const MAX_LINE_LENGTH = 160;

/** Whether a line is about a date, and not a sentence that contains one. */
const isLineOfDate = (line: string): boolean =>
  line.length <= MAX_LINE_LENGTH && (!endsSentence(line) || PUBLISHED.test(line) || CHANGED.test(line));

const datesOfLine = (line: string): readonly DateIn[] => {
  const dateline = DATELINE.exec(line)?.[0];
  if (dateline !== undefined) return datesIn(dateline);
  return isLineOfDate(line) ? datesIn(line) : [];
};

/** The dates of publication stated in `lines`, in ISO 8601: those labelled as such first, those of changes last. */
export const statedDates = (lines: readonly string[]): readonly string[] =>
  lines
    .flatMap((line) =>
      // One line may state both: "Published 15 April 2024, updated 16 April 2024".
      line
        .split(/(?=\b(?:last\s+)?(?:updated|modified)\b)/iu)
        .flatMap((part) => datesOfLine(part).map(({ value }) => ({ value, rank: rankOf(part) }))),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
