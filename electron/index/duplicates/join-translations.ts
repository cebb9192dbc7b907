/**
 * A translation and its original have one origin: an article declared to be the translation of another counts as having
 * the same text when origins are counted. The similarity of their words does not matter.
 */
import type { ArticleId } from '#domain/ids.ts';
import type { LaterDuplicateIndex } from './enter-later.ts';

export type TranslationLinks = {
  /** Sets the translations of the article; returns whether that changes anything. */
  put(id: ArticleId, translations: readonly ArticleId[]): boolean;
  /** The articles that it translates, and those that translate it. */
  linkedTo(id: ArticleId): readonly ArticleId[];
  /** The article that it is declared to translate; null if there is none. */
  originalOf(id: ArticleId): ArticleId | null;
  isEmpty(): boolean;
};

export const createTranslationLinks = (): TranslationLinks => {
  const translations = new Map<ArticleId, readonly ArticleId[]>();
  const originals = (id: ArticleId): readonly ArticleId[] =>
    [...translations].flatMap(([original, all]) => (all.includes(id) ? [original] : []));
  return {
    put(id, wanted) {
      const before = translations.get(id) ?? [];
      if (before.join() === wanted.join()) return false;
      if (wanted.length === 0) translations.delete(id);
      else translations.set(id, wanted);
      return true;
    },
    linkedTo: (id) => [...(translations.get(id) ?? []), ...originals(id)],
    originalOf: (id) => originals(id)[0] ?? null,
    isEmpty: () => translations.size === 0,
  };
};

/** The index of texts, in which a translation counts as having the text of its original. */
export const joinTranslations = (
  duplicates: LaterDuplicateIndex,
  links: TranslationLinks,
): LaterDuplicateIndex => {
  const carriersOf = (id: ArticleId): readonly ArticleId[] => {
    const all = new Set(duplicates.carriersOf(id));
    // The loop also visits what is added during it.
    for (const each of all)
      for (const linked of links.linkedTo(each))
        for (const carrier of duplicates.carriersOf(linked)) all.add(carrier);
    return [...all].sort();
  };
  return {
    ...duplicates,
    carriersOf: (id) => (links.isEmpty() ? duplicates.carriersOf(id) : carriersOf(id)),
    textOf(id) {
      if (links.isEmpty()) return duplicates.textOf(id);
      const [first = id] = carriersOf(id);
      return duplicates.textOf(first);
    },
  };
};
