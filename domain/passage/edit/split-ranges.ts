import { snapToGraphemes } from '../../text/grapheme-boundaries.ts';
import type { TextRange } from '../../text/selector.ts';

/** The ranges of the two passages that one is split into, each in the order of the text and never empty. */
export type SplitRanges = { readonly first: readonly TextRange[]; readonly second: readonly TextRange[] };

/** `range` without white space at the end where it was cut; null where nothing else is left. */
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
 * Splits `ranges` (UTF-16, in the order of the text) at `at`: within a range this is cut, between two they part. White
 * space at the cut belongs to neither. Null where `at` does not stand inside, or one side would hold no word.
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
