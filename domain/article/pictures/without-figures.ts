import type { BlockNode, Body } from '../body/body.ts';
import { SCANNED_PAGE } from '../machine/machine-ranges.ts';

const isFigure = (block: BlockNode): boolean => {
  if (block.type !== 'paragraph' || block.content?.length !== 1) return false;
  const [only] = block.content;
  return only?.type === 'picture' || (only?.type === 'image' && only.attrs.alt !== SCANNED_PAGE);
};

/**
 * `body` without its paragraphs that are a picture and nothing else, and are no page that waits to be read: what a PDF was
 * read as before its figures were. Null where it has none, or nothing else.
 */
export const withoutFigures = (body: Body): Body | null => {
  const content = body.content.filter((block) => !isFigure(block));
  return content.length === body.content.length || content.length === 0 ? null : { ...body, content };
};
