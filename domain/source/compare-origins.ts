/**
 * Whether two passages can confirm each other, judged by what is known: an unknown origin is neither the same nor
 * another, and neither are two publications whose names differ in case or accents only. The analyst's statement
 * about two passages overrules whatever is found.
 */
import type { ArticleId, PassageId, SourceId } from '../ids.ts';
import type { RelationType } from '../passage/passage.ts';
import { isNearName } from '../tree/compare-names.ts';
import type { Traces } from './traces.ts';

/** Where a passage stands and whence it comes. */
export type Provenance = {
  readonly id: PassageId;
  readonly articleId: ArticleId;
  /** The one text that its article carries, alone or with others that are the same or nearly so. */
  readonly textId: ArticleId;
  /** See namedOrigins; empty where nothing is known of it. */
  readonly origins: readonly { readonly id: SourceId; readonly name: string }[];
  /**
   * Whether `origins` are the speaker's: then it is of no importance which paper or agency was the first to print it.
   */
  readonly isSpoken: boolean;
  readonly traces: Traces;
  /** The analyst's relations between it and others, in both directions. */
  readonly relations: readonly { readonly type: RelationType; readonly passageId: PassageId }[];
};

/**
 * Why two passages are of one origin: the analyst has stated it; their articles are copies of one text; they
 * repeat one statement in the same words; both come from one organisation or publication; the papers that print
 * them name the same paper or agency; or they are the same unnamed voice in one article.
 */
export type SameOrigin = 'said' | 'text' | 'statement' | 'source' | 'credit' | 'voice';

/** The words shown beside a passage that is of one origin with another, with the reason. */
export const sameOriginWords: Readonly<Record<SameOrigin, { readonly short: string; readonly why: string }>> =
  {
    said: { short: 'same origin', why: 'You linked them that way' },
    text: { short: 'same text', why: 'Both articles have the same text, or nearly' },
    statement: { short: 'same words', why: 'Both repeat the same statement word for word' },
    source: { short: 'same origin', why: 'Both lead to the same organisation or publication' },
    credit: { short: 'same source credited', why: 'Both name the same paper or agency as their source' },
    voice: { short: 'same origin', why: 'Both are the same unnamed voice in one article' },
  };

const says = ({ relations }: Provenance, type: RelationType, { id }: Provenance): boolean =>
  relations.some((relation) => relation.type === type && relation.passageId === id);

const isSaid = (one: Provenance, type: RelationType, other: Provenance): boolean =>
  says(one, type, other) || says(other, type, one);

const shares = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.some((each) => other.includes(each));

const found = (one: Provenance, other: Provenance): SameOrigin | null => {
  const isOneArticle = one.articleId === other.articleId;
  if (!isOneArticle && one.textId === other.textId) return 'text';
  if (!isOneArticle && shares(one.traces.statements, other.traces.statements)) return 'statement';
  if (one.origins.some(({ id }) => other.origins.some((origin) => origin.id === id))) return 'source';
  if (!one.isSpoken && !other.isSpoken && shares(one.traces.credits, other.traces.credits)) return 'credit';
  return isOneArticle && one.origins.length + other.origins.length === 0 ? 'voice' : null;
};

/**
 * Why two passages are known to be of one origin; null where they are not. Copies of one text or of one statement are,
 * whoever speaks in them. Two of which neither origin is known are so within one article: there it is the same unnamed
 * voice.
 */
export const sameOrigin = (one: Provenance, other: Provenance): SameOrigin | null => {
  if (isSaid(one, 'same-origin', other)) return 'said';
  return isSaid(one, 'independent', other) ? null : found(one, other);
};

/** Whether two passages are known to be of different origins: only then can one confirm the other. */
export const isOtherOrigin = (one: Provenance, other: Provenance): boolean => {
  if (sameOrigin(one, other) !== null) return false;
  if (isSaid(one, 'independent', other)) return true;
  return (
    one.origins.length > 0 &&
    other.origins.length > 0 &&
    !one.origins.some(({ name }) => other.origins.some((origin) => isNearName(name, origin.name)))
  );
};
