/**
 * The names by which the paragraphs of a memo are recognised in a file that reviewers have saved: Word bookmarks,
 * which programs preserve as long as the paragraph exists. They identify a block by its place in the snapshot, so
 * that they reveal nothing about the archive.
 */
import type { DocumentBlock, DocumentSection } from '../memo-document.ts';

/** A leading underscore hides a bookmark in the list that Word shows. */
const PREFIX = '_precis_';

/** Block `block` of the printed sections, from 0 in reading order, and which of its paragraphs. */
export type ParagraphName = { readonly block: number; readonly paragraph: number };

export const printParagraphName = ({ block, paragraph }: ParagraphName): string =>
  `${PREFIX}${block}_${paragraph}`;

/** The blocks with words of their own, in reading order: lists and tables are replaced by their contents. */
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
