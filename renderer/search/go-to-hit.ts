import type { SearchHit } from '#domain/contract/search-archive.ts';
import { goTo, goToView } from '#renderer/window/navigation.ts';
import { showPad } from '#renderer/window/pad-pane.ts';
import { markSought, type SoughtWords, seekWords } from '#renderer/window/sought-words.ts';

const placeOf = ({ articleId, passageId, memoId, sourceId, tagId }: SearchHit) => {
  if (articleId !== null) return { view: 'articles', articleId, passageId } as const;
  if (memoId !== null) return { view: 'memos', memoId } as const;
  if (sourceId !== null) return { view: 'sources', sourceId } as const;
  return tagId === null ? null : ({ view: 'tags', tagId } as const);
};

/**
 * Goes to the very place of what was found, where its words are marked: in the text of an article by its find, which goes
 * through them, elsewhere until hands go on.
 */
export const goToHit = (hit: SearchHit, words: SoughtWords): void => {
  if (hit.kind === 'article' && hit.articleId !== null) seekWords(hit.articleId, words);
  const place = placeOf(hit);
  if (place !== null) goTo(place);
  else if (hit.kind === 'note') showPad();
  else goToView('tasks');
  if (hit.kind !== 'article') markSought(words.terms);
};
