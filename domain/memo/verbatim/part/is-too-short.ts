import { wordsOf } from '../../../reading/reading-text.ts';
import type { TextRange } from '../../../text/selector.ts';
import type { SourceText } from '../source-text.ts';

const FEWEST_WORDS = 3;
const clauseBegins = /(?:^|[.!?…,;:()“”"«»„‘’\u2012-\u2015\n])\s*$/u;
const clauseEnds = /^\s*(?:$|[.!?…,;:()“”"«»‘’\u2012-\u2015\n])/u;
const beginsWithMark = /^[“"«„‘(]/u;
const endsWithMark = /[.!?…,;:)”"»’]$/u;

/**
 * Whether a kept part of a shortened quotation is too little to say what its source says: neither three words nor the
 * whole of a clause, which punctuation, a mark or the end of the paragraph ends on both sides.
 */
export const isTooShort = ({ reading }: SourceText, part: TextRange): boolean => {
  const words = wordsOf(reading, part).length;
  if (words >= FEWEST_WORDS) return false;
  const { text } = reading;
  const own = text.slice(part.start, part.end).trim();
  const begins =
    beginsWithMark.test(own) || clauseBegins.test(text.slice(Math.max(0, part.start - 8), part.start));
  const ends = endsWithMark.test(own) || clauseEnds.test(text.slice(part.end, part.end + 8));
  return words === 0 || !begins || !ends;
};
