import type { JSONContent } from '@tiptap/core';
import { type RichText, richTextSchema, richTextToPlain } from '#domain/rich-text.ts';

const readMarks = (node: JSONContent): Partial<Pick<JSONContent, 'marks'>> =>
  node.type === 'text' && node.marks !== undefined && node.marks.length > 0
    ? { marks: node.marks.map(({ type }) => ({ type })) }
    : {};

/** The node without what an editor adds: attributes, and marks on a line break. */
const readNode = (node: JSONContent): JSONContent => ({
  ...(node.type === undefined ? {} : { type: node.type }),
  ...(node.text === undefined ? {} : { text: node.text }),
  ...readMarks(node),
  ...(node.content === undefined ? {} : { content: node.content.map(readNode) }),
});

/** The content of a `noteExtensions` editor as a note; null if it is empty: there are no empty notes. */
export const readNote = (json: JSONContent): RichText | null => {
  const note = richTextSchema.parse(readNode(json));
  return richTextToPlain(note).trim() === '' ? null : note;
};
