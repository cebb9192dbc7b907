import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { articlesBoundBySearch } from '../shared/bound-by-search.ts';

type OfLists = Pick<
  HandlersOn<'article'>,
  | 'article:list'
  | 'article:snippet'
  | 'article:bylines'
  | 'article:tags-of-many'
  | 'article:citing-memos'
  | 'article:duplicates'
  | 'article:progress'
>;

/** What is asked of all articles, or of those that a search finds: of what is read in so far, until all is. */
export const createArticleLists = ({
  catalogue,
  searchIndex,
  local,
}: Pick<HandlerDeps, 'catalogue' | 'searchIndex' | 'local'>): OfLists => ({
  /** Rows from the catalogue, of what the index finds. Fails `search-unavailable` where something is sought. */
  'article:list': async ({ filter: asked, order, limit }) => {
    const bound = await articlesBoundBySearch(searchIndex, asked);
    if (!bound.ok) return bound;
    const { filter, articleIds } = bound.value;
    return ok(await catalogue.articles(filter, order, { limit, articleIds }));
  },

  'article:snippet': (question) => searchIndex.snippet(question),

  'article:bylines': async () => ok(await catalogue.bylines()),

  'article:tags-of-many': async ({ articleIds }) => ok(await catalogue.tagsOfArticles(articleIds)),

  'article:citing-memos': async ({ articleId }) => ok(await catalogue.memosCiting(articleId)),

  /** From the catalogue, once it knows every text. */
  'article:duplicates': async ({ articleId }) => ok(await catalogue.duplicatesOf(articleId)),

  /** What was read on this machine, and never in the archive. */
  'article:progress': async () => {
    const begun = [...local.readingPlaces()].filter(([, { share }]) => share > 0);
    return ok(Object.fromEntries(begun.map(([articleId, { share }]) => [articleId, share])));
  },
});
