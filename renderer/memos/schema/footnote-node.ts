import { Node } from '@tiptap/core';
import { z } from 'zod';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';

/** A footnote. It takes a letter, so that it never looks like the number of a source. */
export const FootnoteNode = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  parseHTML: () => [readAttributes('sup', 'data-footnote', z.strictObject({ text: z.string() }))],
  renderHTML: ({ node }) => ['sup', writeAttributes('data-footnote', node.attrs)],
});
