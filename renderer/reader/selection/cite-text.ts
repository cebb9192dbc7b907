import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { addressOf } from '#domain/article/bibliography/doi.ts';
import { inQuotationMarks } from '#domain/text/quotation-marks.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';

const quoteTitle = (title: string | null): string => (title === null ? 'untitled' : inQuotationMarks(title));

/**
 * A text copied with where it comes from (ICS 206-01): author, title, publisher, date, place, address and date of
 * access, as far as they are known. `quotation` stands as it is, on lines of its own.
 */
export const citeText = (quotation: string, bibliography: Bibliography, place: string | null): string => {
  const { byline, title, publisher, publishedAt, dateCertainty, accessedAt } = bibliography;
  const date = publishedAt === null ? 'date unknown' : printDay(publishedAt);
  const parts = [
    byline,
    quoteTitle(title),
    publisher,
    dateCertainty === 'inferred' && publishedAt !== null ? `${date} (inferred)` : date,
    place,
    addressOf(bibliography),
    accessedAt === null ? null : `accessed ${printDay(accessedAt)}`,
  ];
  return `${quotation}\n— ${parts.filter((part) => part !== null).join(', ')}`;
};
