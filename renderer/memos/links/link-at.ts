import { getMarkRange } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';

/** A link in the text of a memo (ProseMirror positions). */
export type PlacedLink = { readonly from: number; readonly to: number; readonly href: string };

/** The link in which the caret or the beginning of the selection stands; null where there is none. */
export const linkAt = ({ selection, schema }: EditorState): PlacedLink | null => {
  const type = schema.marks.link;
  const range = type === undefined ? undefined : getMarkRange(selection.$from, type);
  if (type === undefined || range === undefined) return null;
  const mark = type.isInSet(selection.$from.doc.nodeAt(range.from)?.marks ?? []);
  return mark === undefined ? null : { ...range, href: String(mark.attrs.href) };
};
