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

/** Below this code unit nothing joins a character to the one before it, but for the line feed after its return. */
const FIRST_JOINING = 0x300;
const LINE_FEED = 0x0a;

/** Most text needs no segmenter: neither side of `at` can be part of a longer cluster. */
const isPlainBoundary = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at);
  return text.charCodeAt(at - 1) < FIRST_JOINING && next < FIRST_JOINING && next !== LINE_FEED;
};

/** Whether `at` (UTF-16) is between two grapheme clusters of `text`. */
export const isGraphemeBoundary = (text: string, at: number): boolean =>
  at === 0 || at === text.length || isPlainBoundary(text, at) || clusterAround(text, at).start === at;

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
