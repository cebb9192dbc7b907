import type { Editor } from '@tiptap/core';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { type CitedPassage, listCitations } from '#domain/memo/citations/list-citations.ts';
import { readContent } from '../state/read-content.ts';

/** The evidence in a memo's text: how often each passage is cited, and their articles. */
export type Uses = {
  readonly passages: ReadonlyMap<PassageId, number>;
  readonly articles: ReadonlySet<ArticleId>;
};

const countBy = (citations: readonly CitedPassage[]): ReadonlyMap<PassageId, number> => {
  const counts = new Map<PassageId, number>();
  for (const { passageId } of citations) counts.set(passageId, (counts.get(passageId) ?? 0) + 1);
  return counts;
};

/** Counts the current citations of the text. */
export const countUses = ({ editor }: { readonly editor: Editor }): Uses => {
  const citations = listCitations(readContent(editor.state.doc));
  return { passages: countBy(citations), articles: new Set(citations.map(({ articleId }) => articleId)) };
};
