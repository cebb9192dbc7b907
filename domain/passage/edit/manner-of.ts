/** Decides whether a range is a direct quotation, only by the quotation marks around it (see quotations.ts). */
import { type TextBlockSpan, textBlockText } from '../../article/body/canonical-text.ts';
import { quotationsIn } from '../../text/quotations.ts';
import type { TextRange } from '../../text/selector.ts';
import type { Manner } from '../passage.ts';

const trailing = /[\s.,;:!?]+$/u;
const leading = /^\s+/u;

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

/** See mannerOfAll, of one range. */
const mannerOf = (spans: readonly TextBlockSpan[], range: TextRange): Extract<Manner, 'direct'> | null => {
  const parts = spans
    .filter((span) => span.start < range.end && range.start < span.end)
    .map(({ block, start, end }) => ({
      text: textBlockText(block),
      range: { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start },
    }));
  const hasWords = parts.some(({ text, range: part }) => text.slice(part.start, part.end).trim() !== '');
  return hasWords && parts.every((part) => isQuoted(part.text, part.range)) ? 'direct' : null;
};

/**
 * Returns 'direct' where each of `ranges` (UTF-16 of the canonical text, with or without its quotation marks) is
 * within quotation marks of its textblock (see quotations.ts); otherwise null, which claims nothing.
 */
export const mannerOfAll = (
  spans: readonly TextBlockSpan[],
  ranges: readonly TextRange[],
): Extract<Manner, 'direct'> | null =>
  ranges.length > 0 && ranges.every((range) => mannerOf(spans, range) === 'direct') ? 'direct' : null;
