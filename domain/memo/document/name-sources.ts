import { indexTree } from '../../tree/record-tree.ts';
import type { MemoMaterial } from '../citations/memo-material.ts';
import type { ResolvedCitation } from '../citations/resolved-citation.ts';
import { printSource } from './print-source.ts';

/** The citations, each with its article as the list of sources names it, on one line with its address. */
export const nameSources = (
  citations: readonly ResolvedCitation[],
  { articles, sources }: Pick<MemoMaterial, 'articles' | 'sources'>,
): readonly ResolvedCitation[] => {
  const tree = indexTree(sources);
  return citations.map((citation) => {
    const { text, url } = printSource(citation.number, articles.get(citation.articleId), tree);
    return { ...citation, sourceText: url === null ? text : `${text} ${url}` };
  });
};
