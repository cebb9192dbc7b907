/** Which memos cite what, from the table of dependencies. */
import { keyOfThing, type ThingOf } from '#domain/graph/thing.ts';
import type { ArticleId, MemoId, PassageId } from '#domain/ids.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { edgesOf } from '../../graph/edge-table.ts';
import { readingsOf } from '../../readings.ts';

const isMemo = (thing: { readonly kind: string }): thing is ThingOf<'memo'> => thing.kind === 'memo';

/** The memos that cite each article, by its id. */
type CitingMemos = ReadonlyMap<ArticleId, readonly MemoId[]>;

const gather = (state: CatalogueState): CitingMemos => {
  const edges = edgesOf(state);
  const citing = new Map<ArticleId, Set<MemoId>>();
  for (const passage of edges.passages)
    for (const { memoId } of edges.above(keyOfThing(passage)).filter(isMemo))
      citing.set(passage.articleId, (citing.get(passage.articleId) ?? new Set()).add(memoId));
  return new Map([...citing].map(([id, memoIds]) => [id, [...memoIds]]));
};

const gathered = new WeakMap<CatalogueState, { readonly generation: number; readonly citing: CitingMemos }>();

/** Which memos cite which articles; computed once until a dependency changes. */
const citingArticles = (state: CatalogueState): CitingMemos => {
  const known = gathered.get(state);
  if (known?.generation === state.generation) return known.citing;
  const citing = gather(state);
  gathered.set(state, { generation: state.generation, citing });
  return citing;
};

const none: readonly MemoId[] = [];

/** The memos that cite an article, or a passage of it. */
export const memosCitingArticle = (state: CatalogueState, id: ArticleId): readonly MemoId[] =>
  citingArticles(state).get(id) ?? none;

/** The memos that cite a passage in this reading. */
export const memosCitingReading = (state: CatalogueState, passageId: PassageId): readonly MemoId[] => {
  const above = edgesOf(state).above(`passage ${passageId}`);
  return above.length === 0 ? none : above.filter(isMemo).map(({ memoId }) => memoId);
};

/** The memos that cite a passage in any of its readings. */
export const memosCitingPassage = (state: CatalogueState, id: PassageId): readonly MemoId[] => {
  const readings = readingsOf(state).of(id);
  if (readings.length < 2) return memosCitingReading(state, id);
  return [...new Set(readings.flatMap(({ passageId }) => memosCitingReading(state, passageId)))];
};

/** The reference numbers of the memos that cite the article or passage `id`. */
export const heldBy = (state: CatalogueState, id: ArticleId | PassageId): readonly string[] =>
  [...memosCitingArticle(state, id as ArticleId), ...memosCitingReading(state, id as PassageId)].flatMap(
    (memoId) => state.memos.get(memoId)?.memo.head.referenceNumber ?? [],
  );
