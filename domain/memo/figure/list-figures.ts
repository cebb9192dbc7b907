import type { MemoContent, MemoFigure } from '../memo-content.ts';

/** The figures of a memo in reading order: the first is figure 1. */
export const listFigures = (content: MemoContent): readonly MemoFigure[] =>
  content.content.flatMap((section) =>
    section.content.flatMap((block) => (block.type === 'figure' ? block : [])),
  );
