import type { ArticleAnnotation } from './annotations.ts';
import type { ArticleRecord } from './article.ts';
import type { Bibliography } from './bibliography/bibliography.ts';

/** The bibliography that holds today: as sealed, with the analyst's corrections over it. */
export const effectiveBibliography = (
  article: Pick<ArticleRecord, 'bibliography'>,
  about: Pick<ArticleAnnotation, 'corrections'>,
): Bibliography => ({ ...article.bibliography, ...about.corrections });
