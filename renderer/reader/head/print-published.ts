import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';

/** The publication date with how sure it is: "22 April 2024 (stated)", "22 April 2024 (inferred)", "date unknown". */
export const printPublished = ({
  publishedAt,
  dateCertainty,
}: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>): string =>
  publishedAt === null ? 'date unknown' : `${printDay(publishedAt)} (${dateCertainty})`;
