import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { liftCut } from '#domain/pad/move-from-pad.ts';
import type { RichText } from '#domain/rich-text.ts';
import { readNote } from '#renderer/editor/read-note.ts';

/** The whole pad, what of it goes, and what stays. */
export type PadPart = {
  readonly before: RichText;
  readonly moved: RichText;
  readonly left: RichText | null;
};

type Span = { readonly from: number; readonly to: number };

/** What is selected; where nothing is, the item of a list or the paragraph in which the caret stands. */
const spanOf = ({ selection }: EditorState): Span | null => {
  if (!selection.empty) return { from: selection.from, to: selection.to };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--)
    if (depth === 1 || $from.node(depth).type.name === 'listItem')
      return { from: $from.before(depth), to: $from.after(depth) };
  return null;
};

/** What is to be moved out of the pad; null where nothing is written there. */
export const partOfPad = ({ state }: Editor): PadPart | null => {
  const span = spanOf(state);
  if (span === null) return null;
  const before = readNote(state.doc.toJSON());
  const moved = readNote(state.doc.cut(span.from, span.to).toJSON());
  const left = readNote(state.tr.deleteRange(span.from, span.to).doc.toJSON());
  return before === null || moved === null ? null : { before, moved: liftCut(moved), left };
};
