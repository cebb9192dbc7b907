import type { DocumentBlock, DocumentSection, FigureBlock, MemoDocument } from '../memo-document.ts';

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

/** The figures of a document that keep it from being exported. */
type UnprintableFigures = {
  /** Their picture is gone, or another one stands under its name. */
  readonly missing: readonly FigureBlock[];
  /** Nothing is said for whoever can't see them. */
  readonly undescribed: readonly FigureBlock[];
};

/** `pictures` are those that are there, by their hashes; null where nobody has looked. */
export const unprintableFigures = (
  { sections }: Pick<MemoDocument, 'sections'>,
  pictures: Readonly<Record<string, string>> | null,
): UnprintableFigures => {
  const figures = blocksOfDocument(sections).filter((block) => block.kind === 'figure');
  return {
    missing: figures.filter(({ picture }) => pictures !== null && pictures[picture.sha256] === undefined),
    undescribed: figures.filter(({ alt }) => alt === ''),
  };
};
