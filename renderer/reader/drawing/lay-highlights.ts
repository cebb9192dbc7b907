/**
 * Layers the ranges of passages. Any overlap is allowed: nested, crossing, equal. Each range gets the lowest lane that
 * is free where it begins, and keeps it to its end; the lane decides how far below the letters its line is, so that two
 * lines are both visible. The text is then cut into segments at every range boundary.
 */
import type { PassageId } from '#domain/ids.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { within } from '../state/layer.ts';

/** A range of a passage in the canonical text, UTF-16. */
export type HighlightRange = TextRange & {
  readonly passageId: PassageId;
  readonly label: LabelId;
  /** The length of the whole passage: of two, the shorter is inside. */
  readonly length: number;
};
export type LanedRange = HighlightRange & { readonly lane: number };

/** A part of the text with the visible ranges over it, outermost first, each in a lane below MAX_DEPTH. */
export type Segment = TextRange & { readonly layers: readonly LanedRange[] };

/** With more layers text on the tints would be hard to read. */
export const MAX_DEPTH = 4;

/** The ranges in text order, longer ones first if they begin together, each with its lane. */
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

/**
 * The innermost MAX_DEPTH of the ranges at one place, outermost first, so that a passage is never hidden by those
 * around it. Pinned ones are always included.
 */
const visibleLayers = (
  covering: readonly LanedRange[],
  pinned: ReadonlySet<PassageId>,
): readonly LanedRange[] => {
  // Of two equally long ones the first in the text is innermost: a click selects it.
  const inwards = covering.toReversed().sort((a, b) => b.length - a.length);
  const hidden = inwards.slice(0, -MAX_DEPTH).filter(({ passageId }) => pinned.has(passageId));
  const kept = inwards.slice(-MAX_DEPTH);
  const givingWay = new Set(kept.filter(({ passageId }) => !pinned.has(passageId)).slice(0, hidden.length));
  return [...hidden, ...kept.filter((range) => !givingWay.has(range))].slice(0, MAX_DEPTH);
};

/** Gives the lines at a place distinct lanes below MAX_DEPTH: a line keeps its own if that is free. */
const seenLanes = (layers: readonly LanedRange[]): readonly LanedRange[] => {
  const taken = new Set(layers.map(({ lane }) => lane));
  const free = Array.from({ length: MAX_DEPTH }, (_, lane) => lane).filter((lane) => !taken.has(lane));
  return layers.map((range) => (range.lane < MAX_DEPTH ? range : { ...range, lane: free.pop() ?? 0 }));
};

/**
 * The segments of `ranges` (from assignLanes), clipped to `window`. Where more than four ranges overlap, those of a
 * `pinned` passage are never left out.
 */
export const cutSegments = (
  ranges: readonly LanedRange[],
  window: TextRange,
  pinned: ReadonlySet<PassageId>,
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
      segments.push({ start, end, layers: seenLanes(visibleLayers(open, pinned)) });
    }
  });
  return segments;
};
