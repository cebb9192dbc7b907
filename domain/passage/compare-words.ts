import { isGraphemeBoundary } from '../text/grapheme-boundaries.ts';
import type { TextRange } from '../text/selector.ts';
import { foldedTypography } from './folded-typography.ts';

/** What sets the words at a place apart from a quote: nothing, their typography alone, or words. */
export type Difference = 'none' | 'typography' | 'words';

/** What sets `words` apart from `quote`. */
export const differenceOf = (quote: string, words: string): Difference => {
  if (quote === words) return 'none';
  return foldedTypography(quote) === foldedTypography(words) ? 'typography' : 'words';
};

/** The most changed punctuation marks at either end that a minimal edit may leave out. */
const MAX_MARKS = 3;

/**
 * The range about `range`, a few characters longer at most, whose words differ from `quote` in nothing but
 * typography; `range` itself where there is none.
 */
export const withItsMarks = (text: string, range: TextRange, quote: string): TextRange => {
  const sought = foldedTypography(quote);
  const steps = Array.from({ length: MAX_MARKS + 1 }, (_, step) => step);
  const around = steps.flatMap((before) =>
    steps.map((after) => ({
      start: Math.max(0, range.start - before),
      end: Math.min(text.length, range.end + after),
    })),
  );
  return (
    around.find(
      ({ start, end }) =>
        isGraphemeBoundary(text, start) &&
        isGraphemeBoundary(text, end) &&
        foldedTypography(text.slice(start, end)) === sought,
    ) ?? range
  );
};
