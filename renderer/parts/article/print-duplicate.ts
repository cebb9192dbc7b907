import type { DuplicateArticle } from '#domain/contract/article.ts';
import type { CalendarDate } from '#domain/time.ts';
import { printShortDay } from '../dates/print-date.ts';

/** "same text as", or the similarity: shares are estimates, so 100 % is never printed for differing texts. */
export const printSameness = ({ isSameText, likeness }: DuplicateArticle): string =>
  isSameText ? 'Same text as' : `Shares ${Math.min(99, Math.floor(likeness * 100))} % of its text with`;

/** “Blinken in Beijing”, or the first words of an untitled article. */
export const printDuplicateName = ({ title, firstWords }: DuplicateArticle): string =>
  `“${title ?? firstWords}”`;

/** "The Harbour Dispatch, 22 April": where and when it was printed; empty if neither is known. */
export const printDuplicatePlace = (
  { publisher, publishedAt }: DuplicateArticle,
  today: CalendarDate,
): string =>
  [publisher, publishedAt === null ? null : printShortDay(publishedAt, today)]
    .filter((part) => part !== null)
    .join(', ');
