import type { ArticleVersion } from '#domain/article/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import type { LaterVersionIds } from '../ports/catalogue.ts';
import type { ArticleEntry, CatalogueState } from './catalogue-state.ts';

type Versioned = Pick<ArticleEntry, 'id' | 'previousVersionId'>;

/** Values derived from versions are recomputed when one is added or removed. */
const renew = (state: CatalogueState, { id, previousVersionId }: Versioned): void => {
  if (previousVersionId !== null || state.newVersions.has(id)) state.generation += 1;
};

/** Adds an article as the version after another. */
const enterVersion = (state: CatalogueState, article: Versioned): void => {
  const { id, previousVersionId: previous } = article;
  if (previous !== null) {
    const versions = state.newVersions.get(previous) ?? new Set();
    state.newVersions.set(previous, versions.add(id));
  }
  renew(state, article);
};

/** Removes an article as the version after another. */
export const leaveVersion = (state: CatalogueState, article: Versioned): void => {
  const { id, previousVersionId: previous } = article;
  const versions = previous === null ? undefined : state.newVersions.get(previous);
  versions?.delete(id);
  if (previous !== null && versions?.size === 0) state.newVersions.delete(previous);
  renew(state, article);
};

/** Adds or updates an article as the version after another. */
export const replaceVersion = (
  state: CatalogueState,
  before: Versioned | undefined,
  after: Versioned,
): void => {
  if (before?.previousVersionId === after.previousVersionId) return;
  if (before !== undefined) leaveVersion(state, before);
  enterVersion(state, after);
};

/** The first version that is in the archive. */
const firstVersion = ({ articles }: CatalogueState, id: ArticleId): ArticleId => {
  const seen = new Set([id]);
  let first = id;
  for (;;) {
    const previous = articles.get(first)?.previousVersionId ?? null;
    if (previous === null || !articles.has(previous) || seen.has(previous)) return first;
    seen.add(previous);
    first = previous;
  }
};

/** The number of each version of one text, from `first` on. */
const numberVersions = (
  { articles, newVersions }: CatalogueState,
  first: ArticleId,
): ReadonlyMap<ArticleId, number> => {
  const numbers = new Map([[first, 1]]);
  for (const [version, number] of numbers)
    for (const next of newVersions.get(version) ?? [])
      if (articles.has(next) && !numbers.has(next)) numbers.set(next, number + 1);
  return numbers;
};

/**
 * The version number of an article, and the versions that followed it up to the newest: if several follow one, the
 * longest chain, and among equals the one imported last. Null if none followed.
 */
export const laterVersionsOf = (state: CatalogueState, id: ArticleId): LaterVersionIds | null => {
  const { articles, newVersions } = state;
  if (!newVersions.has(id)) return null;
  const number = numberVersions(state, firstVersion(state, id)).get(id) ?? 1;
  const [newest] = [...numberVersions(state, id)].toSorted(
    ([a, depth], [b, otherDepth]) =>
      otherDepth - depth ||
      ((articles.get(a)?.importedAt ?? '') < (articles.get(b)?.importedAt ?? '') ? 1 : -1),
  );
  const later: ArticleId[] = [];
  let next = newest?.[0] ?? null;
  while (next !== null && next !== id && !later.includes(next)) {
    later.unshift(next);
    next = articles.get(next)?.previousVersionId ?? null;
  }
  return later.length === 0 ? null : { number, later };
};

/** The version number of an article; null if it is the only one in the archive. */
export const versionOf = (state: CatalogueState, id: ArticleId): ArticleVersion | null => {
  const { articles, newVersions } = state;
  const hasPrevious = (articles.get(id)?.previousVersionId ?? null) !== null;
  if (!hasPrevious && !newVersions.has(id)) return null;
  const numbers = numberVersions(state, firstVersion(state, id));
  const number = numbers.get(id);
  return number === undefined || numbers.size === 1 ? null : { number, count: Math.max(...numbers.values()) };
};
