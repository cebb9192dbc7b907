import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import { textBlockText } from '#domain/article/body/canonical-text.ts';
import { printDay } from '#renderer/parts/dates/print-date.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';

/** The publication date with its certainty: "22 April 2024 (stated)", "22 April 2024 (inferred)", "date unknown". */
export const printPublished = ({
  publishedAt,
  dateCertainty,
}: Pick<Bibliography, 'publishedAt' | 'dateCertainty'>): string =>
  publishedAt === null ? 'date unknown' : `${printDay(publishedAt)} (${dateCertainty})`;

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether the text begins with its own title: the head then does not repeat it. */
export const beginsWithTitle = ({ spans }: PreparedArticle, title: string): boolean => {
  const first = spans[0]?.block;
  return first?.type === 'heading' && words(textBlockText(first)) === words(title);
};
