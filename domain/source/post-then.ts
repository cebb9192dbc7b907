/** Who somebody was on the day of an article, and whether the article gives a post that had ended by then. */
import type { PartialDate } from '../dates/partial-date.ts';
import { foldName } from '../text/fold-text.ts';
import { currentPositions, endsBefore, type Position } from './position.ts';

export type PostThen = {
  /** As the passage states it, else those held on the day, the one that began last first; none where none is known. */
  readonly posts: readonly string[];
  /** When the post that is stated had ended, as precise as it is known; null where nothing says that it had. */
  readonly endedAt: PartialDate | null;
};

/** Whether what is stated names the position: by its role, or as it is offered, "Minister, Harbour Ministry". */
const names = (stated: string, { role }: Position): boolean => {
  const [said, named] = [foldName(stated), foldName(role)];
  return said === named || said.startsWith(`${named}, `);
};

/**
 * The post of a speaker on `day`, the day of the article; null where it has none. What a passage states stands,
 * whatever the positions say: where all positions of that name had ended, the last of their ends is told beside it.
 */
export const postThen = (
  positions: readonly Position[],
  stated: string,
  day: PartialDate | null,
): PostThen => {
  if (stated === '') {
    const held = day === null ? [] : currentPositions(positions, day);
    return { posts: held.map(({ role }) => role), endedAt: null };
  }
  const ends = positions.filter((position) => names(stated, position)).map(({ until }) => until);
  const ended = ends.flatMap((until) =>
    until !== null && day !== null && endsBefore(until, day) ? [until] : [],
  );
  return { posts: [stated], endedAt: ended.length < ends.length ? null : (ended.toSorted().at(-1) ?? null) };
};
