/** The blocks of a section with their levels and numbers, so that no writer has to count. */
import type { DocumentBlock, DocumentSection } from '../memo-document.ts';

/**
 * The first parts are read at a glance, and judgements have numbers of their own: paragraphs are numbered after
 * them.
 */
export const isNumberedSection = ({ role }: Pick<DocumentSection, 'role'>): boolean =>
  role !== 'bottom-line' && role !== 'key-judgements';

/** No level is skipped: a lower heading that is not below a first-level heading becomes one. */
const withoutSkips = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] => {
  let isBelow = false;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const level = isBelow ? block.level : 1;
    isBelow = true;
    return { ...block, level };
  });
};

type Break = { readonly blocks: readonly DocumentBlock[]; readonly isLed: boolean };

/** A page break moves before the headings that come right before it, so that no heading is separated from its text. */
const breakBeforeHeadings = (blocks: readonly DocumentBlock[]): Break => {
  const laid: DocumentBlock[] = [];
  let isLed = false;
  for (const block of blocks) {
    let at = laid.length;
    if (block.kind === 'page-break') while (laid[at - 1]?.kind === 'heading') at -= 1;
    if (block.kind === 'page-break' && at === 0) isLed = true;
    else laid.splice(at, 0, block);
  }
  return { blocks: laid, isLed };
};

/** The same of the heading of a section: a break at its beginning ends the section before it. */
const breakBeforeSections = (sections: readonly DocumentSection[]): readonly DocumentSection[] => {
  const broken = sections.map(({ blocks }) => breakBeforeHeadings(blocks));
  return sections.map((section, at) => {
    const blocks = broken[at]?.blocks ?? section.blocks;
    const ends: readonly DocumentBlock[] = broken[at + 1]?.isLed === true ? [{ kind: 'page-break' }] : [];
    return { ...section, blocks: [...blocks, ...ends] };
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
  return breakBeforeSections(sections).map((section) => {
    const blocks = withoutSkips(section.blocks);
    return { ...section, blocks: isNumbered && isNumberedSection(section) ? blocks.map(number) : blocks };
  });
};
