import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { Sha256 } from '#domain/ids.ts';

/**
 * The fields of an article in every answer. `sha256` is the hash of the canonical text in UTF-8 as it is now: if
 * another program has changed the text since the import, it differs from the sealed hash.
 */
export type ArticleFacts = Pick<
  Bibliography,
  'title' | 'byline' | 'publisher' | 'publishedAt' | 'url' | 'language'
> & { readonly words: number; readonly sha256: Sha256 };

/** The facts as of today, corrections included. */
export function articleFacts({ article, about, textSha256 }: OpenArticle): ArticleFacts {
  const { title, byline, publisher, publishedAt, url, language } = effectiveBibliography(article, about);
  return {
    title,
    byline,
    publisher,
    publishedAt,
    url,
    language,
    words: article.words,
    sha256: textSha256,
  };
}
