import type { ArticleId, SourceId } from '../ids.ts';

/** Where a passage stands and whence it comes. */
type Provenance = {
  readonly articleId: ArticleId;
  /** See originOf; null where nothing is known of it. */
  readonly origin: { readonly id: SourceId } | null;
};

/**
 * Whether two passages are known to be of one origin. Two of which neither origin is known are so only within one
 * article: there it is the same unnamed voice.
 */
export const isSameOrigin = (one: Provenance, other: Provenance): boolean =>
  one.origin === null || other.origin === null
    ? one.origin === other.origin && one.articleId === other.articleId
    : one.origin.id === other.origin.id;

/** Whether two passages are known to be of different origins: only then can one confirm the other. */
export const isOtherOrigin = (one: Provenance, other: Provenance): boolean =>
  one.origin !== null && other.origin !== null && one.origin.id !== other.origin.id;
