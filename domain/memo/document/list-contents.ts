import type { DocumentBlock, HeadingBlock, MemoDocument } from '../memo-document.ts';

/** Of so many lines at most, a list of contents has sub-headings too: with more it is no longer seen at a glance. */
const MAX_LINES = 40;

/** The sub-headings of a section that a list of contents may have. */
export const listedHeadings = (blocks: readonly DocumentBlock[]): readonly HeadingBlock[] =>
  blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level === 1);

/** How deep the contents go: sections alone, or their sub-headings too. */
export const contentsDepth = (document: Pick<MemoDocument, 'sections'>): 1 | 2 => {
  const { sections } = document;
  const below = sections.flatMap(({ blocks }) => listedHeadings(blocks)).length;
  return below > 0 && sections.length + below <= MAX_LINES ? 2 : 1;
};

/**
 * Whether a memo lists its contents.
 *
 * @param pages that it is estimated to fill
 * @param most a memo of more lists them where nobody has said whether it does
 */
export const listsContents = (
  { contents }: Pick<MemoDocument, 'contents'>,
  pages: number,
  most: number,
): boolean => contents === 'always' || (contents === 'long' && pages > most);
