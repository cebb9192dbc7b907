import { z } from 'zod';
import { credibilitySchema } from './credibility.ts';
import type { Grade } from './grade.ts';
import { type Reliability, reliabilitySchema } from './reliability.ts';

/**
 * A grade for each of many passages. `own` keeps each passage's own value: its digit; its letter, or else the current
 * one of its source, as in the grade box.
 */
export const gradeWishSchema = z.strictObject({
  reliability: z.union([z.literal('own'), reliabilitySchema.nullable()]),
  credibility: z.union([z.literal('own'), credibilitySchema.nullable()]),
});
export type GradeWish = z.infer<typeof gradeWishSchema>;

/**
 * The grade of one passage under a wish for many. `offered` is the current letter of its source; it is ignored if the
 * wish has no letter.
 */
export const gradeAsWished = (before: Grade, wish: GradeWish, offered: Reliability | null): Grade => ({
  reliability: wish.reliability === 'own' ? (before.reliability ?? offered) : wish.reliability,
  credibility: wish.credibility === 'own' ? before.credibility : wish.credibility,
});
