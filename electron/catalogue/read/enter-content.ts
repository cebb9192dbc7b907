/** Enters what was read of a unit into the lists, or takes a unit out that is not there any more. */
import type { ArticleId, MemoId } from '#domain/ids.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { CatalogueState, MemoEntry } from '../catalogue-state.ts';
import { parseSignature } from '../duplicates/sign-text.ts';
import type { ListedArticle, ListedContent } from './listed-article.ts';
import { dropArticle, putArticle } from './put-article.ts';
import type { ListContent, LostMemo, MemoContent } from './unit-content.ts';

const hasSameCitations = (a: MemoEntry | undefined, b: MemoEntry | undefined): boolean =>
  JSON.stringify(a?.citations.map(({ passageId }) => passageId)) ===
  JSON.stringify(b?.citations.map(({ passageId }) => passageId));

const enterMemo = (state: CatalogueState, content: MemoContent | LostMemo): void => {
  const id = content.is === 'memo' ? content.memo.id : content.id;
  const before = state.memos.get(id);
  if (content.is === 'memo') {
    const { memo, tasks, sentAs } = content;
    state.memos.set(id, { memo, tasks, sentAs, citations: listCitations(memo.content) });
    state.memoFaults.delete(id);
  } else {
    state.memos.delete(id);
    state.memoFaults.set(id, content.fault);
  }
  if (!hasSameCitations(before, state.memos.get(id))) state.generation += 1;
};

/** Rows of other articles say that they carry the same text. */
const compareText = (state: CatalogueState, article: ListedArticle): void => {
  const { id, textSha256, sealedSha256 } = article;
  if (state.articles.get(id)?.textSha256 === textSha256 && textSha256 !== null) return;
  const hadOthers = state.duplicates.leave(id);
  const hash = textSha256 ?? sealedSha256;
  const signature = article.signature === null ? null : parseSignature(article.signature);
  const hasOthers = hash !== null && state.duplicates.enter(id, { textSha256: hash, signature });
  if (hasOthers || hadOthers) state.generation += 1;
};

const enterList = (state: CatalogueState, content: ListContent): void => {
  switch (content.is) {
    case 'tags':
      state.tags = indexTree(content.tags);
      break;
    case 'sources':
      state.sources = indexTree(content.sources);
      break;
    case 'tasks':
      state.lists.tasks = content.tasks;
      break;
    case 'searches':
      state.lists.searches = content.searches;
      break;
    case 'trash':
      state.trashedArticles = content.articles;
      state.trashedMemos = content.memos;
  }
  state.generation += 1;
};

export const enterContent = (state: CatalogueState, content: ListedContent): void => {
  if (content.is === 'listed article') {
    compareText(state, content);
    putArticle(state, content);
  } else if (content.is === 'memo' || content.is === 'lost memo') enterMemo(state, content);
  else enterList(state, content);
};

/** An article or a memo is not in the archive any more. */
export const dropContent = (state: CatalogueState, id: string): void => {
  dropArticle(state, id as ArticleId);
  if (state.memos.has(id as MemoId)) state.generation += 1;
  state.memos.delete(id as MemoId);
  state.memoFaults.delete(id as MemoId);
};
