import { z } from 'zod';
import { credibilitySchema } from './credibility.ts';
import { reliabilitySchema } from './reliability.ts';

/**
 * The grade of a passage: the reliability of its source at the time of grading, and the credibility of its content.
 * Each may be missing; the two axes are never combined into one value.
 */
export const gradeSchema = z.strictObject({
  reliability: reliabilitySchema.nullable(),
  credibility: credibilitySchema.nullable(),
});
export type Grade = z.infer<typeof gradeSchema>;

export const ungraded: Grade = { reliability: null, credibility: null };

/** Whether both axes are missing. */
export const isUngraded = ({ reliability, credibility }: Grade): boolean =>
  reliability === null && credibility === null;

/** The grade as printed: "B3", "B–" or "–3" (en dash for a missing axis); "" when both are missing. */
export const printGrade = (grade: Grade): string =>
  isUngraded(grade) ? '' : `${grade.reliability ?? '–'}${grade.credibility ?? '–'}`;

/**
 * The grade for readers who do not know it: "B3", "B/–" or "–/3". A slash separates a dash from its neighbour, so that
 * it is never read as a minus. "" if both axes are missing.
 */
export const printGradeApart = (grade: Grade): string =>
  grade.reliability === null || grade.credibility === null
    ? printGrade(grade).split('').join('/')
    : printGrade(grade);
