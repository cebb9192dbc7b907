import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import type { MemoBlock, MemoContent, MemoInline } from '../memo-content.ts';

/** What a citation points at, whatever its form. */
export type CitedPassage = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly exactSha256: Sha256;
};

const citedInline = (content: readonly MemoInline[] = []): readonly CitedPassage[] =>
  content.flatMap((node) => (node.type === 'citation' ? [node.attrs] : []));

/** The citations of one block in reading order. */
export const citationsOfBlock = (block: MemoBlock): readonly CitedPassage[] => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement':
      return citedInline(block.content);
    case 'quotation':
      return [block.attrs];
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(citationsOfBlock));
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(citationsOfBlock)),
      );
  }
};

/** Every citation of a memo in reading order; a passage that is cited twice stands twice. */
export const listCitations = (content: MemoContent): readonly CitedPassage[] =>
  content.content.flatMap((section) => section.content.flatMap(citationsOfBlock));

/** The number of each cited article in the list of sources: from 1, in the order of first citation. */
export const numberSources = (content: MemoContent): ReadonlyMap<ArticleId, number> =>
  new Map([...new Set(listCitations(content).map(({ articleId }) => articleId))].map((id, i) => [id, i + 1]));
