import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { err, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../../ports/archive.ts';
import { invalidInput } from '../../shared/failures.ts';

/**
 * The original of an article that was imported from a PDF, its hash held against what was sealed. A PDF that asks for a
 * password is given as it is: whoever draws it asks for that, and nothing here knows it.
 */
export const readPagedOriginal = async (
  archive: Pick<ArchiveReader, 'article' | 'original'>,
  articleId: ArticleId,
): Promise<Result<Uint8Array, AppError>> => {
  const record = await archive.article(articleId);
  if (!record.ok) return record;
  if (record.value.article.format !== 'pdf')
    return invalidInput('article:original', 'the article was not imported from a PDF');
  const original = await archive.original(articleId);
  if (original.ok || original.error.code !== 'text-not-restored') return original;
  const { why } = original.error;
  return why === 'original-missing' || why === 'original-altered'
    ? err({ code: 'original-unusable', why })
    : original;
};
