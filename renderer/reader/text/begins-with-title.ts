import { textBlockText } from '#domain/article/body/canonical-text.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether the text begins with its own title: then the head does not say it a second time. */
export const beginsWithTitle = ({ spans }: PreparedArticle, title: string): boolean => {
  const first = spans[0]?.block;
  return first?.type === 'heading' && words(textBlockText(first)) === words(title);
};
