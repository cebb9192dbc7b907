/**
 * Whether the words between two kept parts may be left out. An omission must be between words, within one
 * paragraph and within the words of one speaker; it must never join two sentences into one, nor leave out anything
 * that negates or weakens what is kept. Only the rest of a sentence that is kept in part can do that: whole
 * sentences may be left out.
 */
import { findTurningWords } from '../../reading/find-frame-words.ts';
import type { TextRange } from '../../text/selector.ts';
import type { FoundPart } from './find-part.ts';
import type { QuoteFault } from './quote-fault.ts';
import type { SourceText } from './source-text.ts';

const hasWord = /[\p{L}\p{N}]/u;
const sentenceEnd = /[.!?…]["”’»“)\]]*\s*$/u;

/** Two neighbouring parts, with the sentence and the quotation on each side of the omission. */
type Omission = {
  readonly source: SourceText;
  readonly before: FoundPart;
  readonly after: FoundPart;
  readonly sentences: readonly [TextRange, TextRange];
  readonly quotations: readonly [TextRange | null, TextRange | null];
};

const omissionBetween = (source: SourceText, before: FoundPart, after: FoundPart): Omission => ({
  source,
  before,
  after,
  sentences: [source.sentenceAt(Math.max(0, before.end - 1)), source.sentenceAt(after.start)],
  quotations: [source.quotationAt(before.end), source.quotationAt(after.start)],
});

const isOneSentence = ({ sentences: [a, b] }: Omission): boolean => a.start === b.start;

const isOfOneQuotation = ({ quotations: [a, b] }: Omission): boolean => a?.start === b?.start;

const isOfOneSpeaker = (omission: Omission): boolean => {
  const [a, b] = omission.quotations;
  if (isOfOneQuotation(omission)) return true;
  return a !== null && b !== null && omission.source.isOneSpeech(a, b);
};

const sayOf = ({ source }: Omission, start: number, end: number): string =>
  source.reading.text.slice(start, end);

/** Whether the reader sees that a sentence ends before the omission, or that one begins after it. */
const showsTwoSentences = (omission: Omission): boolean => {
  const { before, after, sentences } = omission;
  const [letter] = after.bracketed.filter(({ at }) => !hasWord.test(sayOf(omission, after.start, at)));
  if (letter !== undefined) return /\p{Lu}/u.test(letter.letter);
  if (!hasWord.test(sayOf(omission, sentences[1].start, after.start))) return true;
  return (
    sentenceEnd.test(sayOf(omission, before.start, before.end)) &&
    !hasWord.test(sayOf(omission, before.end, sentences[0].end))
  );
};

/**
 * The text left out of sentences that are kept in part, without interjections by others between two parts of a
 * speech.
 */
const leftOut = (omission: Omission): readonly TextRange[] => {
  const { before, after, sentences, quotations } = omission;
  if (isOneSentence(omission) && isOfOneQuotation(omission)) return [{ start: before.end, end: after.start }];
  const [a, b] = isOfOneQuotation(omission) ? [null, null] : quotations;
  return [
    { start: before.end, end: Math.min(sentences[0].end, a?.end ?? after.start, after.start) },
    { start: Math.max(sentences[1].start, b?.start ?? before.end, before.end), end: after.start },
  ];
};

const turningFaults = ({ reading }: SourceText, ranges: readonly TextRange[]): readonly QuoteFault[] => {
  const { negation, hedge } = findTurningWords(reading.text, ranges, reading.language);
  if (negation !== null) return [{ kind: 'negation-omitted', word: negation }];
  return hedge === null ? [] : [{ kind: 'hedge-omitted', word: hedge }];
};

/** The faults of leaving out the text between `before` and `after` within one pair of marks. */
export const omissionFaults = (
  source: SourceText,
  before: FoundPart,
  after: FoundPart,
): readonly QuoteFault[] => {
  if (source.paragraphAt(Math.max(0, before.end - 1)) !== source.paragraphAt(after.start))
    return [{ kind: 'omission-across-paragraphs' }];
  if (!hasWord.test(source.reading.text.slice(before.end, after.start))) return [{ kind: 'nothing-omitted' }];
  const omission = omissionBetween(source, before, after);
  const faults: QuoteFault[] = [];
  if (!isOfOneSpeaker(omission)) faults.push({ kind: 'omission-across-speakers' });
  if (!isOneSentence(omission) && !showsTwoSentences(omission))
    faults.push({ kind: 'omission-across-sentences' });
  return [...faults, ...turningFaults(source, leftOut(omission))];
};

/**
 * The faults of parts that are printed apart: in marks of their own, or on lines of their own in a block. They may
 * come from anywhere in the text, but nothing that negates or weakens a sentence may be left out of it.
 */
export const apartFaults = (
  source: SourceText,
  before: FoundPart,
  after: FoundPart,
): readonly QuoteFault[] => {
  const omission = omissionBetween(source, before, after);
  return isOneSentence(omission) && before.end <= after.start ? turningFaults(source, leftOut(omission)) : [];
};

/** The parts of a passage on its text, and the first and the last that is kept of them. */
export type KeptEdges = {
  readonly passage: readonly TextRange[];
  readonly first: TextRange;
  readonly last: TextRange;
};

const overlap = (range: TextRange, parts: readonly TextRange[]): readonly TextRange[] =>
  parts
    .map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) }))
    .filter(({ start, end }) => start < end);

/**
 * The faults of leaving out the beginning and the end of a passage: in a sentence that is kept in part, words that
 * negate or weaken it must stay. Where the passage itself begins and ends is the analyst's choice.
 */
export const edgeFaults = (
  source: SourceText,
  { passage, first, last }: KeptEdges,
): readonly QuoteFault[] => {
  const before = { start: source.sentenceAt(first.start).start, end: first.start };
  const after = { start: last.end, end: source.sentenceAt(Math.max(0, last.end - 1)).end };
  return turningFaults(source, [...overlap(before, passage), ...overlap(after, passage)]);
};

/** The faults of a bracketed capital that turns the end of a sentence into a sentence. */
export const openingFaults = (source: SourceText, first: FoundPart): readonly QuoteFault[] => {
  const { text } = source.reading;
  const [letter] = first.bracketed.filter(({ at }) => !hasWord.test(text.slice(first.start, at)));
  if (letter === undefined || !/\p{Lu}/u.test(letter.letter)) return [];
  const start = Math.max(source.sentenceAt(first.start).start, source.quotationAt(first.start)?.start ?? 0);
  return turningFaults(source, [{ start, end: first.start }]);
};
