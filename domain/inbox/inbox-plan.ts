/** What a machine keeps of the inbox of an archive: a folder whose files are imported by themselves. */
import { z } from 'zod';
import { articleIdSchema } from '../ids.ts';
import { labelIdSchema } from '../passage/label.ts';
import { timestampSchema } from '../time.ts';

export const inboxPlanSchema = z.strictObject({
  /** Which folder is watched; null where none is. */
  folder: z.string().nullable(),
  /**
   * The marks of the files that are done with, the longest ago first. They hold for any folder that is watched later.
   */
  taken: z.array(z.string()),
  /** The label of passages that come from the browser; left out where none was chosen. */
  label: labelIdSchema.exactOptional(),
  /** The article of the page that came from the browser last, and when it came; left out before the first. */
  lastKept: z.strictObject({ articleId: articleIdSchema, at: timestampSchema }).exactOptional(),
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
