import { quotationsIn, saidIn } from '../text/quotations.ts';
import type { TextRange } from '../text/selector.ts';
import { interruptedQuotation } from './interrupted-quotation.ts';
import { paragraphIndexAt, type ReadingText } from './reading-text.ts';

/**
 * The first quotation that begins at or after `from` (UTF-16), without its marks: one range, or all parts of an
 * interrupted one. Nothing before `from` is included: after a first part, only the parts that follow. Empty where
 * no quotation follows.
 */
export const nextQuotation = (reading: ReadingText, from: number): readonly TextRange[] => {
  const { text, paragraphs } = reading;
  for (const { start, end } of paragraphs.slice(paragraphIndexAt(reading, from))) {
    const own = text.slice(start, end);
    const said = quotationsIn(own)
      .flatMap((quotation) => saidIn(own, quotation) ?? [])
      .find((range) => start + range.start >= from);
    if (said === undefined) continue;
    const found = { start: start + said.start, end: start + said.end };
    return (interruptedQuotation(reading, found) ?? [found]).filter((part) => part.start >= found.start);
  }
  return [];
};
