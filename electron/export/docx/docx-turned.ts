/** Content on its own landscape page: a table with more columns than the width of a page. */
import type { TableOfContents } from 'docx';
import type { DocumentBlock } from '#domain/memo/memo-document.ts';
import { layTable } from '../lay-table.ts';
import { blocksToDocx, type DocxChild } from './docx-blocks.ts';
import type { DocxScope } from './docx-scope.ts';

/** The content of an upright page, or a landscape page with all its content. */
type Upright = DocxChild | TableOfContents;
export type DocxPiece = Upright | { readonly turned: readonly DocxChild[] };

type Stretch = { readonly isTurned: boolean; readonly blocks: readonly DocumentBlock[] };

const isLine = (block: DocumentBlock | undefined, role: 'table-caption' | 'table-source'): boolean =>
  block?.kind === 'paragraph' && block.role === role;

const isTurned = (block: DocumentBlock): boolean =>
  block.kind === 'table' && layTable(block).spread === 'landscape';

/** The blocks grouped by page orientation; the lines above and below a landscape table go with it. */
const stretchesOf = (blocks: readonly DocumentBlock[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let from = 0;
  blocks.forEach((block, at) => {
    if (!isTurned(block)) return;
    const first = isLine(blocks[at - 1], 'table-caption') ? at - 1 : at;
    const behind = isLine(blocks[at + 1], 'table-source') ? at + 2 : at + 1;
    if (first > from) stretches.push({ isTurned: false, blocks: blocks.slice(from, first) });
    stretches.push({ isTurned: true, blocks: blocks.slice(first, behind) });
    from = behind;
  });
  return from < blocks.length ? [...stretches, { isTurned: false, blocks: blocks.slice(from) }] : stretches;
};

/** The blocks of a section below `head`, which is not left alone on a page before a landscape page. */
export const sectionToPieces = (
  head: readonly DocxChild[],
  blocks: readonly DocumentBlock[],
  scope: DocxScope,
): readonly DocxPiece[] => {
  const stretches = stretchesOf(blocks);
  if (stretches.length === 0) return head;
  return stretches.flatMap((stretch, at): readonly DocxPiece[] => {
    const before = at === 0 ? head : [];
    if (!stretch.isTurned) return [...before, ...blocksToDocx(stretch.blocks, scope)];
    const wide = { ...scope, textWidth: scope.turnedWidth };
    return [{ turned: [...before, ...blocksToDocx(stretch.blocks, wide)] }];
  });
};

export type DocxStretch = { readonly isTurned: boolean; readonly children: readonly Upright[] };

/** The pieces grouped into stretches of pages with the same orientation. */
export const pagesOf = (pieces: readonly DocxPiece[]): readonly DocxStretch[] => {
  const stretches: { isTurned: boolean; children: Upright[] }[] = [];
  for (const piece of pieces) {
    const isTurnedPiece = 'turned' in piece;
    const children = isTurnedPiece ? piece.turned : [piece];
    const last = stretches.at(-1);
    if (last?.isTurned === isTurnedPiece) last.children.push(...children);
    else stretches.push({ isTurned: isTurnedPiece, children: [...children] });
  }
  return stretches;
};
