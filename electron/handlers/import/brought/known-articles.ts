import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { KnownArticle } from '#domain/exchange/match-article.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { createYielder } from '#electron/time/yielder.ts';

/** The articles of the archive as an export may name them: of several versions the newest. One that can't be read is none. */
export const knownArticles = async (reader: ArchiveReader): Promise<readonly KnownArticle[]> => {
  const yielder = createYielder();
  const known: KnownArticle[] = [];
  const replaced = new Set<string | null>();
  for (const articleId of await reader.articleIds()) {
    await yielder.yieldIfDue();
    const [record, said] = [await reader.article(articleId), await reader.annotations(articleId)];
    if (!record.ok || !said.ok) continue;
    const { article } = record.value;
    replaced.add(article.previousVersionId);
    known.push({
      articleId,
      bibliography: effectiveBibliography(article, said.value.about),
      isExcerpts: article.format === 'excerpts',
    });
  }
  return known.filter(({ articleId }) => !replaced.has(articleId));
};
