import type { z } from 'zod';
import type { CalendarDate } from '../time.ts';
import type { FoundMetadata } from './article.ts';
import { type Bibliography, bibliographySchema } from './bibliography/bibliography.ts';
import type { ArticleFormat } from './formats/article-formats.ts';

type FoundValue = FoundMetadata[keyof FoundMetadata];

/** The value where it fits its field; one that does not fit is left for the analyst to enter. */
const fitting = <T>(schema: z.ZodType<T>, found: FoundValue): T | null =>
  schema.safeParse(found?.value).data ?? null;

/** A document is saved on some day near the one on which it is published. */
const certaintyOf = (found: FoundValue): Bibliography['dateCertainty'] =>
  found?.foundIn === 'document-properties' ? 'inferred' : 'stated';

/** Whether it has fields that only a mail has; CSL 1.0.2 treats letters and e-mail as personal communication. */
const isMail = (found: FoundMetadata): boolean =>
  [found.title, found.byline, found.publishedAt].some((each) => each?.foundIn === 'mail-header');

/** The kind of an article that does not name one. A picture can be of anything, from a newspaper to a screen. */
const kindOf = (format: ArticleFormat | undefined): Bibliography['type'] =>
  format === 'picture' ? 'document' : 'article-newspaper';

/**
 * The bibliography made from an importer's findings, to be corrected by the analyst. A date that was found counts
 * as stated, whatever page or file it was found in, unless a program wrote it when the document was saved;
 * `accessedAt` is the day of the import, unless the program that saved the page recorded its own.
 */
export const bibliographyFromFound = (
  found: FoundMetadata,
  accessedAt: CalendarDate,
  format?: ArticleFormat,
): Bibliography => {
  const { shape } = bibliographySchema;
  const publishedAt = fitting(shape.publishedAt, found.publishedAt);
  return {
    type: isMail(found) ? 'personal_communication' : (fitting(shape.type, found.type) ?? kindOf(format)),
    title: fitting(shape.title, found.title),
    byline: fitting(shape.byline, found.byline),
    publisher: fitting(shape.publisher, found.publisher),
    publishedAt,
    dateCertainty: publishedAt === null ? 'unknown' : certaintyOf(found.publishedAt),
    url: fitting(shape.url, found.url),
    doi: fitting(shape.doi, found.doi),
    accessedAt: fitting(shape.accessedAt, found.accessedAt) ?? accessedAt,
    language: fitting(shape.language, found.language),
  };
};
