import type { ArticleAnnotation } from './annotations.ts';
import type { ArticleRecord } from './article.ts';
import type { Bibliography } from './bibliography/bibliography.ts';

/** The current bibliography: as sealed, overridden by the analyst's corrections. */
export const effectiveBibliography = (
  article: Pick<ArticleRecord, 'bibliography'>,
  about: Pick<ArticleAnnotation, 'corrections'>,
): Bibliography => ({ ...article.bibliography, ...about.corrections });
