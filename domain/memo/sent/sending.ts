import { z } from 'zod';
import { snapshotIdSchema } from '../../ids.ts';
import { calendarDateSchema } from '../../time.ts';

/** One reader or list of readers, as the analyst writes it. */
export const recipientSchema = z.string().trim().min(1).max(300);

/** The analyst's record of sending a memo: to whom, when and how. Precis sends nothing itself. */
export const saidOfSendingSchema = z.strictObject({
  /** Who holds the memo, each once and in the order in which they were named. */
  recipients: z.array(recipientSchema).min(1).max(200),
  sentOn: calendarDateSchema,
  /** "e-mail", "by hand", …; empty where nothing is said. */
  way: z.string().trim().max(200),
});

/** A sending of a memo. The snapshot contains what the readers received. */
export const sendingSchema = saidOfSendingSchema.extend({
  snapshotId: snapshotIdSchema,
  /** Changes of its evidence since that the analyst has seen: see keyOfChange. In ascending order. */
  seenChanges: z.array(z.string().min(1)),
});
