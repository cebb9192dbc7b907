import { z } from 'zod';
import { snapshotIdSchema } from '../../ids.ts';
import { calendarDateSchema } from '../../time.ts';

/** One reader or list of readers, as the analyst writes it. */
export const recipientSchema = z.string().trim().min(1).max(300);

/** What the analyst says of the sending of a memo: to whom, when and how it went. Precis sends nothing itself. */
export const saidOfSendingSchema = z.strictObject({
  /** Who holds the memo, each once and in the order in which they were named. */
  recipients: z.array(recipientSchema).min(1).max(200),
  sentOn: calendarDateSchema,
  /** "e-mail", "by hand", …; empty where nothing is said. */
  way: z.string().trim().max(200),
});

/** That a memo was sent. The snapshot holds what the readers got. */
export const sendingSchema = saidOfSendingSchema.extend({
  snapshotId: snapshotIdSchema,
  /** Changes of its evidence since that the analyst has seen: see keyOfChange. In ascending order. */
  seenChanges: z.array(z.string().min(1)),
});
