import type { ArticleId } from '#domain/ids.ts';
import { ok } from '#domain/result.ts';
import type { Timestamp } from '#domain/time.ts';
import type { LocalState } from '#electron/ports/local-state.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';

type OfLists = Pick<HandlersOn<'article'>, 'article:list' | 'article:names' | 'article:progress'>;

/** The articles, of any archive, in which reading went on here since an instant. */
export const readOnThisMachine = (
  local: Pick<LocalState, 'readingPlaces'>,
  since: Timestamp,
): ReadonlySet<ArticleId> =>
  new Set(
    [...local.readingPlaces()]
      .filter(([, { at }]) => at !== null && at >= since)
      .map(([articleId]) => articleId),
  );

/** What is asked of all articles, or of those that a search finds: of what is read in so far, until all is. */
export const createArticleLists = ({
  catalogue,
  local,
}: Pick<HandlerDeps, 'catalogue' | 'local'>): OfLists => ({
  /** Rows from the catalogue, of what the index finds. Fails `search-unavailable` where something is sought. */
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

  /** What was read on this machine, and never in the archive. */
  'article:progress': async () => {
    const begun = [...local.readingPlaces()].filter(([, { share }]) => share > 0);
    return ok(Object.fromEntries(begun.map(([articleId, { share }]) => [articleId, share])));
  },
});
