import { inQuotationMarks } from '../text/quotation-marks.ts';

/** Why words that were highlighted are not made a passage. */
export type NotPlaced = {
  readonly quote: string;
  readonly why: 'quote-not-found' | 'quote-ambiguous' | 'range-not-on-grapheme';
};

const reasons: Readonly<Record<NotPlaced['why'], string>> = {
  'quote-not-found': 'is not in the text',
  'quote-ambiguous': 'occurs more than once in the text, so its place is unclear',
  'range-not-on-grapheme': 'begins or ends inside a character',
};

const MAX_SHOWN = 80;

/** Why words that were highlighted are not made a passage, as a sentence without its stop. */
export const sayNotPlaced = ({ quote, why }: NotPlaced): string => {
  const line = quote.replace(/\s+/gu, ' ');
  const shown = line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
  return `${inQuotationMarks(shown)} ${reasons[why]}`;
};
