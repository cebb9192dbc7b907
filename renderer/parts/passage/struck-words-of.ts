import { canonicalText } from '#domain/article/body/canonical-text.ts';
import { struckRanges, struckWords } from '#domain/article/body/struck-text.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import { anchorPassage } from '#domain/passage/anchor/anchor-passage.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { indexText } from '#domain/text/text-index.ts';

/** The words of a passage that its article strikes out. */
export const struckWordsOf = ({ body }: OpenArticle, { selectors }: Passage): readonly string[] => {
  const struck = struckRanges(body);
  if (struck.length === 0) return [];
  const text = canonicalText(body);
  return struckWords(text, struck, anchorPassage(indexText(text), selectors).ranges);
};
