/** Enters the content of a unit into the lists, or removes a unit that no longer exists. */
import { equalJson } from '#domain/equal-json.ts';
import { edgesOfMemo } from '#domain/graph/edges.ts';
import type { ArticleId, BoardId, MemoId } from '#domain/ids.ts';
import { listEventLines } from '#domain/memo/chronology/event-rows.ts';
import { listCitations } from '#domain/memo/citations/list-citations.ts';
import { labelSetOf } from '#domain/passage/label.ts';
import type { FoundAbout } from '#domain/search/language/search-facts.ts';
import { indexTree } from '#domain/tree/record-tree.ts';
import type { CatalogueState, MemoEntry } from '../catalogue-state.ts';
import type { LaterText } from '../duplicates/enter-later.ts';
import { parseSignature } from '../duplicates/sign-text.ts';
import type { ListedArticle, ListedContent } from './listed-article.ts';
import { dropArticle, putArticle } from './put-article.ts';
import type { BoardContent, ListContent, LostMemo, MemoContent } from './unit-content.ts';

/** The dependencies of a memo on passages, as a text; if it changes, values derived from citations change too. */
const restsText = (entry: MemoEntry | undefined): string =>
  entry === undefined ? '' : JSON.stringify(edgesOfMemo(entry.memo.id, entry.memo.content));

const enterMemo = (state: CatalogueState, content: MemoContent | LostMemo): void => {
  const id = content.kind === 'memo' ? content.memo.id : content.id;
  const before = state.memos.get(id);
  if (content.kind === 'memo') {
    const { memo, tasks, sentAs } = content;
    const { content: written } = memo;
    const found = { citations: listCitations(written), eventLines: listEventLines(written) };
    state.memos.set(id, { memo, tasks, sentAs, ...found });
    state.memoFaults.delete(id);
  } else {
    state.memos.delete(id);
    state.memoFaults.set(id, content.fault);
  }
  if (restsText(before) !== restsText(state.memos.get(id))) state.generation += 1;
};

/** Filling in a cell changes nothing in the lists. */
const enterBoard = (state: CatalogueState, { kind: _, ...entry }: BoardContent): void => {
  const { id } = entry.board;
  if (equalJson(state.boards.get(id), entry)) return;
  state.boards.set(id, entry);
  state.generation += 1;
};

/** The data by which the text of an article is compared; null if nothing is known of it. */
const comparedText = ({ comparedSha256, sealedSha256, readSignature }: ListedArticle): LaterText | null => {
  const hash = comparedSha256 ?? sealedSha256;
  if (hash === null) return null;
  return {
    textSha256: hash,
    readSignature() {
      const signature = readSignature();
      return signature === null ? null : parseSignature(signature);
    },
  };
};

/** Compares the text; the rows of other articles show duplicates too. */
const compareText = (state: CatalogueState, article: ListedArticle): void => {
  const { id, comparedSha256 } = article;
  if (state.articles.get(id)?.comparedSha256 === comparedSha256 && comparedSha256 !== null) return;
  const hadOthers = state.duplicates.leave(id);
  const read = comparedText(article);
  const hasOthers =
    read !== null &&
    state.duplicates.enter(id, { textSha256: read.textSha256, signature: read.readSignature() });
  if (hasOthers || hadOthers) state.generation += 1;
};

const enterList = (state: CatalogueState, content: ListContent): void => {
  switch (content.kind) {
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
    case 'labels':
      state.labels = labelSetOf(content.labels);
      break;
    case 'falls':
      state.falls = content.falls;
      return;
    case 'events':
      state.eventLists.enter(content.unit, content.events);
      break;
    case 'trash':
      state.trashedArticles = content.articles;
      state.readings.made = null;
      state.trashedMemos = content.memos;
  }
  state.generation += 1;
};

/** Adds already listed content at a start, when no values were derived yet. */
export const takeContent = (state: CatalogueState, content: ListedContent, found: FoundAbout): void => {
  if (content.kind === 'listed article') {
    const read = comparedText(content);
    if (read !== null) state.duplicates.enterLater(content.id, read);
    putArticle(state, content, found);
  } else enterContent(state, content, found);
};

export const enterContent = (state: CatalogueState, content: ListedContent, found: FoundAbout): void => {
  if (content.kind === 'listed article') {
    compareText(state, content);
    putArticle(state, content, found);
  } else if (content.kind === 'memo' || content.kind === 'lost memo') enterMemo(state, content);
  else if (content.kind === 'board') enterBoard(state, content);
  else enterList(state, content);
};

/** Removes a file of events that is no longer in the archive. */
export const dropEvents = (state: CatalogueState, unit: string): void => {
  state.eventLists.leave(unit);
  state.generation += 1;
};

/** Removes an article, a memo or a board that is no longer in the archive. */
export const dropContent = (state: CatalogueState, id: string): void => {
  dropArticle(state, id as ArticleId);
  if (state.memos.has(id as MemoId) || state.boards.has(id as BoardId)) state.generation += 1;
  state.boards.delete(id as BoardId);
  state.memos.delete(id as MemoId);
  state.memoFaults.delete(id as MemoId);
};
