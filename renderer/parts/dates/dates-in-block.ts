import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { RelativeDate } from '#domain/dates/date-expression.ts';
import { findRelativeDates } from '#domain/dates/find-relative-dates.ts';
import { resolveDate } from '#domain/dates/resolve-date.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { analyse } from '#renderer/window/analyse.ts';
import type { WordedDate } from './print-resolved.ts';

/** What the reading of relative dates depends on. */
export type Published = Pick<Bibliography, 'language' | 'publishedAt' | 'dateCertainty'>;

/** A relative date with its place in the canonical text, UTF-16. */
export type TextDate = RelativeDate & WordedDate;

/** The relative dates of one block of the canonical text, in its order. */
export const datesInBlock = (
  canonicalText: string,
  { start, end }: TextRange,
  published: Published,
): readonly TextDate[] => {
  const text = canonicalText.slice(start, end);
  const find = () =>
    findRelativeDates(text, published.language).map((date) => ({
      ...date,
      start: date.start + start,
      end: date.end + start,
      words: text.slice(date.start, date.end),
      resolved: resolveDate(date, published),
    }));
  return analyse('dates', find, []);
};

/** Whether a date is entirely within `range`. */
export const isDateWithin =
  (range: TextRange) =>
  ({ start, end }: TextRange): boolean =>
    range.start <= start && end <= range.end;
