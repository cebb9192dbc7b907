import type { PassageId } from '../../ids.ts';
import type { TextRange } from '../../text/selector.ts';
import type { SourceText } from './source-text.ts';

/** The text of a cited article against which quotations are compared, and the place of each of its passages in it. */
export type PrintedSource = {
  readonly text: SourceText;
  /** UTF-16; a passage that is not found whole has no place. */
  readonly placesOf: (passageId: PassageId) => readonly TextRange[] | null;
};
