/**
 * Lays the ranges of passages over each other. Any overlap is allowed: nested, crossing, equal. Each range gets a
 * lane, the lowest that is free where it begins, and keeps it to its end; the lane decides how far below the
 * letters its line runs, so that two lines are both seen. The text is then cut into segments at every border.
 */
import type { PassageId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { within } from './layer.ts';

/** A range of a passage in the canonical text, UTF-16. */
export type HighlightRange = TextRange & { readonly passageId: PassageId; readonly label: Label };
export type LanedRange = HighlightRange & { readonly lane: number };

/** A stretch of text with the ranges that lie over it, outermost first. */
export type Segment = TextRange & { readonly layers: readonly LanedRange[] };

/** Deeper than this, ink on tint would no longer be read with ease. */
export const MAX_DEPTH = 4;

/** The ranges in the order of the text, longer first where they begin together, each with its lane. */
export const assignLanes = (ranges: readonly HighlightRange[]): readonly LanedRange[] => {
  const laneEnds: number[] = [];
  return [...ranges]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((range) => {
      const free = laneEnds.findIndex((end) => end <= range.start);
      const lane = free === -1 ? laneEnds.length : free;
      laneEnds[lane] = range.end;
      return { ...range, lane };
    });
};

/** At most MAX_DEPTH of the ranges by lane; the pinned one is always among them. */
const visibleLayers = (covering: readonly LanedRange[], pinned: PassageId | null): readonly LanedRange[] => {
  const byLane = [...covering].sort((a, b) => a.lane - b.lane);
  if (byLane.length <= MAX_DEPTH) return byLane;
  const kept = byLane.slice(0, MAX_DEPTH);
  const hidden = byLane.slice(MAX_DEPTH).find(({ passageId }) => passageId === pinned);
  return hidden === undefined ? kept : [...kept.slice(0, -1), hidden];
};

/**
 * The segments of `ranges` (as assignLanes gives them), cut off at the ends of `window`. Of more than four ranges
 * over one place the selected passage, `pinned`, is never the one left out.
 */
export const cutSegments = (
  ranges: readonly LanedRange[],
  window: TextRange,
  pinned: PassageId | null,
): readonly Segment[] => {
  const near = ranges
    .filter(({ start, end }) => start < window.end && end > window.start)
    .map((range) => ({ ...range, ...within(range, window) }));
  const borders = [...new Set(near.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: readonly LanedRange[] = [];
  let next = 0;
  borders.forEach((start, index) => {
    const end = borders[index + 1];
    open = open.filter((range) => range.end > start);
    while (near[next]?.start === start) open = [...open, ...near.slice(next, ++next)];
    if (end !== undefined && open.length > 0) {
      segments.push({ start, end, layers: visibleLayers(open, pinned) });
    }
  });
  return segments;
};
