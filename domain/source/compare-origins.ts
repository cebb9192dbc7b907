/**
 * Whether two passages can confirm each other. What matters is what is known: an origin that is not known is neither
 * the same nor another, and neither are two publications whose names differ in case or accents alone.
 */
import type { ArticleId, SourceId } from '../ids.ts';
import { isNearName } from '../tree/compare-names.ts';

/** Where a passage stands and whence it comes. */
type Provenance = {
  readonly articleId: ArticleId;
  /** The one text that its article carries, alone or with others that are the same or nearly so. */
  readonly textId: ArticleId;
  /** See originsOf; empty where nothing is known of it. */
  readonly origins: readonly { readonly id: SourceId; readonly name: string }[];
};

/** Whether two passages stand in two articles that carry one text: what the one says is a copy of the other. */
export const isCopiedText = (
  one: Pick<Provenance, 'articleId' | 'textId'>,
  other: Pick<Provenance, 'articleId' | 'textId'>,
): boolean => one.articleId !== other.articleId && one.textId === other.textId;

/**
 * Whether two passages are known to be of one origin: copies of one text are, whoever speaks in them. Two of which
 * neither origin is known are so only within one article: there it is the same unnamed voice.
 */
export const isSameOrigin = (one: Provenance, other: Provenance): boolean => {
  if (isCopiedText(one, other)) return true;
  if (one.origins.length + other.origins.length === 0) return one.articleId === other.articleId;
  return one.origins.some(({ id }) => other.origins.some((origin) => origin.id === id));
};

/** Whether two passages are known to be of different origins: only then can one confirm the other. */
export const isOtherOrigin = (one: Provenance, other: Provenance): boolean =>
  one.origins.length > 0 &&
  other.origins.length > 0 &&
  !isSameOrigin(one, other) &&
  !one.origins.some(({ name }) => other.origins.some((origin) => isNearName(name, origin.name)));
