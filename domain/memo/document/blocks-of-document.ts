import type { DocumentBlock, DocumentSection } from '../memo-document.ts';

const withInner = (block: DocumentBlock): readonly DocumentBlock[] => {
  switch (block.kind) {
    case 'list':
      return [block, ...block.items.flat().flatMap(withInner)];
    case 'table':
      return [block, ...block.cells.flatMap(({ blocks }) => blocks.flatMap(withInner))];
    default:
      return [block];
  }
};

/** Every block of the sections in reading order, those within lists and tables too. */
export const blocksOfDocument = (sections: readonly DocumentSection[]): readonly DocumentBlock[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap(withInner));
