import { normaliseContent } from '#domain/archive/content/parse-content.ts';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import {
  ANNOTATIONS_VERSION,
  ARTICLE_VERSION,
  BODY_VERSION,
  type FileContents,
  type FileKind,
  MEMO_VERSION,
} from '#domain/archive/files.ts';
import { pathOfPicture } from '#domain/memo/figure/stored-picture.ts';
import type { NewArticle, NewMemo } from '#electron/ports/archive.ts';
import { requireReadableSize } from '../../file/read/size-limits.ts';
import type { NewFiles } from '../../folder/new-folder.ts';

/**
 * The files of a new article's folder. Throws on a wrong shape, since writing it would make it unreadable, and the
 * system's word where a file would be too large to be read again.
 */
export const filesOfArticle = ({ article, body, annotations, original }: NewArticle): NewFiles => ({
  'article.json': bytesOf('article', { version: ARTICLE_VERSION, article }),
  'body.json': bytesOf('body', { version: BODY_VERSION, body }),
  'annotations.json': bytesOf('annotations', { version: ANNOTATIONS_VERSION, ...annotations }),
  [article.originalFile]: original,
});

/** The files of a new memo's folder. */
export const filesOfMemo = ({ memo, tasks, pictures = [] }: NewMemo): NewFiles => ({
  'memo.json': bytesOf('memo', { version: MEMO_VERSION, memo, tasks }),
  ...Object.fromEntries(pictures.map(({ picture, bytes }) => [pathOfPicture(picture), bytes])),
});

const bytesOf = <K extends FileKind>(kind: K, content: FileContents[K]): Uint8Array => {
  const bytes = Buffer.from(serialiseContent(normaliseContent(kind, content)), 'utf8');
  requireReadableSize(kind, bytes);
  return bytes;
};
