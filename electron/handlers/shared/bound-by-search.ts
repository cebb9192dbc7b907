import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArticleFilter, PassageFilter } from '#domain/search/filters.ts';
import type { SearchIndex } from '#electron/ports/search-index.ts';

/** What a filter asks without its search, and the passages that the search finds; undefined where there is none. */
export type BoundFilter = {
  readonly filter: Omit<PassageFilter, 'text'>;
  readonly passageIds: ReadonlySet<PassageId> | undefined;
};

export type BoundOptions = {
  /** The last word is still being typed. */
  readonly isTyping: boolean;
  /** Waits until everything is indexed: for what is kept or handed out. */
  readonly isWhole: boolean;
  /** In some articles alone their own readings of passages are meant, whatever came after them. */
  readonly isInArticles?: boolean;
};

/** Has the search of a filter answered by the index of the words. Fails `search-unavailable`. */
export const boundBySearch = async (
  searchIndex: SearchIndex,
  { text, ...filter }: PassageFilter,
  { isInArticles = filter.articleId !== undefined, ...options }: BoundOptions,
): Promise<Result<BoundFilter, AppError>> => {
  if (text === undefined || text.trim() === '') return ok({ filter, passageIds: undefined });
  const found = await searchIndex.passages({ text, hasAllVersions: isInArticles, ...options });
  if (!found.ok) return found;
  return ok({ filter, passageIds: found.value === null ? undefined : new Set(found.value) });
};

/** The same of a filter of articles, whose search is still being typed; the best match first where that is asked for. */
export const articlesBoundBySearch = async (
  searchIndex: SearchIndex,
  { text, ...filter }: ArticleFilter,
  isRanked: boolean,
): Promise<
  Result<
    {
      readonly filter: Omit<ArticleFilter, 'text'>;
      readonly articleIds: ReadonlySet<ArticleId> | undefined;
    },
    AppError
  >
> => {
  if (text === undefined || text.trim() === '') return ok({ filter, articleIds: undefined });
  const found = await searchIndex.articles({ text, isTyping: true, isWhole: false, isRanked });
  if (!found.ok) return found;
  return ok({ filter, articleIds: found.value === null ? undefined : new Set(found.value) });
};
