import type { ArticleId } from '../../ids.ts';
import { isOutOfText } from '../carried.ts';
import { type Passage, regionOf } from '../passage.ts';
import type { RegionSelector } from './region-selector.ts';

/** A region, and the article whose folder has its picture. */
export type PictureRegion = Pick<RegionSelector, 'picture' | 'xywh'> & { readonly articleId: ArticleId };

/** The region that a passage of the article is; null where it quotes words. An orphan has that of the copy it came from. */
export const pictureRegionOf = (
  passage: Pick<Passage, 'selectors' | 'carriedFrom'>,
  articleId: ArticleId,
): PictureRegion | null => {
  const region = regionOf(passage);
  if (region === null) return null;
  const { carriedFrom } = passage;
  const home = carriedFrom !== null && isOutOfText(passage) ? carriedFrom.articleId : articleId;
  return { articleId: home, picture: region.picture, xywh: region.xywh };
};
