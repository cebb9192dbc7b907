import type { Body } from '#domain/article/body/body.ts';

/** A body of plain paragraphs. */
export const paragraphs = (...texts: readonly string[]): Body => ({
  type: 'doc',
  content: texts.map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  })),
});
