import type { ResolvedPos } from '@tiptap/pm/model';

/**
 * What keeps a block from being a sub-heading: where it stands, or what it holds beside words; null where nothing does.
 */
export const refusalOfHeading = ({ depth, parent }: ResolvedPos): 'place' | 'content' | null => {
  const isInSection = depth === 2 && (parent.type.name === 'paragraph' || parent.type.name === 'heading');
  if (!isInSection) return 'place';
  return parent.children.every(({ isText }) => isText) ? null : 'content';
};
