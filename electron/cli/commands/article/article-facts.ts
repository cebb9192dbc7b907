import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { Sha256 } from '#domain/ids.ts';

/** What every answer says of an article. `sha256` is that of the canonical text in UTF-8, as it
 * stands: where another hand has changed it since it was imported, it is not the hash that was sealed. */
export type ArticleFacts = Pick<
  Bibliography,
  'title' | 'byline' | 'publisher' | 'publishedAt' | 'url' | 'language'
> & { readonly words: number; readonly sha256: Sha256 };

/** The facts as they hold today, corrections included. */
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
