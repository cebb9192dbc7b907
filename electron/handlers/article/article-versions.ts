import type { ArticleId } from '#domain/ids.ts';
import type { ArchiveReader } from '../../ports/archive.ts';

/** The earlier versions of an article that are in the archive, the oldest first, then the article itself. */
export const articleVersions = async (
  reader: Pick<ArchiveReader, 'article'>,
  articleId: ArticleId,
): Promise<readonly ArticleId[]> => {
  const versions: ArticleId[] = [];
  let next: ArticleId | null = articleId;
  while (next !== null && !versions.includes(next)) {
    const file: Awaited<ReturnType<ArchiveReader['article']>> = await reader.article(next);
    if (!file.ok) break;
    versions.unshift(next);
    next = file.value.article.previousVersionId;
  }
  return versions;
};
