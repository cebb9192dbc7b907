/** The posts that a person has held, which show what somebody was when he made a statement. */
import { z } from 'zod';
import { type PartialDate, partialDateSchema } from '../dates/partial-date.ts';
import { printWhen } from '../dates/when/print-when.ts';
import { sourceIdSchema } from '../ids.ts';

export const positionSchema = z
  .strictObject({
    /** "Minister of Trade". */
    role: z.string().trim().min(1).max(200),
    /** Of what; null where nobody has said. */
    organisationId: sourceIdSchema.nullable(),
    /** As precise as it is known; null where it is not. */
    from: partialDateSchema.nullable(),
    /** Null where it is not known, and of a post that is still held. */
    until: partialDateSchema.nullable(),
  })
  .refine(({ from, until }) => from === null || until === null || !endsBefore(until, from), {
    message: 'a post ends after it begins',
  });
export type Position = z.infer<typeof positionSchema>;

/** So many a person has at most. */
export const MAX_POSITIONS = 100;
export const positionsSchema = z.array(positionSchema).max(MAX_POSITIONS);

/** Whether all of `date` is before `other`; "2021" and "2021-05" may be one time. */
export function endsBefore(date: PartialDate, other: PartialDate): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

/** Positions are sorted by these keys; two with one key are one. No role contains a line break. */
export const keyOfPosition = ({ role, organisationId, from, until }: Position): string =>
  [from ?? '', until ?? '~', role, organisationId ?? ''].join('\n');

/** "April 2021 to 2023", "since 2021", "until 2023"; empty where neither end is known. */
export const printTenure = ({ from, until }: Pick<Position, 'from' | 'until'>): string => {
  if (from !== null && until !== null) return `${printWhen(from)} to ${printWhen(until)}`;
  if (from !== null) return `since ${printWhen(from)}`;
  return until === null ? '' : `until ${printWhen(until)}`;
};

/** In the order of time, each once: those without a beginning first. */
export const sortPositions = (positions: readonly Position[]): Position[] => {
  const byKey = new Map(positions.map((position) => [keyOfPosition(position), position]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, position]) => position);
};

/**
 * The posts that were held on a day, as far as their dates show: a post with both ends unknown is not included,
 * and an end that is less precise than a day counts as far as it goes.
 */
export const positionsOn = (positions: readonly Position[], day: PartialDate): readonly Position[] =>
  positions.filter(
    ({ from, until }) =>
      (from !== null || until !== null) &&
      !(from !== null && endsBefore(day, from)) &&
      !(until !== null && endsBefore(until, day)),
  );

/**
 * Whether a post without an end is not confirmed as still held, and another began later, on `day` or before: its
 * end is then unknown.
 */
export const mayHaveEnded = (position: Position, positions: readonly Position[], day: PartialDate): boolean =>
  laterBegins(position, positions).some((from) => !endsBefore(day, from));

/** When the posts began that began after a post without an end, in the order of time. */
export const laterBegins = (
  { from, until }: Position,
  positions: readonly Position[],
): readonly PartialDate[] =>
  from === null || until !== null
    ? []
    : positions
        .flatMap((other) => (other.from !== null && endsBefore(from, other.from) ? other.from : []))
        .sort();

/** The posts that are held on a day, but for those that may have ended before: the one that began last comes first. */
export const currentPositions = (positions: readonly Position[], day: PartialDate): readonly Position[] =>
  sortPositions(positionsOn(positions, day).filter((each) => !mayHaveEnded(each, positions, day))).reverse();
