import type { EditorView } from '@tiptap/pm/view';
import { type FieldPlace, fieldsOf } from './find-hits.ts';

const FIELDS = 'input, textarea';

/** The element in which a field of a memo is written; the mark of a footnote, of which the text is behind it. */
export const fieldElement = (view: EditorView, { position, name }: FieldPlace): Element | null => {
  const dom = view.nodeDOM(position);
  const type = view.state.doc.nodeAt(position)?.type.name ?? '';
  if (!(dom instanceof Element)) return null;
  const { before = [], after = [] } = fieldsOf[type] ?? {};
  // A section holds the fields of its blocks behind its own; those of other nodes are all theirs.
  const fields = dom.querySelectorAll(FIELDS);
  return fields.item([...before, ...after].indexOf(name)) ?? dom;
};
