import type { TextRange } from '#domain/text/selector.ts';

/** Where the caret is, and what is selected. */
export type TextSelected = {
  readonly caret: number;
  /** What the browser draws as selected; null where it draws nothing. */
  readonly range: TextRange | null;
  /** What is selected beside it: the other parts of an interrupted quotation. */
  readonly others?: readonly TextRange[];
};
