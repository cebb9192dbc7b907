import { z } from 'zod';
import { concernedIdsSchema } from '../concerned/concerned.ts';
import { dateCertaintySchema, edtfSchema } from '../dates/when/edtf.ts';
import { articleIdSchema, eventIdSchema, type PassageId, passageIdSchema } from '../ids.ts';
import { timestampSchema } from '../time.ts';
import { writerNameSchema } from '../written-by.ts';

/** A passage that reports an event. */
export const sayingSchema = z.strictObject({
  articleId: articleIdSchema,
  passageId: passageIdSchema,
  /** Its date according to this passage; null if it gives none. */
  date: edtfSchema.nullable(),
  certainty: dateCertaintySchema,
});
export type Saying = z.infer<typeof sayingSchema>;

/** In UTF-16 units. */
export const MAX_EVENT_TITLE = 300;
export const MAX_EVENT_NOTE = 4000;
/** The maximum for one event. */
export const MAX_SAYINGS = 500;

/** Something that happened, as reported by passages; without a passage it is not a claim. */
export const eventSchema = z.strictObject({
  id: eventIdSchema,
  /** The date according to the analyst (EDTF, see domain/dates/when/edtf.ts). Passages may give others. */
  date: edtfSchema,
  certainty: dateCertaintySchema,
  title: z.string().trim().min(1).max(MAX_EVENT_TITLE),
  /** What it is about. */
  concernedIds: concernedIdsSchema,
  /**
   * Each passage once, in the order in which they were added; in the list united from merged events also with each of
   * the dates that these give it, see merged-events.ts.
   */
  sayings: z.array(sayingSchema).max(MAX_SAYINGS),
  /** The reason for this date, and other remarks; may be empty. */
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

/** The sayings with a passage added or changed: the given saying replaces all others of its passage. */
export const withSaying = (sayings: readonly Saying[], saying: Saying): readonly Saying[] => {
  const at = sayings.findIndex(({ passageId }) => passageId === saying.passageId);
  if (at === -1) return [...sayings, saying];
  return sayings.with(at, saying).filter((each) => each === saying || each.passageId !== saying.passageId);
};

/** The first saying of each passage. */
export const distinctPassages = <S extends Pick<Saying, 'passageId'>>(
  sayings: readonly S[],
): readonly S[] => {
  const seen = new Set<PassageId>();
  return sayings.filter(({ passageId }) => !seen.has(passageId) && seen.add(passageId));
};
