import { z } from 'zod';
import { concernedIdsSchema } from '../concerned/concerned.ts';
import { dateCertaintySchema, edtfSchema } from '../dates/when/edtf.ts';
import { articleIdSchema, eventIdSchema, passageIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** A passage that says that something happened. */
export const sayingSchema = z.strictObject({
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  /** When it was, as this passage has it; null where it does not say. */
  date: edtfSchema.nullable(),
  certainty: dateCertaintySchema,
});
export type Saying = z.infer<typeof sayingSchema>;

/** In UTF-16 units. */
export const MAX_EVENT_TITLE = 300;
export const MAX_EVENT_NOTE = 4000;
/** So many an event may have. */
export const MAX_SAYINGS = 500;

/** Something that happened: a view over passages, which holds no claim without one. */
export const eventSchema = z.strictObject({
  id: eventIdSchema,
  /** When, as the analyst has it (EDTF, see domain/dates/when/edtf.ts). Passages may say otherwise. */
  date: edtfSchema,
  certainty: dateCertaintySchema,
  title: z.string().trim().min(1).max(MAX_EVENT_TITLE),
  /** What it is about. */
  concernedIds: concernedIdsSchema,
  /** Each passage once, in the order in which they were added. */
  sayings: z.array(sayingSchema).max(MAX_SAYINGS),
  /** Why this day, and whatever else is to be known; empty for nothing. */
  note: z.string().max(MAX_EVENT_NOTE),
  /** The event that this one was found to be: it is a redirect, see merged-events.ts. */
  mergedInto: eventIdSchema.nullable(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  /** A tombstone: a deleted event stays in place until it is purged. */
  deletedAt: timestampSchema.nullable(),
  by: writerNameSchema.exactOptional(),
});
export type Event = z.infer<typeof eventSchema>;

/** The event with a saying of one passage more, or said otherwise. */
export const withSaying = (sayings: readonly Saying[], saying: Saying): readonly Saying[] => {
  const at = sayings.findIndex(({ passageId }) => passageId === saying.passageId);
  return at === -1 ? [...sayings, saying] : sayings.with(at, saying);
};
