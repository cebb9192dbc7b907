import type { TextRange } from '#domain/text/selector.ts';

/** A part of a text, and what it belongs to. */
export type Segment = {
  readonly start: number;
  readonly end: number;
  readonly isPassage: boolean;
  readonly isHit: boolean;
};

const covers = (ranges: readonly TextRange[], start: number, end: number): boolean =>
  ranges.some((range) => range.start <= start && range.end >= end);

/** The text from `start` up to `end` cut wherever a passage or a hit begins or ends. Offsets are UTF-16 units. */
export const cutSegments = (
  { start, end }: TextRange,
  passage: readonly TextRange[],
  hits: readonly TextRange[],
): readonly Segment[] => {
  const inside = [...passage, ...hits].flatMap((range) => [range.start, range.end]);
  const edges = [...new Set([start, ...inside, end])].filter((at) => at >= start && at <= end);
  edges.sort((a, b) => a - b);
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? start;
    return {
      start: from,
      end: to,
      isPassage: covers(passage, from, to),
      isHit: covers(hits, from, to),
    };
  });
};
