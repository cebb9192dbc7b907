/** Finds the words of a search in a text, and the part of it that shows them. */
import { foldText } from '../../text/fold-text.ts';
import type { SearchTerm } from '../language/search-node.ts';
import { startsUnspaced } from '../search-words.ts';
import { wordEndBefore, wordStartFrom } from './word-cuts.ts';

/** From `start` up to `end`, in UTF-16 units. */
export type TextSpan = { readonly start: number; readonly end: number };
/** A text on one line with its marked ranges. */
export type MarkedText = { readonly text: string; readonly marks: readonly TextSpan[] };

/**
 * A run as `wordRuns` defines it: an abbreviation with full stops is one word, and invisible characters do not
 * split it.
 */
const run =
  /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00ad\u0640\u200b-\u200f\u2060-\u2064]*[\p{L}\p{N}\p{M}])?/gu;

type Run = TextSpan & { readonly text: string; readonly folded: string };

const foldRun = (text: string): string => foldText(text).replaceAll('.', '');

/**
 * The range of a wanted word in a run: all of it, or a part where the script has no spaces; null where it is not
 * there.
 */
const spanInRun = ({ text, folded, start, end }: Run, word: string, isPrefix: boolean): TextSpan | null => {
  if (folded === word || (isPrefix && folded.startsWith(word))) return { start, end };
  if (!startsUnspaced(word) || !folded.includes(word)) return null;
  const at = text.indexOf(word);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + word.length };
};

/** The range of a word, in any of its forms, in a run. */
const spanOfForms = (found: Run, forms: readonly string[], isPrefix: boolean): TextSpan | null => {
  // The typed form may be a prefix; the other forms are matched whole.
  for (const [at, form] of forms.entries()) {
    const span = spanInRun(found, form, isPrefix && at === 0);
    if (span !== null) return span;
  }
  return null;
};

/** The range of a term that begins at a run and continues over the following ones. */
const spanFrom = (
  runs: readonly Run[],
  at: number,
  { words, isPrefix, forms = [] }: SearchTerm,
): TextSpan | null => {
  const spans = words.map((word, index) => {
    const each = runs[at + index];
    const isLast = index === words.length - 1;
    return each === undefined ? null : spanOfForms(each, forms[index] ?? [word], isPrefix && isLast);
  });
  const [first] = spans;
  const last = spans.at(-1);
  return spans.includes(null) || first == null || last == null ? null : { start: first.start, end: last.end };
};

const runsOf = (text: string): readonly Run[] =>
  Array.from(text.matchAll(run), ({ 0: found, index }) => ({
    text: found,
    folded: foldRun(found),
    start: index,
    end: index + found.length,
  }));

const marksInLine = (line: string, offset: number, terms: readonly SearchTerm[]): readonly TextSpan[] => {
  const runs = runsOf(line);
  const marks: TextSpan[] = [];
  runs.forEach((_, at) => {
    const spans = terms.flatMap((term) => spanFrom(runs, at, term) ?? []);
    const longest = spans.toSorted((x, y) => y.end - x.end)[0];
    if (longest === undefined || longest.start + offset < (marks.at(-1)?.end ?? 0)) return;
    marks.push({ start: longest.start + offset, end: longest.end + offset });
  });
  return marks;
};

/** Whether one of `terms` may occur in a line: cheaper than finding where. */
const mayHold = (line: string, terms: readonly SearchTerm[]): boolean => {
  const folded = foldRun(line);
  return terms.some(({ words: [first = ''], forms: [others = [first]] = [] }) =>
    others.some((form) => folded.includes(form)),
  );
};

/**
 * The ranges of `terms`, in the order of the text, without overlaps; the search ends after the line with the
 * `limit`th range. No term spans the end of a line.
 */
export const markTerms = (
  text: string,
  terms: readonly SearchTerm[],
  limit = Number.POSITIVE_INFINITY,
): readonly TextSpan[] => {
  const marks: TextSpan[] = [];
  let offset = 0;
  for (const line of terms.length === 0 ? [] : text.split('\n')) {
    if (mayHold(line, terms)) marks.push(...marksInLine(line, offset, terms));
    if (marks.length >= limit) break;
    offset += line.length + 1;
  }
  return marks;
};

/** The maximum length of a snippet before the first mark. */
const LEAD = 40;

/** The first of `marks` that has the most others within `length` after it. */
const densest = (marks: readonly TextSpan[], length: number): TextSpan | undefined => {
  const within = ({ start }: TextSpan) =>
    marks.filter((other) => other.start >= start && other.end < start + length).length;
  return marks
    .slice(0, 50)
    .reduce<TextSpan | undefined>(
      (best, mark) => (best === undefined || within(mark) > within(best) ? mark : best),
      undefined,
    );
};

/** The part of a text, of about `length` UTF-16 units, with the most marks in it. */
export const markedSnippet = (text: string, terms: readonly SearchTerm[], length: number): MarkedText => {
  const marks = markTerms(text, terms, 20);
  const first = densest(marks, length - LEAD)?.start ?? 0;
  const start = wordStartFrom(text, text.length <= length ? 0 : Math.min(first - LEAD, text.length - length));
  const end = wordEndBefore(text, start, start + length);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).replace(/\s/gu, ' ')}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
};
