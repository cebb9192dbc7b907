import { z } from 'zod';
import { calendarDateSchema, statedDateSchema } from '../../time.ts';
import { addressOf, DOI, MAX_DOI_LENGTH } from './doi.ts';

/** The types of CSL-JSON that Precis uses (citation style language 1.0.2). */
export const articleTypes = [
  'article-newspaper',
  'article-magazine',
  'article-journal',
  'webpage',
  'post',
  'report',
  'broadcast',
  'interview',
  'speech',
  'hearing',
  'legislation',
  'treaty',
  'dataset',
  'personal_communication',
  'document',
] as const;

/** How sure the publication date is: printed by the publisher, worked out by the analyst, or not known. */
export const dateCertainties = ['stated', 'inferred', 'unknown'] as const;

/** The data for a citation of an article. An absent value is null, never an empty string. */
export const bibliographySchema = z.strictObject({
  type: z.enum(articleTypes),
  title: z.string().min(1).nullable(),
  /** Authors as the article prints them, without "By". */
  byline: z.string().min(1).nullable(),
  publisher: z.string().min(1).nullable(),
  publishedAt: statedDateSchema.nullable(),
  dateCertainty: z.enum(dateCertainties),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** Bare, as it is registered: "10.1000/182". */
  doi: z.string().max(MAX_DOI_LENGTH).regex(DOI).nullable(),
  accessedAt: calendarDateSchema.nullable(),
  /** BCP 47. */
  language: z.string().min(2).max(35).nullable(),
});
export type Bibliography = z.infer<typeof bibliographySchema>;

/**
 * The fields that an open-source citation requires (ICS 206-01) and this one lacks, in the order of asking. A
 * DOI replaces an address.
 */
export const missingForCitation = (
  bibliography: Bibliography,
): readonly ('title' | 'publisher' | 'publishedAt' | 'url')[] =>
  (['title', 'publisher', 'publishedAt', 'url'] as const).filter(
    (field) => (field === 'url' ? addressOf(bibliography) : bibliography[field]) === null,
  );
