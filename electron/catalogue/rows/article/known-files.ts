import type { KnownFile } from '#domain/article/known/known-articles.ts';
import { createYielder } from '#electron/time/yielder.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { citedArticles } from './cited-articles.ts';

/** What every article is cited as, and what its file was known by; in the order of their ids, of several versions the newest. */
export const knownFiles = async (state: CatalogueState): Promise<readonly KnownFile[]> => {
  const yielder = createYielder();
  const files: KnownFile[] = [];
  for (const known of citedArticles(state)) {
    await yielder.yieldIfDue();
    // It may have gone meanwhile.
    if (!state.articles.has(known.articleId)) continue;
    const { originalName, bibliography, found } = state.stored.article(known.articleId).article;
    const stated = [known.bibliography.url, bibliography.url, found.url?.value ?? null];
    const addresses = [...new Set(stated.filter((url) => url !== null))];
    files.push({ ...known, addresses, originalName });
  }
  return files;
};
