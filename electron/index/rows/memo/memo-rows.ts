import type { MemoRow } from '#domain/contract/memo.ts';
import type { ArticleId } from '#domain/ids.ts';
import { recipientsOf } from '#domain/memo/sent/sent-state.ts';
import type { ArticleEntry, CatalogueState, MadeRow, MemoEntry } from '../../catalogue-state.ts';
import { findPassage, linksOf } from '../../relations.ts';
import { laterVersionsOf } from '../../version-numbers.ts';
import { evidenceChanges } from './evidence-changes.ts';

const makeRow = (state: CatalogueState, entry: MemoEntry): MemoRow => {
  const { memo, citations, sentAs } = entry;
  const { changes, changedCitations } = evidenceChanges(state, entry);
  return {
    id: memo.id,
    title: memo.head.title,
    referenceNumber: memo.head.referenceNumber,
    for: memo.head.for,
    recipients: recipientsOf(memo),
    marking: memo.head.marking,
    asOf: memo.head.asOf,
    state: memo.state,
    citationCount: citations.length,
    changedEvidenceCount: changedCitations,
    evidenceChanges: changes,
    pages: sentAs?.exported?.pages ?? null,
    updatedAt: memo.updatedAt,
    isSample: memo.isSample,
  };
};

/** The list entries of the articles that a row reports on: a changed article has a new entry. */
type RestsOn = ReadonlyMap<ArticleId, ArticleEntry | undefined>;

const restsOn = (state: CatalogueState, { citations }: MemoEntry): RestsOn => {
  const linked = citations.flatMap(({ passageId }) => {
    const cited = findPassage(state, passageId);
    return cited === null ? [] : linksOf(state, cited.entry).map(({ entry }) => entry.articleId);
  });
  const cited = [...new Set(citations.map(({ articleId }) => articleId))];
  const later = cited.flatMap((id) => laterVersionsOf(state, id)?.later ?? []);
  const ids = [...cited, ...later, ...linked];
  return new Map(ids.map((id) => [id, state.articles.get(id)]));
};

const made = new WeakMap<MemoEntry, MadeRow<MemoRow> & { readonly on: RestsOn }>();

/** Comparing evidence means reading from the disk, so a row is made once until something that it shows changes. */
const memoRow = (state: CatalogueState, entry: MemoEntry): MemoRow => {
  const known = made.get(entry);
  const isCurrent =
    known?.generation === state.generation &&
    [...known.on].every(([id, article]) => state.articles.get(id) === article);
  if (known !== undefined && isCurrent) return known.row;
  const row = makeRow(state, entry);
  made.set(entry, { row, generation: state.generation, on: restsOn(state, entry) });
  return row;
};

/** The rows of the memos, the one that was changed last first. */
export const memoRows = (state: CatalogueState): readonly MemoRow[] =>
  [...state.memos.values()]
    .map((entry) => memoRow(state, entry))
    .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
