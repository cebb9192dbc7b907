/** Who somebody was on the day of an article, and whether the article gives a post that had ended by then. */
import type { PartialDate } from '../dates/partial-date.ts';
import { foldName } from '../text/fold-text.ts';
import { currentPositions, endsBefore, type Position } from './position.ts';

export type PostThen = {
  /**
   * As the passage states it, otherwise those held on the day, the latest to begin first; empty where none is
   * known.
   */
  readonly posts: readonly string[];
  /** When the stated post had ended, as precise as it is known; null where nothing shows that it had. */
  readonly endedAt: PartialDate | null;
};

/** Whether the stated post names the position: by its role, or as it is offered, "Minister, Harbour Ministry". */
const names = (stated: string, { role }: Position): boolean => {
  const [said, named] = [foldName(stated), foldName(role)];
  return said === named || said.startsWith(`${named}, `);
};

/**
 * The post of a speaker on `day`, the day of the article; null where it has none. A post stated by the passage is
 * used whatever the positions are: where all positions of that name had ended, the last of their ends is returned
 * with it.
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
