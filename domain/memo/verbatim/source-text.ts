/** The text that a quotation is held against, with its paragraphs, sentences and quotations, each found once. */

import { interruptedQuotation } from '../../reading/interrupted-quotation.ts';
import { paragraphIndexAt, type ReadingText } from '../../reading/reading-text.ts';
import { sentencesOf } from '../../reading/sentences.ts';
import { isClosed, quotationsIn, saidIn } from '../../text/quotations.ts';
import type { TextRange } from '../../text/selector.ts';

/** Offsets are UTF-16 of the text. */
export type SourceText = {
  readonly reading: ReadingText;
  /** The index of the paragraph that holds the place. */
  readonly paragraphAt: (at: number) => number;
  /** The sentence that holds the place, else the one before it. */
  readonly sentenceAt: (at: number) => TextRange;
  /** The innermost quotation that contains the place; null where it is in none. */
  readonly quotationAt: (at: number) => TextRange | null;
  /** Whether two quotations are one speech: interrupted to say whose it is, or running on over paragraphs. */
  readonly isOneSpeech: (a: TextRange, b: TextRange) => boolean;
};

const within = ({ start }: TextRange, ranges: readonly TextRange[]): readonly TextRange[] =>
  ranges.map((range) => ({ start: start + range.start, end: start + range.end }));

const isAround = (text: string, quotation: TextRange, at: number): boolean => {
  const end = isClosed(text, quotation) ? quotation.end - 1 : quotation.end;
  return quotation.start < at && at <= end;
};

/** The quotations of a text block, each followed by those within it. */
const nestedQuotations = (text: string, part: TextRange): readonly TextRange[] =>
  within(part, quotationsIn(text.slice(part.start, part.end))).flatMap((quotation) => {
    const inner = { start: quotation.start + 1, end: quotation.end - (isClosed(text, quotation) ? 1 : 0) };
    return [quotation, ...within(inner, quotationsIn(text.slice(inner.start, inner.end)))];
  });

/** One result for each paragraph, computed on first use. */
const perParagraph = <T>(find: (paragraph: TextRange) => T, { paragraphs }: ReadingText) => {
  const known = new Map<number, T>();
  return (index: number): T => {
    const there = known.get(index);
    if (there !== undefined) return there;
    const found = find(paragraphs[index] ?? { start: 0, end: 0 });
    known.set(index, found);
    return found;
  };
};

/** Whether the quotation around `a` is unclosed and continues at the beginning of the next paragraph, up to `b`. */
const runsOn = (
  { text, paragraphs }: ReadingText,
  quotationsOf: (index: number) => readonly TextRange[],
  a: { readonly quotation: TextRange; readonly paragraph: number },
  b: TextRange,
): boolean => {
  if (a.quotation.start === b.start) return true;
  const next = quotationsOf(a.paragraph + 1)[0];
  const head = paragraphs[a.paragraph + 1];
  if (isClosed(text, a.quotation) || next === undefined || head === undefined || next.start > b.start)
    return false;
  const isAtHead = text.slice(head.start, next.start).trim() === '';
  return (
    isAtHead &&
    runsOn(
      { text, paragraphs, language: 'und' },
      quotationsOf,
      { quotation: next, paragraph: a.paragraph + 1 },
      b,
    )
  );
};

const isInterrupted = (reading: ReadingText, a: TextRange, b: TextRange): boolean => {
  const paragraph = reading.paragraphs[paragraphIndexAt(reading, a.start)] ?? a;
  const own = reading.text.slice(paragraph.start, paragraph.end);
  const said = saidIn(own, { start: a.start - paragraph.start, end: a.end - paragraph.start });
  if (said === null) return false;
  const [range] = within(paragraph, [said]);
  const parts = range === undefined ? null : interruptedQuotation(reading, range);
  return parts?.some(({ start, end }) => b.start <= start && end <= b.end) ?? false;
};

/** What the verifier asks of a text. */
export const sourceTextOf = (reading: ReadingText): SourceText => {
  const { text, language } = reading;
  const sentencesIn = perParagraph((paragraph) => sentencesOf(text, paragraph, language), reading);
  const quotationsOf = perParagraph((paragraph) => nestedQuotations(text, paragraph), reading);
  const paragraphAt = (at: number): number => paragraphIndexAt(reading, at);
  const isOneSpeech = (a: TextRange, b: TextRange): boolean =>
    a.start === b.start ||
    isInterrupted(reading, a, b) ||
    runsOn(reading, quotationsOf, { quotation: a, paragraph: paragraphAt(a.start) }, b);
  return {
    reading,
    paragraphAt,
    sentenceAt: (at) =>
      sentencesIn(paragraphAt(at)).findLast(({ start }) => start <= at) ??
      reading.paragraphs[paragraphAt(at)] ?? { start: 0, end: text.length },
    quotationAt: (at) =>
      quotationsOf(paragraphAt(at)).findLast((quotation) => isAround(text, quotation, at)) ?? null,
    isOneSpeech: (a, b) => isOneSpeech(a, b),
  };
};
