import { Node } from '@tiptap/core';
import { judgementAttrsSchema } from '#domain/memo/memo-content.ts';
import { readAttributes, writeAttributes } from './clipboard-attributes.ts';

/**
 * A judgement: its statement is the content; likelihood, confidence and what it rests on are attributes.
 * Shape: `judgementAttrsSchema` of domain/memo/memo-content.ts. One that is pasted or split keeps no id of another:
 * the editor gives it a fresh one.
 */
export const JudgementNode = Node.create({
  name: 'judgement',
  group: 'block',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes: () => ({
    id: { default: null, rendered: false },
    likelihood: { default: null, rendered: false },
    confidence: { default: null, rendered: false },
    confidenceReason: { default: '', rendered: false },
    assumptions: { default: '', rendered: false },
    wouldChange: { default: '', rendered: false },
  }),
  parseHTML: () => [readAttributes('div', 'data-judgement', judgementAttrsSchema, '[data-statement]')],
  renderHTML: ({ node }) => ['div', writeAttributes('data-judgement', node.attrs), 0],
});
