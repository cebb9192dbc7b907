/** An article that its publisher has withdrawn or retracted: who said it does not hold it up any more. */
import { z } from 'zod';
import { calendarDateSchema } from '../time.ts';

export const withdrawalSchema = z.strictObject({
  /** The day on which it was withdrawn; null where that is not known. */
  at: calendarDateSchema.nullable(),
  /** What the publisher says of it; empty where nothing is known. */
  note: z.string().trim().max(2000),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;
