import type { ArticleRow } from '#domain/contract/article.ts';

/** What an article is called in the list: by its title, else by its first words. */
export const nameOfRow = ({ title, firstWords, fault }: ArticleRow): string =>
  title ?? (firstWords === '' && fault !== null ? 'An article that can’t be read' : firstWords);
