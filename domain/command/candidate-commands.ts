/** The commands that accept one of the matches shown in Review, by rank from 1. */
const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type CandidateRank = (typeof ranks)[number];
export type CandidateCommandId = `needs.take-${CandidateRank}`;

/** What `make` makes of each rank, under the id of its command. */
export const forCandidates = <T>(make: (rank: CandidateRank) => T): Readonly<Record<CandidateCommandId, T>> =>
  Object.fromEntries(ranks.map((rank) => [`needs.take-${rank}`, make(rank)])) as Record<
    CandidateCommandId,
    T
  >;

/** The command that takes the candidate of a rank from 1; null of one beyond those that have a key. */
export const candidateCommandId = (rank: number): CandidateCommandId | null =>
  ranks.some((each) => each === rank) ? (`needs.take-${rank as CandidateRank}` as const) : null;
