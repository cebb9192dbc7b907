import { Node } from '@tiptap/core';

/** A part of the form. The document is made of sections and nothing else. */
export const SectionNode = Node.create({
  name: 'section',
  content: 'block+',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    role: { default: 'own', rendered: false },
    heading: { default: 'Untitled', rendered: false },
  }),
  parseHTML: () => [{ tag: 'section[data-section]' }],
  renderHTML: () => ['section', { 'data-section': '' }, 0],
});

export const MemoDocumentNode = Node.create({ name: 'doc', topNode: true, content: 'section+' });
