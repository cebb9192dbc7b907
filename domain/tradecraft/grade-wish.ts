import { z } from 'zod';
import { credibilitySchema } from './credibility.ts';
import type { Grade } from './grade.ts';
import { type Reliability, reliabilitySchema } from './reliability.ts';

/**
 * A grade for each of many passages. `own` keeps to each passage: its digit as it stands; its letter as it stands, or
 * else that of its source today, as the grade box takes it.
 */
export const gradeWishSchema = z.strictObject({
  reliability: z.union([z.literal('own'), reliabilitySchema.nullable()]),
  credibility: z.union([z.literal('own'), credibilitySchema.nullable()]),
});
export type GradeWish = z.infer<typeof gradeWishSchema>;

/**
 * The grade of one passage under a wish for many. `offered` is the letter of its source as it stands today; nothing is
 * taken from it where the wish says no letter.
 */
export const gradeAsWished = (before: Grade, wish: GradeWish, offered: Reliability | null): Grade => ({
  reliability: wish.reliability === 'own' ? (before.reliability ?? offered) : wish.reliability,
  credibility: wish.credibility === 'own' ? before.credibility : wish.credibility,
});
