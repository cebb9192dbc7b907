/**
 * What a quotation loses of the sentence that it was taken from: words may stand there verbatim and under a denial, a
 * condition or a limit that is not quoted with them. What the quoting sentence says in words of its own is not lost.
 */
import { type FrameKind, frameKindsIn, lostFrame } from '../../reading/frame/find-frame-words.ts';
import type { TextRange } from '../../text/selector.ts';
import type { QuoteFault } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

/** The own words of the sentence in which a quotation is printed, and the language that they are in (BCP 47). */
export type CarriedFrame = { readonly around: string; readonly language: string };

const faultOf = {
  negation: 'denial-lost',
  denial: 'denial-lost',
  condition: 'condition-lost',
  hedge: 'hedge-lost',
  limit: 'limit-lost',
} as const satisfies Readonly<Record<FrameKind, QuoteFault['fault']>>;

const MAX_SIDE = 160;

/** The sentence as it is shown: of a very long one what stands near to the quotation. */
const shownAround = (text: string, sentence: TextRange, part: TextRange): string => {
  const start = Math.max(sentence.start, part.start - MAX_SIDE);
  const end = Math.min(sentence.end, part.end + MAX_SIDE);
  return `${start > sentence.start ? '… ' : ''}${text.slice(start, end).trim()}${end < sentence.end ? ' …' : ''}`;
};

/** Whether the part opens the quotation and closes it: only there can something of its sentence be lost. */
type Sides = { readonly opens: boolean; readonly closes: boolean };

/** What `part` of a quotation loses of its sentence and `carried` does not say. */
export const frameFaults = (
  source: SourceText,
  part: TextRange,
  { opens, closes }: Sides,
  { around, language }: CarriedFrame,
): readonly QuoteFault[] => {
  const { text, language: ofSource } = source.reading;
  const start = source.sentenceAt(part.start).start;
  const { end } = source.sentenceAt(Math.max(0, part.end - 1));
  const sentence = { start: Math.min(start, part.start), end: Math.max(end, part.end) };
  const lost = lostFrame(
    {
      before: opens ? text.slice(sentence.start, part.start) : '',
      quote: text.slice(part.start, part.end),
      after: closes ? text.slice(part.end, sentence.end) : '',
    },
    ofSource,
  );
  if (lost.length === 0) return [];
  const carried = frameKindsIn(around, [language, ofSource]);
  return lost
    .filter(({ kind }) => !carried.has(kind))
    .map(({ kind, word }) => ({
      fault: faultOf[kind],
      word,
      sentence: shownAround(text, sentence, part),
    }));
};
