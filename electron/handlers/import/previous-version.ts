/** What a new version inherits from the previous one, besides the passages. */
import { inheritBibliography } from '#domain/article/bibliography/inherit-bibliography.ts';
import { bibliographyFromFound } from '#domain/article/bibliography-from-found.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ImportDraft } from '#domain/contract/import.ts';
import type { ArticleId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time.ts';
import type { ArchiveReader, NewArticle } from '#electron/ports/archive.ts';
import type { ReadText } from '#electron/ports/text-reader.ts';
import { liveTagIds } from '../shared/live-references.ts';
import { sha256Of } from '../shared/sha-256.ts';

type Inherited = Pick<ImportDraft, 'bibliography' | 'marking'>;

/**
 * The initial bibliography for the review of a text: what was found in it, and for a new version also the data of the
 * previous one. A new version never gets a lower marking automatically.
 */
export const beginBibliography = async (
  reader: ArchiveReader,
  { found, format, original }: Pick<ReadText, 'found' | 'format' | 'original'>,
  accessedAt: CalendarDate,
  previousVersionId: ArticleId | null,
): Promise<Inherited> => {
  const fresh = { bibliography: bibliographyFromFound(found, accessedAt, format), marking: null };
  if (previousVersionId === null) return fresh;
  const [before, said] = [
    await reader.article(previousVersionId),
    await reader.annotations(previousVersionId),
  ];
  if (!before.ok || !said.ok) return fresh;
  const { article } = before.value;
  const { about } = said.value;
  const previous = {
    found: bibliographyFromFound(article.found, accessedAt, article.format),
    effective: effectiveBibliography(article, about),
    isOfSameFile: sha256Of(original) === article.originalSha256,
  };
  return { bibliography: inheritBibliography(fresh.bibliography, previous), marking: about.marking };
};

/**
 * The article with the tags of the previous version, and with its publication if the publisher is the same. The note
 * stays with the copy that it refers to.
 */
export const followPrevious = async (
  reader: ArchiveReader,
  article: NewArticle,
  previousId: ArticleId,
): Promise<Result<NewArticle, AppError>> => {
  const [before, said] = [await reader.article(previousId), await reader.annotations(previousId)];
  if (!before.ok) return before;
  if (!said.ok) return said;
  const { about } = said.value;
  const tags = await liveTagIds(reader, about.tagIds, about.tagIds);
  if (!tags.ok) return tags;
  const { publisher } = effectiveBibliography(before.value.article, about);
  const hasSamePublisher = publisher === article.article.bibliography.publisher;
  const publicationId = hasSamePublisher
    ? (about.publicationId ?? article.annotations.about.publicationId)
    : article.annotations.about.publicationId;
  return ok({
    ...article,
    annotations: {
      ...article.annotations,
      about: { ...article.annotations.about, tagIds: tags.value, publicationId },
    },
  });
};
