import { z } from 'zod';
import { type TagId, tagIdSchema } from '../ids.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** The name of one tag: trimmed, on one line. A slash in it is no separator: see parseTagPath. */
/** Characters that the name of a tag has at most. */
export const MAX_TAG_NAME = 80;

export const tagNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_TAG_NAME)
  .regex(/^[^\n\r\t]+$/);

/**
 * The name of a group of tags, such as actor, topic or place: trimmed, on one line, without a colon (see the picker).
 */
export const tagGroupSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\n\r\t:]+$/);

/** A node of the codebook. */
export const tagSchema = z.strictObject({
  id: tagIdSchema,
  name: tagNameSchema,
  parentId: tagIdSchema.nullable(),
  definition: z.strictObject({ useWhen: z.string(), notWhen: z.string(), example: z.string() }),
  aliases: z.array(z.string().min(1)),
  /** What kind of thing it names; null: that of the tag above it, see groupOf. */
  group: tagGroupSchema.nullable(),
  /** A merged tag stays as a redirect. */
  mergedInto: tagIdSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type Tag = z.infer<typeof tagSchema>;

/** A tag that nothing is said of yet. */
export const newTag = (id: TagId, name: string, parentId: TagId | null, at: Timestamp): Tag => ({
  id,
  name,
  parentId,
  definition: { useWhen: '', notWhen: '', example: '' },
  aliases: [],
  group: null,
  mergedInto: null,
  createdAt: at,
  updatedAt: at,
  deletedAt: null,
});
