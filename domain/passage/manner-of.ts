/**
 * Whether a range is a direct quotation, judged by the quotation marks around it and by nothing else.
 *
 * The marks of one textblock are read from its start: an opening mark starts a quotation, its closing mark ends
 * it. Two habits of print are respected: a quotation that runs over several paragraphs opens each of them and
 * closes only the last, and an editor's slip closes a quotation with an opening mark that nothing follows.
 * Single marks are left out: an apostrophe looks the same.
 */
import { type TextBlockSpan, textBlockText } from '../article/canonical-text.ts';
import type { Manner } from './passage.ts';
import type { TextRange } from './selector.ts';

const closingMarks: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '„': '“”' };
const anyMark = /[“”"«»„]/gu;
/** A straight mark opens only where a word can begin: 5" is a measure. */
const startsWord = /(?:^|[\s([{\u2012-\u2015/-])$/u;
const letterOrDigit = /^[\p{L}\p{N}]/u;
const trailing = /[\s.,;:!?]+$/u;
const leading = /^\s+/u;

/** A quotation of a text with its marks: from before the first to after the last. */
type Quotation = TextRange;
type OpenMark = { readonly mark: string; readonly at: number };

const canOpen = (text: string, { mark, at }: OpenMark): boolean =>
  closingMarks[mark] !== undefined && (mark !== '"' || startsWord.test(text.slice(0, at)));

const closes = (text: string, open: OpenMark, { mark, at }: OpenMark): boolean =>
  (closingMarks[open.mark]?.includes(mark) ?? false) ||
  (mark === open.mark && !letterOrDigit.test(text.slice(at + 1)));

const quotationsIn = (text: string): readonly Quotation[] => {
  const found: Quotation[] = [];
  let open: OpenMark | null = null;
  for (const match of text.matchAll(anyMark)) {
    const here = { mark: match[0], at: match.index };
    if (open !== null && closes(text, open, here)) {
      found.push({ start: open.at, end: here.at + 1 });
      open = null;
    } else if (canOpen(text, here)) open = here;
  }
  if (open !== null && text.slice(0, open.at).trim() === '') found.push({ start: open.at, end: text.length });
  return found;
};

/** `range` without white space around it and without the punctuation that follows a closing mark. */
const coreOf = (text: string, { start, end }: TextRange): TextRange => {
  const words = text.slice(start, end);
  const skipped = leading.exec(words)?.[0].length ?? 0;
  const dropped = trailing.exec(words)?.[0].length ?? 0;
  return { start: start + skipped, end: Math.max(start + skipped, end - dropped) };
};

const isQuoted = (text: string, range: TextRange): boolean => {
  const { start, end } = coreOf(text, range);
  return (
    start === end || quotationsIn(text).some((quotation) => quotation.start <= start && end <= quotation.end)
  );
};

/**
 * 'direct' where all of `range` (UTF-16 of the canonical text, with or without its quotation marks) stands within
 * quotation marks of its textblock: “…”, "…", «…» or „…“; else null, which claims nothing.
 */
export const mannerOf = (
  spans: readonly TextBlockSpan[],
  range: TextRange,
): Extract<Manner, 'direct'> | null => {
  const parts = spans
    .filter((span) => span.start < range.end && range.start < span.end)
    .map(({ block, start, end }) => ({
      text: textBlockText(block),
      range: { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start },
    }));
  const hasWords = parts.some(({ text, range: part }) => text.slice(part.start, part.end).trim() !== '');
  return hasWords && parts.every((part) => isQuoted(part.text, part.range)) ? 'direct' : null;
};
