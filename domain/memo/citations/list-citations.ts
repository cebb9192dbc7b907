import type { ArticleId, PassageId, Sha256 } from '../../ids.ts';
import {
  type Citation,
  type MemoBlock,
  type MemoContent,
  type MemoInline,
  withNotes,
} from '../memo-content.ts';
import type { Kept } from '../verbatim/kept/kept.ts';

/** The target of a citation, whatever its form. */
export type CitedPassage = {
  readonly articleId: ArticleId;
  readonly passageId: PassageId;
  readonly exactSha256: Sha256;
  /** Left out by a block quotation. */
  readonly form?: Citation['form'];
  /** The parts of the quote that are printed, where it is shortened. */
  readonly kept?: Kept | undefined;
  /** The translation that is printed. */
  readonly translation?: Citation['translation'] | undefined;
};

const citedInline = (content: readonly MemoInline[] = []): readonly CitedPassage[] =>
  withNotes(content).flatMap((node) => (node.type === 'citation' ? [node.attrs] : []));

/** The citations of one block in reading order. */
export const citationsOfBlock = (block: MemoBlock): readonly CitedPassage[] => {
  switch (block.type) {
    case 'paragraph':
    case 'judgement':
      return citedInline(block.content);
    case 'heading':
    case 'pageBreak':
      return [];
    case 'figure':
      // It shows its passage, and quotes nothing.
      return block.attrs.cited === undefined ? [] : [{ ...block.attrs.cited, form: 'number' }];
    case 'quotation':
      return [block.attrs];
    case 'ownQuotation':
      return block.content.flatMap(citationsOfBlock);
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(citationsOfBlock));
    case 'table':
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => cell.content.flatMap(citationsOfBlock)),
      );
  }
};

/** All citations of a memo in reading order; a passage cited twice appears twice. */
export const listCitations = (content: MemoContent): readonly CitedPassage[] =>
  content.content.flatMap((section) => section.content.flatMap(citationsOfBlock));

/**
 * The same passage can be cited twice, before and after it changed, and by a translation: its hash belongs to the key,
 * and so does that of the translation.
 */
export const keyOfCitation = ({
  passageId,
  exactSha256,
  translation,
}: Pick<CitedPassage, 'passageId' | 'exactSha256' | 'translation'>): string =>
  translation === undefined
    ? `${passageId} ${exactSha256}`
    : `${passageId} ${exactSha256} ${translation.translationId} ${translation.textSha256}`;

/** Each of `citations` once, whatever its form. */
export const distinctCitations = (citations: readonly CitedPassage[]): readonly CitedPassage[] => [
  ...new Map(citations.map((cited) => [keyOfCitation(cited), cited])).values(),
];

/** The number of each cited article in the list of sources: from 1, in the order of first citation. */
export const numberSources = (content: MemoContent): ReadonlyMap<ArticleId, number> =>
  new Map([...new Set(listCitations(content).map(({ articleId }) => articleId))].map((id, i) => [id, i + 1]));
