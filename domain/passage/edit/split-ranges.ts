import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';

/** The ranges of the two passages that one is split into, each in the order of the text and never empty. */
export type SplitRanges = { readonly first: readonly TextRange[]; readonly second: readonly TextRange[] };

/** `range` without the white space at its cut end; null where nothing else remains. */
const trimCut = (text: string, { start, end }: TextRange, cut: 'start' | 'end'): TextRange | null => {
  const words = text.slice(start, end);
  const trimmed =
    cut === 'end'
      ? { start, end: start + words.trimEnd().length }
      : { start: start + words.length - words.trimStart().length, end };
  // A mark that is set on a space goes with it.
  const whole = trimmed.start < trimmed.end ? snapToGraphemes(text, trimmed) : trimmed;
  return whole.start < whole.end ? whole : null;
};

/**
 * Splits `ranges` (UTF-16, in the order of the text) at `at`: a range that contains `at` is cut, otherwise the
 * split is between two ranges. White space at the cut belongs to neither side. Null where `at` is not inside the
 * ranges, or one side would have no word.
 */
export const splitRanges = (text: string, ranges: readonly TextRange[], at: number): SplitRanges | null => {
  const cut = snapToGraphemes(text, { start: at, end: at }).start;
  const first = ranges.flatMap(({ start, end }) => {
    if (end <= cut) return { start, end };
    return start < cut ? (trimCut(text, { start, end: cut }, 'end') ?? []) : [];
  });
  const second = ranges.flatMap(({ start, end }) => {
    if (start >= cut) return { start, end };
    return end > cut ? (trimCut(text, { start: cut, end }, 'start') ?? []) : [];
  });
  return first.length === 0 || second.length === 0 ? null : { first, second };
};
