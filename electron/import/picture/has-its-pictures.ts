import { createHash } from 'node:crypto';
import { keptPictures } from '#domain/article/pictures/kept-pictures.ts';
import type { ArticlePicture, ParsedArticle } from '#domain/contract/importer-bridge.ts';
import { isPictureOf } from './check-drawn.ts';

const isItself = (picture: ArticlePicture): boolean =>
  isPictureOf(picture) &&
  createHash('sha256').update(Buffer.from(picture.base64, 'base64')).digest('hex') === picture.sha256;

/**
 * Whether the pictures of a text are what it says of them: each has the hash, the format and the size that it is said to
 * have, and each that the text names is there as it names it.
 */
export const hasItsPictures = ({
  body,
  pictures = [],
}: Pick<ParsedArticle, 'body' | 'pictures'>): boolean => {
  const bySha256 = new Map(pictures.map((picture) => [picture.sha256, picture]));
  const isThere = keptPictures(body).every(({ sha256, format, width, height }) => {
    const there = bySha256.get(sha256);
    return there?.format === format && there.width === width && there.height === height;
  });
  return isThere && bySha256.size === pictures.length && pictures.every(isItself);
};
