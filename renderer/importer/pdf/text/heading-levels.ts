import type { PageBlock } from '../blocks/block.ts';
import type { Measures } from '../layout/measures.ts';

const MAX_LEVEL = 6;

/** The level of a heading by its size: the largest of the document are the first, those as small as text the last. */
export const headingLevels = (
  blocks: readonly PageBlock[],
  { size: ofText }: Measures,
): ((block: PageBlock) => number) => {
  const sizeOf = (block: PageBlock): number =>
    block.role === 'table' || block.role === 'scan'
      ? 0
      : Math.max(Math.round(ofText), Math.round(block.lines[0]?.size ?? 0));
  const sizes = [...new Set(blocks.filter(({ role }) => role === 'heading').map(sizeOf))].sort(
    (a, b) => b - a,
  );
  return (block) => Math.min(MAX_LEVEL, sizes.indexOf(sizeOf(block)) + 1);
};
