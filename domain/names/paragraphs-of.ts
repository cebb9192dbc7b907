import type { TextRange } from '../text/selector.ts';

/** The paragraphs (`spans`, in the order of the text) that the ranges touch, a line each. */
export const paragraphsOf = (
  text: string,
  spans: readonly TextRange[],
  ranges: readonly TextRange[],
): string =>
  spans
    .filter((span) => ranges.some(({ start, end }) => span.start < end && start < span.end))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n');
