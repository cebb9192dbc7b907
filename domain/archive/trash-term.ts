import { type Timestamp, toTimestamp } from '../time.ts';

/** So long what was deleted lies in the trash before it goes for good. */
export const TRASH_DAYS = 30;

const TERM_MS = TRASH_DAYS * 24 * 60 * 60 * 1000;

/** When what was deleted at `deletedAt` may go for good. */
export const endOfTrashTerm = (deletedAt: Timestamp): Timestamp =>
  toTimestamp(Date.parse(deletedAt) + TERM_MS);

/** Whether what was deleted at `deletedAt` has lain in the trash for its whole term. */
export const isPastTrashTerm = (deletedAt: Timestamp, nowMs: number): boolean =>
  nowMs >= Date.parse(deletedAt) + TERM_MS;
