import { Node } from '@tiptap/core';

/** A footnote. It takes a letter, so that it never looks like the number of a source. */
export const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: () => ['sup', { 'data-footnote': '' }],
});
