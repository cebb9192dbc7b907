import { Node } from '@tiptap/core';
import { citationSchema } from '#domain/memo/memo-content.ts';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';

const reference = () => ({
  articleId: { default: null, rendered: false },
  passageId: { default: null, rendered: false },
  exactSha256: { default: null, rendered: false },
  kept: { default: undefined, rendered: false },
});

/** An inline reference to a passage: printed as “quote” [1 ¶8] or as [1 ¶8] alone. It holds no text of its own. */
export const CitationNode = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ ...reference(), form: { default: 'whole', rendered: false } }),
  parseHTML: () => [readAttributes('span', 'data-citation', citationSchema)],
  renderHTML: ({ node }) => ['span', writeAttributes('data-citation', node.attrs)],
});

/** A passage as a block quote with its attribution: nothing in it can be edited, so nothing in it can drift. */
export const QuotationNode = Node.create({
  name: 'quotation',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: reference,
  parseHTML: () => [readAttributes('blockquote', 'data-quotation', citationSchema.omit({ form: true }))],
  renderHTML: ({ node }) => ['blockquote', writeAttributes('data-quotation', node.attrs)],
});
