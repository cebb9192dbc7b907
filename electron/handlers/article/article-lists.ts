import type { ArticleId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Timestamp } from '#domain/time.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type OfLists = Pick<HandlersOn<'article'>, 'article:list' | 'article:names' | 'article:progress'>;

/** The articles, of any archive, that were read on this machine since an instant. */
export const readOnThisMachine = (
  local: Pick<LocalState, 'readingPlaces'>,
  since: Timestamp,
): ReadonlySet<ArticleId> =>
  new Set(
    [...local.readingPlaces()]
      .filter(([, { at }]) => at !== null && at >= since)
      .map(([articleId]) => articleId),
  );

/** Queries over all articles, or those that a search finds: until all are loaded, over those loaded so far. */
export const createArticleLists = ({
  catalogue,
  local,
}: Pick<HandlerDeps, 'catalogue' | 'local'>): OfLists => ({
  /** Rows from the catalogue for what the index finds. Fails with `search-unavailable` if there is a search. */
  'article:list': async ({ filter: asked, order, limit }) => {
    const { readSince, ...filter } = asked;
    const articleIds = readSince === undefined ? undefined : readOnThisMachine(local, readSince);
    return ok(await catalogue.articles(filter, order, { limit, articleIds }));
  },

  'article:names': async ({ articleIds }) => {
    const places = articleIds.map((articleId) => ({ kind: 'article', articleId }) as const);
    const found = await catalogue.namePlaces(places, places.length);
    return ok(
      found.flatMap((each) =>
        each.kind === 'article' ? [{ articleId: each.articleId, title: each.title }] : [],
      ),
    );
  },

  /** Reading progress on this machine, which is never stored in the archive. */
  'article:progress': async () => {
    const begun = [...local.readingPlaces()].filter(([, { share }]) => share > 0);
    return ok(Object.fromEntries(begun.map(([articleId, { share }]) => [articleId, share])));
  },
});
