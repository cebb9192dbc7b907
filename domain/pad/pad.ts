import { z } from 'zod';
import { richTextSchema } from '../rich-text.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** The one id that a pad has: two machines that each begin it have begun the same one. */
export const PAD_ID = 'pad';

/** What it is called wherever records have titles. */
export const PAD_TITLE = 'Scratch pad';

/** The scratch pad of an archive: one page of notes that are on no article. */
export const padSchema = z.strictObject({
  id: z.literal(PAD_ID),
  /** Null where all was deleted. */
  note: richTextSchema.nullable(),
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type Pad = z.infer<typeof padSchema>;
