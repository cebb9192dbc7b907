/** The order and the sections of the table of passages. */
import { z } from 'zod';
import { type Grade, isUngraded } from '../tradecraft/grade.ts';

/** The columns of the table of passages, in order. */
export const passageColumnIds = [
  'quote',
  'label',
  'tags',
  'speaker',
  'concerned',
  'article',
  'grade',
  'paragraph',
  'publishedAt',
  'relationCount',
  'openTaskCount',
  'citedIn',
] as const;
export const passageColumnIdSchema = z.enum(passageColumnIds);
export type PassageColumnId = (typeof passageColumnIds)[number];

/** By any column, and by when the passage was made. */
export const passageSortColumns = [...passageColumnIds, 'createdAt'] as const;
export type PassageSortColumn = (typeof passageSortColumns)[number];

export const sortDirections = ['ascending', 'descending'] as const;
export type SortDirection = (typeof sortDirections)[number];

export const passageSortSchema = z.strictObject({
  column: z.enum(passageSortColumns),
  direction: z.enum(sortDirections),
});
export type PassageSort = z.infer<typeof passageSortSchema>;

export const passageGroupings = ['none', 'tag', 'speaker', 'origin', 'article', 'label'] as const;
export const passageGroupingSchema = z.enum(passageGroupings);
export type PassageGrouping = z.infer<typeof passageGroupingSchema>;

/** Places on one axis: five that are known, then unknown (F, 6), then missing. */
const UNKNOWN = 6;
const MISSING = 7;
const AXIS_PLACES = 10;

const placeOf = (value: number | null, direction: SortDirection): number => {
  if (value === null) return MISSING;
  if (value === UNKNOWN) return UNKNOWN;
  return direction === 'ascending' ? value : UNKNOWN - value;
};

/**
 * The place of a grade in a list, as a number that rises from the first to the last, whatever the direction. The
 * axes are not combined into a value: the digit sorts, and among equals the letter. F and 6 mean unknown, not
 * worst: they come last in both directions, before passages without a digit or letter.
 */
export const gradePlace = ({ reliability, credibility }: Grade, direction: SortDirection): number => {
  const letter = reliability === null ? null : 'ABCDEF'.indexOf(reliability) + 1;
  return placeOf(credibility, direction) * AXIS_PLACES + placeOf(letter, direction);
};

/**
 * `values` as places that rise from the first to the last in `direction`. Missing values (null) come last in both
 * directions: they are unknown, neither least nor most.
 */
export const placesOf = (values: readonly (number | null)[], direction: SortDirection): readonly number[] =>
  values.map((value) => {
    if (value === null) return Number.POSITIVE_INFINITY;
    return direction === 'ascending' ? value : -value;
  });

/** Whether the table counts a passage as graded: its digit is set. */
export const isCountedAsGraded = (grade: Grade): boolean => !isUngraded(grade) && grade.credibility !== null;
