/** What a machine keeps of the inbox of an archive: a folder whose files are imported by themselves. */
import { z } from 'zod';

export const inboxPlanSchema = z.strictObject({
  /** Which folder is watched; null where none is. */
  folder: z.string().nullable(),
  /**
   * The marks of the files that are done with, the longest ago first. They hold for any folder that is watched later.
   */
  taken: z.array(z.string()),
});
export type InboxPlan = z.infer<typeof inboxPlanSchema>;

export const noInboxPlan: InboxPlan = { folder: null, taken: [] };

/** More marks than this are not kept: the oldest go. A file whose mark is gone is still known by its text. */
const MAX_TAKEN = 50_000;

/** The plan with further files that are done with. */
export const withTaken = (plan: InboxPlan, marks: readonly string[]): InboxPlan => ({
  ...plan,
  taken: [...new Set([...plan.taken, ...marks])].slice(-MAX_TAKEN),
});
