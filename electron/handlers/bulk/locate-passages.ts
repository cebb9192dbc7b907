import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { notFound } from '../shared/failures.ts';

/** Passages by their articles. */
export type ByArticle = ReadonlyMap<ArticleId, ReadonlySet<PassageId>>;

/** Finds the article of each passage. Fails with `not-found` for one that does not exist. */
export const locatePassages = async (
  catalogue: Catalogue,
  passageIds: readonly PassageId[],
): Promise<Result<ByArticle, AppError>> => {
  await catalogue.ready;
  const byArticle = new Map<ArticleId, Set<PassageId>>();
  for (const passageId of passageIds) {
    const articleId = await catalogue.articleOfPassage(passageId);
    if (articleId === null) return notFound('passage', passageId);
    byArticle.set(articleId, (byArticle.get(articleId) ?? new Set()).add(passageId));
  }
  return ok(byArticle);
};
