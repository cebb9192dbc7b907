/** A selection of several ranges: the browser draws one, the reader keeps the others beside it. */
import type { TextRange } from '#domain/text/selector.ts';

/** Where the caret is, and what is selected. */
export type TextSelected = {
  readonly caret: number;
  /** What the browser draws as selected; null where it draws nothing. */
  readonly range: TextRange | null;
  /** What is selected beside it: the other parts of an interrupted quotation. */
  readonly others?: readonly TextRange[];
};

/** All that is selected, in the order of the text; empty where nothing is. */
export const selectedRanges = ({ range, others = [] }: TextSelected): readonly TextRange[] =>
  [...others, ...(range === null ? [] : [range])].toSorted((a, b) => a.start - b.start);

const isApart =
  (range: TextRange | null) =>
  ({ start, end }: TextRange): boolean =>
    range === null || end <= range.start || start >= range.end;

/** What was just selected, beside what was before. A range that the new one runs into gives way to it. */
export const selectBeside = (selected: TextSelected, before: readonly TextRange[]): TextSelected => {
  const others = before.filter(isApart(selected.range));
  return others.length === 0 ? selected : { ...selected, others };
};
