import { passageRows } from '#domain/contract/passage.ts';
import { sourceOpen } from '#domain/contract/source.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { type Position, positionsOn, printTenure } from '#domain/source/position.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { type SourceBook, useSources } from '../../source/use-sources.ts';

/** A post that the speaker held when the article was published. */
export type OfferedPost = {
  /** As stored: "Minister of Trade, Harbour Ministry". */
  readonly post: string;
  /** With its dates: "Minister of Trade, Harbour Ministry (2022 to 2024)". */
  readonly wording: string;
};

const none: readonly OfferedPost[] = [];

const toOffer = (position: Position, byId: SourceBook['byId']): OfferedPost => {
  const { role, organisationId } = position;
  const organisation = organisationId === null ? undefined : byId.get(organisationId)?.name;
  const post = organisation === undefined ? role : `${role}, ${organisation}`;
  return { post, wording: `${post} (${printTenure(position)})` };
};

/**
 * The posts that the speaker of a passage held on the day of publication, as far as that day and the dates of the
 * positions are known. Queries nothing while `isAsked` is false.
 */
export const usePosts = ({ id, sourceId }: Passage, isAsked: boolean): readonly OfferedPost[] => {
  const { byId } = useSources();
  const isPerson = sourceId !== null && byId.get(sourceId)?.kind === 'person';
  const { data: source } = useQuery(sourceOpen, isAsked && isPerson ? { sourceId } : null);
  const { data: rows } = useQuery(passageRows, isAsked && isPerson ? { passageIds: [id] } : null);
  const day = partialDateSchema.safeParse(rows?.[0]?.publishedAt ?? null);
  if (source === undefined || !day.success) return none;
  return positionsOn(source.positions, day.data).map((position) => toOffer(position, byId));
};
