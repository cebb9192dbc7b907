/** The blocks of a section by its levels and numbers: what no writer has to count. */
import type { DocumentBlock, DocumentSection } from '../memo-document.ts';

/**
 * The first parts are read at a glance, and judgements have numbers of their own: paragraphs are counted from there on.
 */
export const isNumberedSection = ({ role }: Pick<DocumentSection, 'role'>): boolean =>
  role !== 'bottom-line' && role !== 'key-judgements';

/** No level is skipped: a lower heading that stands below none is one of the first level. */
const withoutSkips = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] => {
  let isBelow = false;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const level = isBelow ? block.level : 1;
    isBelow = true;
    return { ...block, level };
  });
};

/** Sections as they are printed: headings without a skipped level and, where it is wished, paragraphs with numbers. */
export const layParagraphs = (
  sections: readonly DocumentSection[],
  isNumbered: boolean,
): readonly DocumentSection[] => {
  let last = 0;
  const number = (block: DocumentBlock): DocumentBlock => {
    if (block.kind !== 'paragraph' || block.role !== undefined) return block;
    last += 1;
    return { ...block, number: last };
  };
  return sections.map((section) => {
    const blocks = withoutSkips(section.blocks);
    return { ...section, blocks: isNumbered && isNumberedSection(section) ? blocks.map(number) : blocks };
  });
};
