/** Creates, changes and removes links, each as one step of the editor's own undo. */
import { type Editor, getMarkRange } from '@tiptap/core';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import { beginStep } from '../state/editor-acts.ts';

/** A link in the text of a memo (ProseMirror positions). */
export type PlacedLink = { readonly from: number; readonly to: number; readonly href: string };

/** The link at the caret or the start of the selection; null if there is none. */
export const linkAt = ({ selection, schema }: EditorState): PlacedLink | null => {
  const type = schema.marks.link;
  const range = type === undefined ? undefined : getMarkRange(selection.$from, type);
  if (type === undefined || range === undefined) return null;
  const mark = type.isInSet(selection.$from.doc.nodeAt(range.from)?.marks ?? []);
  return mark === undefined ? null : { ...range, href: String(mark.attrs.href) };
};

/**
 * Makes the selection a link, or changes the address of the link at the caret; without either it inserts the address.
 */
export const setLink = (editor: Editor, href: string): boolean =>
  beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      const mark = state.schema.mark('link', { href });
      const { from, to } = linkAt(state) ?? tr.selection;
      const words = href.replace(/^mailto:/iu, '');
      if (from === to) tr.insert(from, state.schema.text(words, [mark]));
      else tr.removeMark(from, to, mark.type).addMark(from, to, mark);
      const end = from === to ? from + words.length : to;
      tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(mark.type);
      return true;
    })
    .run();

/** Removes the link at the caret; its words stay. */
export const removeLink = (editor: Editor): boolean =>
  beginStep(editor)
    .focus()
    .command(({ tr, state }) => {
      const link = linkAt(state);
      if (link === null || state.schema.marks.link === undefined) return false;
      tr.removeMark(link.from, link.to, state.schema.marks.link);
      return true;
    })
    .run();
