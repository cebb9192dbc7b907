/** What stands in the catalogue for files that can't be read, so that what they belong to stays in every list. */

import type { AnnotationsFile } from '#domain/archive/files.ts';
import { newAnnotation } from '#domain/article/annotations.ts';
import { unknownBibliography } from '#domain/article/bibliography/unknown-bibliography.ts';
import type { FileFault } from '#domain/contract/archive.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { type ArticleId, timeOfId } from '#domain/ids.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { KnownArticle } from './unit-content.ts';

type Annotations = Pick<AnnotationsFile, 'about' | 'passages' | 'tasks'>;

/** For a record that can't be read. When it was imported stands in its id; nothing else is known. */
export const unknownArticle = (id: ArticleId): KnownArticle => ({
  id,
  importedAt: toTimestamp(timeOfId(id)),
  words: 0,
  originalName: null,
  textSha256: null,
  found: {},
  previousVersionId: null,
  bibliography: unknownBibliography,
});

/** For annotations that can't be read. */
export const nothingSaid = (id: ArticleId, updatedAt: Timestamp): Annotations => ({
  about: newAnnotation(id, updatedAt),
  passages: [],
  tasks: [],
});

/** What is said of a file that can't be read; `file` is named where the error names none. */
export const toFault = (error: AppError, file: string): FileFault => {
  switch (error.code) {
    case 'archive-damaged':
    case 'archive-newer':
    case 'archive-unreadable':
      return error;
    default:
      return { code: 'archive-unreadable', file, reason: 'other' };
  }
};
