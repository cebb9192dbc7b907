/** An article that its publisher has withdrawn or retracted: the publisher no longer vouches for it. */
import { z } from 'zod';
import { calendarDateSchema } from '../time.ts';

export const withdrawalSchema = z.strictObject({
  /** The day on which it was withdrawn; null where that is not known. */
  at: calendarDateSchema.nullable(),
  /** The publisher's statement; empty where none is known. */
  note: z.string().trim().max(2000),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;
