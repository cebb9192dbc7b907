/**
 * The relative dates of an article, searched block by block on demand and then cached: what is never shown is never
 * searched.
 */
import type { TextRange } from '#domain/text/selector.ts';
import type { MappedBlock } from '#renderer/editor/position-map.ts';
import {
  datesInBlock,
  isDateWithin,
  type Published,
  type TextDate,
} from '#renderer/parts/dates/dates-in-block.ts';
import { blocksOver } from '../state/layer.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ArticleDates } from '../state/reader-store.ts';

export const createArticleDates = (
  { map, index }: Pick<PreparedArticle, 'map' | 'index'>,
  published: Published,
): ArticleDates => {
  const found = new Map<MappedBlock, readonly TextDate[]>();
  const ofBlock = (block: MappedBlock): readonly TextDate[] => {
    const dates = found.get(block) ?? datesInBlock(index.text, block, published);
    found.set(block, dates);
    return dates;
  };
  const near = (range: TextRange): readonly TextDate[] => blocksOver(map, range).flatMap(ofBlock);
  return {
    near,
    within: (range) => near(range).filter(isDateWithin(range)),
    at: (offset) =>
      near({ start: offset - 1, end: offset + 1 }).find(
        ({ start, end }) => start <= offset && offset <= end,
      ) ?? null,
  };
};
