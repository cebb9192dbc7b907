import type { ArticleId, SourceId } from '#domain/ids.ts';
import type { CitedPassage } from '#domain/memo/citations/list-citations.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { remembering } from '#domain/remembering.ts';
import type { CatalogueState } from '../../catalogue-state.ts';

type Said = { readonly publicationId: SourceId | null; readonly passages: ReadonlyMap<string, Passage> };

const saidOf = (state: CatalogueState, id: ArticleId): Said | null => {
  const entry = state.articles.get(id);
  const trashed = state.trashedArticles.find((each) => each.id === id);
  const about = entry?.about ?? trashed?.about;
  if (about === undefined) return null;
  const passages = entry === undefined ? (trashed?.passages ?? []) : state.stored.article(entry.id).passages;
  return {
    publicationId: about.publicationId,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
  };
};

/** A source with what it was merged into and all that stands above, deleted or not: each once. */
const withAllAbove = ({ sources }: CatalogueState, id: SourceId | null): ReadonlySet<string> => {
  const above = new Set<string>();
  let next: string | null = id;
  while (next !== null && !above.has(next)) {
    above.add(next);
    next = sources.get(next)?.mergedInto ?? sources.get(next)?.parentId ?? null;
  }
  return above;
};

type Holding = { readonly sourceId: string; readonly referenceNumber: string };

/** Each source that a memo rests on, with all above it, and the memo. */
const holdingsOf = (state: CatalogueState): readonly Holding[] => {
  const saidIn = remembering((articleId: ArticleId): Said | null => saidOf(state, articleId));
  const sourcesOf = ({ articleId, passageId }: CitedPassage): readonly (SourceId | null)[] => {
    const said = saidIn(articleId);
    return [said?.publicationId ?? null, said?.passages.get(passageId)?.sourceId ?? null];
  };
  return [...state.memos.values()].flatMap(({ memo, citations }) =>
    citations
      .flatMap(sourcesOf)
      .flatMap((id) => [...withAllAbove(state, id)])
      .map((sourceId) => ({ sourceId, referenceNumber: memo.head.referenceNumber })),
  );
};

/** Answers of a source, a deleted one too, the reference numbers of the memos that rest on it. */
export const sourceHolders = (state: CatalogueState): ((id: string) => readonly string[]) => {
  const holders = new Map<string, Set<string>>();
  for (const { sourceId, referenceNumber } of holdingsOf(state)) {
    holders.set(sourceId, (holders.get(sourceId) ?? new Set()).add(referenceNumber));
  }
  return (id) => [...(holders.get(id) ?? [])];
};
