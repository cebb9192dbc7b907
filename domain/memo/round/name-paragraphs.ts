/**
 * The names under which the paragraphs of a memo are known again in a file that reviewers have saved: bookmarks of
 * Word, which programs keep as long as somebody leaves the paragraph. They name a block by its place in the snapshot,
 * so that nothing about the archive stands in them.
 */
import type { DocumentBlock, DocumentSection } from '../memo-document.ts';

/** A leading underscore hides a bookmark in the list that Word shows. */
const PREFIX = '_precis_';

/** Block `block` of the printed sections, from 0 in reading order, and which of its paragraphs. */
export type ParagraphName = { readonly block: number; readonly paragraph: number };

export const printParagraphName = ({ block, paragraph }: ParagraphName): string =>
  `${PREFIX}${block}_${paragraph}`;

/** The blocks with words of their own, in reading order: lists and tables stand for what is in them. */
const wordedBlocks = (block: DocumentBlock): readonly DocumentBlock[] => {
  switch (block.kind) {
    case 'list':
      return block.items.flat().flatMap(wordedBlocks);
    case 'table':
      return block.cells.flatMap(({ blocks }) => blocks.flatMap(wordedBlocks));
    default:
      return [block];
  }
};

export const blocksToName = (sections: readonly DocumentSection[]): readonly DocumentBlock[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(wordedBlocks));
