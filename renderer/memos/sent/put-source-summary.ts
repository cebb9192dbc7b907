import type { Editor } from '@tiptap/core';
import type { MemoParagraph } from '#domain/memo/memo-content.ts';
import { beginStep } from '../state/editor-acts.ts';

type Range = { readonly from: number; readonly to: number };

/** The end of the section for the source summary, including an empty last line; null if there is none. */
const placeOfSummary = ({ state: { doc } }: Editor): Range | null => {
  let place: Range | null = null;
  doc.forEach((section, at) => {
    if (section.attrs.role !== 'source-summary' || place !== null) return;
    const to = at + section.nodeSize - 1;
    const last = section.lastChild;
    const isEmpty = last?.type.name === 'paragraph' && last.content.size === 0;
    place = { from: isEmpty ? to - last.nodeSize : to, to };
  });
  return place;
};

/** Inserts the statement into the section for the source summary, else at the caret, as one undo step. */
export const putSourceSummary = (editor: Editor, statement: readonly MemoParagraph[]): boolean => {
  const { from, to } = placeOfSummary(editor) ?? editor.state.selection;
  return beginStep(editor)
    .focus()
    .insertContentAt(
      { from, to },
      statement.map((paragraph) => ({ ...paragraph })),
    )
    .scrollIntoView()
    .run();
};
