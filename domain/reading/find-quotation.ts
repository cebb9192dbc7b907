import { quotationsIn, saidIn } from '../passage/quotations.ts';
import type { TextRange } from '../passage/selector.ts';
import { paragraphIndexAt, type ReadingText } from './reading-text.ts';

/** The first quotation that begins at or after `from` (UTF-16), without its marks; null where none follows. */
export const nextQuotation = (reading: ReadingText, from: number): TextRange | null => {
  const { text, paragraphs } = reading;
  for (const { start, end } of paragraphs.slice(paragraphIndexAt(reading, from))) {
    const own = text.slice(start, end);
    const said = quotationsIn(own)
      .flatMap((quotation) => saidIn(own, quotation) ?? [])
      .find((range) => start + range.start >= from);
    if (said !== undefined) return { start: start + said.start, end: start + said.end };
  }
  return null;
};
