/** A selection of several ranges: the browser shows one, the reader keeps the others. */
import type { TextRange } from '#domain/text/selector.ts';

/** The caret and the selection. */
export type TextSelected = {
  readonly caret: number;
  /** The range that the browser shows as selected; null for none. */
  readonly range: TextRange | null;
  /** The other selected ranges: the further parts of an interrupted quotation. */
  readonly others?: readonly TextRange[];
};

/** Everything selected, in text order; empty if nothing is. */
export const selectedRanges = ({ range, others = [] }: TextSelected): readonly TextRange[] =>
  [...others, ...(range === null ? [] : [range])].toSorted((a, b) => a.start - b.start);

const isApart =
  (range: TextRange | null) =>
  ({ start, end }: TextRange): boolean =>
    range === null || end <= range.start || start >= range.end;

/** Adds a new selection to the existing one. Ranges that the new one overlaps are dropped. */
export const selectBeside = (selected: TextSelected, before: readonly TextRange[]): TextSelected => {
  const others = before.filter(isApart(selected.range));
  return others.length === 0 ? selected : { ...selected, others };
};
