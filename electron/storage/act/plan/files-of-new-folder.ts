import { ANNOTATIONS_VERSION, ARTICLE_VERSION, BODY_VERSION, MEMO_VERSION } from '#domain/archive/files.ts';
import { pathOfPicture } from '#domain/picture/stored-picture.ts';
import type { NewArticle, NewMemo, PictureFile } from '#electron/ports/archive.ts';
import { bytesOfContent } from '../../file/bytes-of-content.ts';
import type { NewFiles } from '../../folder/new-folder.ts';

const filesOfPictures = (pictures: readonly PictureFile[] = []): NewFiles =>
  Object.fromEntries(pictures.map(({ picture, bytes }) => [pathOfPicture(picture), bytes]));

/** The files of a new article's folder. Throws as bytesOfContent does. */
export const filesOfArticle = ({ article, body, annotations, original, pictures }: NewArticle): NewFiles => ({
  'article.json': bytesOfContent('article', { version: ARTICLE_VERSION, article }),
  'body.json': bytesOfContent('body', { version: BODY_VERSION, body }),
  'annotations.json': bytesOfContent('annotations', { version: ANNOTATIONS_VERSION, ...annotations }),
  [article.originalFile]: original,
  ...filesOfPictures(pictures),
});

/** The files of a new memo's folder. Throws as bytesOfContent does. */
export const filesOfMemo = ({ memo, tasks, pictures }: NewMemo): NewFiles => ({
  'memo.json': bytesOfContent('memo', { version: MEMO_VERSION, memo, tasks }),
  ...filesOfPictures(pictures),
});
