import { z } from 'zod';
import {
  articleIdSchema,
  boardIdSchema,
  conflictIdSchema,
  eventShardSchema,
  formIdSchema,
  memoIdSchema,
} from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** The files at the root of which records can be in conflict. */
const conflictRootKinds = ['tags', 'sources', 'tasks', 'searches', 'labels', 'events', 'pad'] as const;

/** The file in which the record of a conflict is kept. */
const conflictFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(conflictRootKinds) }),
  z.strictObject({ kind: z.literal('event-shard'), shard: eventShardSchema }),
  z.strictObject({ kind: z.literal('annotations'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('translations'), articleId: articleIdSchema }),
  z.strictObject({ kind: z.literal('memo'), memoId: memoIdSchema }),
  z.strictObject({ kind: z.literal('review'), memoId: memoIdSchema }),
  z.strictObject({ kind: z.literal('form'), formId: formIdSchema }),
  z.strictObject({ kind: z.literal('board'), boardId: boardIdSchema }),
]);

/** The collections of which records can be in conflict. */
export const conflictCollections = [
  'tags',
  'sources',
  'tasks',
  'searches',
  'labels',
  'events',
  'passages',
  'about',
  'translations',
  'renderings',
  'languages',
  'memo',
  'rounds',
  'remarks',
  'forms',
  'boards',
  'hypotheses',
  'evidence',
  'cells',
  'probabilities',
  'pads',
] as const;

/** What both sides say of one field; absent where a side has no such field. `field` is null of the whole record. */
const contestedSchema = z.strictObject({
  field: z.string().min(1).max(200).nullable(),
  kept: z.json().optional(),
  other: z.json().optional(),
});

/**
 * What two sides have made of one record, each in its own way, as long as nobody has chosen. What was kept stands in
 * the record; what the other side says stands here alone. Fields that say one thing together are one conflict.
 */
export const conflictSchema = z.strictObject({
  id: conflictIdSchema,
  file: conflictFileSchema,
  collection: z.enum(conflictCollections),
  recordId: z.string().min(1).max(400),
  contested: z.array(contestedSchema).min(1),
  /**
   * Where the other side was found, by its name in the archive; null where it stood in the file, and another program
   * has put an earlier version there.
   */
  from: z.string().min(1).max(500).nullable(),
  updatedAt: timestampSchema,
  /** Who has written the record on the side that was kept, and (`by`) on the other. */
  keptBy: writerNameSchema.exactOptional(),
  by: writerNameSchema.exactOptional(),
});
export type Conflict = z.infer<typeof conflictSchema>;
