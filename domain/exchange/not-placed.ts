import { inQuotationMarks } from '../text/quotation-marks.ts';

/** Why words that were highlighted are not made a passage. */
export type NotPlaced = {
  readonly quote: string;
  readonly why: 'quote-not-found' | 'quote-ambiguous' | 'range-not-on-grapheme';
};

const reasons: Readonly<Record<NotPlaced['why'], string>> = {
  'quote-not-found': 'does not stand in the text',
  'quote-ambiguous': 'stands there more than once, and nothing tells which is meant',
  'range-not-on-grapheme': 'begins or ends within a letter of the text',
};

const MAX_SHOWN = 80;

/** Why words that were highlighted are not made a passage, as a sentence without its stop. */
export const sayNotPlaced = ({ quote, why }: NotPlaced): string => {
  const line = quote.replace(/\s+/gu, ' ');
  const shown = line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
  return `${inQuotationMarks(shown)} ${reasons[why]}`;
};
