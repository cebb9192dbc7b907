import type { ArticleId } from '../../ids.ts';
import type { StoredPicture } from '../../picture/stored-picture.ts';
import { isOutOfText } from '../carried.ts';
import { type Passage, regionOf } from '../passage.ts';
import type { Rectangle } from './rectangle.ts';
import { isOfPage, pixelsOf } from './region-selector.ts';

/** The pixels of a region: which of which picture, in the folder of which article. */
export type PictureRegion = {
  readonly articleId: ArticleId;
  readonly picture: StoredPicture;
  readonly xywh: Rectangle;
  /** What it is a region of. */
  readonly of: 'picture' | 'page';
};

/**
 * The region that a passage of the article is; null where it quotes words. An orphan has that of the copy it came from.
 */
export const pictureRegionOf = (
  passage: Pick<Passage, 'selectors' | 'carriedFrom'>,
  articleId: ArticleId,
): PictureRegion | null => {
  const region = regionOf(passage);
  if (region === null) return null;
  const { carriedFrom } = passage;
  const home = carriedFrom !== null && isOutOfText(passage) ? carriedFrom.articleId : articleId;
  return {
    articleId: home,
    picture: region.picture,
    xywh: pixelsOf(region),
    of: isOfPage(region) ? 'page' : 'picture',
  };
};
