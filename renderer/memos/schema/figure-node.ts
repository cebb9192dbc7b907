import { Node } from '@tiptap/core';
import { figureAttrsSchema } from '#domain/memo/figure/figure.ts';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';

/** A picture with its words, directly in its section. It names the picture by its hash, and holds nothing of it. */
export const FigureNode = Node.create({
  name: 'figure',
  group: 'figure',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    sha256: { default: null, rendered: false },
    format: { default: null, rendered: false },
    width: { default: null, rendered: false },
    height: { default: null, rendered: false },
    size: { default: 'text', rendered: false },
    alt: { default: '', rendered: false },
    caption: { default: '', rendered: false },
    source: { default: '', rendered: false },
    cited: { default: undefined, rendered: false },
  }),
  parseHTML: () => [readAttributes('figure', 'data-figure', figureAttrsSchema)],
  renderHTML: ({ node }) => ['figure', writeAttributes('data-figure', node.attrs)],
});
