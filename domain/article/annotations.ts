import { z } from 'zod';
import { eventDatesSchema } from '../dates/event-date.ts';
import { exactPartial } from '../exact-partial.ts';
import { type ArticleId, articleIdSchema, sha256Schema, sourceIdSchema, tagIdSchema } from '../ids.ts';
import { richTextSchema } from '../rich-text.ts';
import { type Timestamp, timestampSchema } from '../time.ts';
import { markingSchema } from '../tradecraft/marking.ts';
import { writerNameSchema } from '../written-by.ts';
import { bibliographySchema } from './bibliography/bibliography.ts';
import { withdrawalSchema } from './withdrawal.ts';

export const articleStates = ['unread', 'reading', 'read'] as const;
export const articleStateSchema = z.enum(articleStates);
export type ArticleState = z.infer<typeof articleStateSchema>;

/**
 * The text of an article that another hand has changed since it was sealed, and the reason to use it nevertheless.
 * Only the text with that hash is accepted.
 */
export const acceptedTextSchema = z.strictObject({
  textSha256: sha256Schema,
  reason: z.string().trim().min(1).max(2000),
  acceptedAt: timestampSchema,
});

/** The analyst's data on an article as a whole. Its id is the article's. */
export const articleAnnotationSchema = z.strictObject({
  id: articleIdSchema,
  /** Corrected values only; an absent value is as it was sealed. Null means that there is none. */
  corrections: exactPartial(bibliographySchema),
  state: articleStateSchema,
  /** The publication that carries the article. */
  publicationId: sourceIdSchema.nullable(),
  /** The marking with which the article was received. */
  marking: markingSchema.nullable(),
  note: richTextSchema.nullable(),
  tagIds: z.array(tagIdSchema),
  /** When the events of the article happen, as entered by the analyst; in chronological order. */
  eventDates: eventDatesSchema,
  /** Null where its publisher has not withdrawn it. */
  withdrawn: withdrawalSchema.nullable(),
  /** Absent where nothing had to be accepted. */
  acceptedText: acceptedTextSchema.exactOptional(),
  /** True for what the first run installed; removed in one act. */
  isSample: z.boolean(),
  updatedAt: timestampSchema,
  by: writerNameSchema.exactOptional(),
});
export type ArticleAnnotation = z.infer<typeof articleAnnotationSchema>;

/** The annotation of an article about which nothing was recorded yet. */
export const newAnnotation = (id: ArticleId, updatedAt: Timestamp): ArticleAnnotation => ({
  id,
  corrections: {},
  state: 'unread',
  publicationId: null,
  marking: null,
  note: null,
  tagIds: [],
  eventDates: [],
  withdrawn: null,
  isSample: false,
  updatedAt,
});

/** How far an article has been read: one that has passages and is not marked as read is being read. */
export const readingStateOf = (stated: ArticleState, passageCount: number): ArticleState =>
  stated === 'unread' && passageCount > 0 ? 'reading' : stated;
