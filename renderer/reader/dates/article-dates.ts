/**
 * The relative dates of an article, found block by block as they are asked for and then kept: what is never seen is
 * never searched.
 */
import type { Bibliography } from '#domain/article/bibliography.ts';
import type { RelativeDate } from '#domain/dates/date-expression.ts';
import { findRelativeDates } from '#domain/dates/find/find-relative-dates.ts';
import { resolveDate } from '#domain/dates/resolve-date.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import type { MappedBlock } from '#renderer/editor/position-map.ts';
import type { WordedDate } from '#renderer/parts/dates/print-resolved.ts';
import { blocksOver } from '../drawing/layer.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';

/** A relative date where it stands in the canonical text, UTF-16. */
export type TextDate = RelativeDate & WordedDate;

export type ArticleDates = {
  /** In the order of the text: those of every block that `range` touches. */
  near(range: TextRange): readonly TextDate[];
  /** Those that lie whole in `range`. */
  within(range: TextRange): readonly TextDate[];
  /** The one that holds `offset`, or ends there; null for none. */
  at(offset: number): TextDate | null;
};

/** Until the article’s own are at hand. */
export const noDates: ArticleDates = { near: () => [], within: () => [], at: () => null };

type Published = Pick<Bibliography, 'language' | 'publishedAt' | 'dateCertainty'>;

export const createArticleDates = (
  { map, index }: Pick<PreparedArticle, 'map' | 'index'>,
  published: Published,
): ArticleDates => {
  const found = new Map<MappedBlock, readonly TextDate[]>();
  const search = ({ start, end }: MappedBlock): readonly TextDate[] => {
    const text = index.text.slice(start, end);
    return findRelativeDates(text, published.language).map((date) => ({
      ...date,
      start: date.start + start,
      end: date.end + start,
      words: text.slice(date.start, date.end),
      resolved: resolveDate(date, published),
    }));
  };
  const ofBlock = (block: MappedBlock): readonly TextDate[] => {
    const dates = found.get(block) ?? search(block);
    found.set(block, dates);
    return dates;
  };
  const near = (range: TextRange): readonly TextDate[] => blocksOver(map, range).flatMap(ofBlock);
  return {
    near,
    within: (range) => near(range).filter(({ start, end }) => range.start <= start && end <= range.end),
    at: (offset) =>
      near({ start: offset - 1, end: offset + 1 }).find(
        ({ start, end }) => start <= offset && offset <= end,
      ) ?? null,
  };
};
