/**
 * Grapheme clusters (Unicode UAX 29): a passage begins and ends on their boundaries, so that no highlight cuts an
 * accent from its letter or a flag in two.
 */
import type { TextRange } from './selector.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Enough text around an offset to hold any real cluster (the longest emoji sequences have about 35 units). */
const REACH = 128;

const clusterAround = (text: string, at: number): { readonly start: number; readonly end: number } => {
  const from = Math.max(0, at - REACH);
  const cluster = segmenter.segment(text.slice(from, at + REACH)).containing(at - from);
  const start = from + (cluster?.index ?? at - from);
  return { start, end: start + (cluster?.segment.length ?? 0) };
};

/** Whether `at` (UTF-16) stands between two grapheme clusters of `text`. */
export const isGraphemeBoundary = (text: string, at: number): boolean =>
  at === 0 || at === text.length || clusterAround(text, at).start === at;

/** The smallest range that holds `range` and begins and ends on grapheme boundaries. */
export const snapToGraphemes = (text: string, { start, end }: TextRange): TextRange => ({
  start: isGraphemeBoundary(text, start) ? start : clusterAround(text, start).start,
  end: isGraphemeBoundary(text, end) ? end : clusterAround(text, end).end,
});

/** The boundary that follows `at`; the end of the text at its end. */
export const nextGrapheme = (text: string, at: number): number =>
  at >= text.length ? text.length : clusterAround(text, at).end;

/** The boundary before `at`; the beginning of the text at its beginning. */
export const previousGrapheme = (text: string, at: number): number =>
  at <= 0 ? 0 : clusterAround(text, at - 1).start;
