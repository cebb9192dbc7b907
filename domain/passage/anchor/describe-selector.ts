import type { Selector, TextRange } from '../../text/selector.ts';
import type { TextIndex } from '../../text/text-index.ts';
import { exactPlaces } from '../near/exact-places.ts';

/** Context kept on either side of a quote, in code points. */
export const CONTEXT_LENGTH = 32;

/**
 * Describes `range` (UTF-16) of the indexed text as a selector: the verbatim quote, its context on either side,
 * which of the equal places it is, and its position in code points. `anchorSelector` on the same text gives the same range back.
 * Throws a RangeError when the range is empty, outside the text, or cuts a surrogate pair.
 */
export const describeSelector = (index: TextIndex, { start, end }: TextRange): Selector => {
  const position = { start: index.toCodePoint(start), end: index.toCodePoint(end) };
  const cutsPair = index.toUtf16(position.start) !== start || index.toUtf16(position.end) !== end;
  if (start >= end || cutsPair) throw new RangeError(`${start} to ${end} is no range of whole characters`);
  const prefixStart = index.toUtf16(Math.max(0, position.start - CONTEXT_LENGTH));
  const suffixEnd = index.toUtf16(Math.min(index.codePointLength, position.end + CONTEXT_LENGTH));
  const exact = index.text.slice(start, end);
  const places = exactPlaces(index, exact);
  return {
    quote: {
      exact,
      prefix: index.text.slice(prefixStart, start),
      suffix: index.text.slice(end, suffixEnd),
    },
    occurrence: { number: places.indexOf(start) + 1, of: places.length },
    position,
  };
};
