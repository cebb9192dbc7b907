import type { KnownArticle, KnownFile } from '#domain/article/known/match-file.ts';
import type { ArticleId } from '#domain/ids.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../../catalogue-state.ts';

/** The article and its existing earlier versions, the newest first. */
const versionsOf = ({ articles }: CatalogueState, newest: ArticleId): ReadonlySet<ArticleId> => {
  const versions = new Set<ArticleId>();
  let next: ArticleId | null = newest;
  while (next !== null && !versions.has(next) && articles.has(next)) {
    versions.add(next);
    next = articles.get(next)?.previousVersionId ?? null;
  }
  return versions;
};

const each = (values: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null && value !== undefined)),
];

const knownFile = (state: CatalogueState, known: KnownArticle): KnownFile => {
  const articles = [...versionsOf(state, known.articleId)].map((id) => state.stored.article(id).article);
  return {
    ...known,
    addresses: each([
      known.bibliography.url,
      ...articles.flatMap(({ bibliography, found }) => [bibliography.url, found.url?.value]),
    ]),
    dois: each([
      known.bibliography.doi,
      ...articles.flatMap(({ bibliography, found }) => [bibliography.doi, found.doi?.value]),
    ]),
    originalNames: each(articles.map(({ originalName }) => originalName)),
  };
};

/**
 * The citation data of every article, and the properties by which its files are recognised; in the order of their ids,
 * of several versions the newest.
 */
export const knownFiles = async (state: CatalogueState): Promise<readonly KnownFile[]> => {
  const yielder = createYielder();
  const files: KnownFile[] = [];
  for (const known of citedArticles(state)) {
    await yielder.yieldIfDue();
    // It may have been removed meanwhile.
    if (state.articles.has(known.articleId)) files.push(knownFile(state, known));
  }
  return files;
};

/** The citation data of every article, in the order of their ids; of several versions only the newest. */
export const citedArticles = ({ articles, newVersions }: CatalogueState): readonly KnownArticle[] =>
  [...articles.values()]
    .filter(({ id }) => !newVersions.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, bibliography }) => ({ articleId: id, bibliography }));
