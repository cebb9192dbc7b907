import { Node } from '@tiptap/core';
import { sectionAttrsSchema } from '#domain/memo/memo-content.ts';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';

/** A part of the form. The document is made of sections and nothing else. */
export const SectionNode = Node.create({
  name: 'section',
  content: '(block | heading | figure)+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    role: { default: 'own', rendered: false },
    heading: { default: 'Untitled', rendered: false },
    guide: { default: undefined, rendered: false },
  }),
  parseHTML: () => [readAttributes('section', 'data-section', sectionAttrsSchema, ':scope > [data-content]')],
  renderHTML: ({ node }) => ['section', writeAttributes('data-section', node.attrs), 0],
});

export const MemoDocumentNode = Node.create({ name: 'doc', topNode: true, content: 'section+' });
