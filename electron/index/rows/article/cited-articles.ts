import type { KnownArticle } from '#domain/article/known/match-file.ts';
import type { CatalogueState } from '../../catalogue-state.ts';

/** What every article is cited as, in the order of their ids; of several versions of one only the newest. */
export const citedArticles = ({ articles, newVersions }: CatalogueState): readonly KnownArticle[] =>
  [...articles.values()]
    .filter(({ id }) => !newVersions.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, bibliography }) => ({ articleId: id, bibliography }));
