import type { LanguageCount } from '#domain/task/day-words.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { countBy } from '../../insights/found.ts';

/** How many articles are in each language; those of which it is not known count to none. */
export const languages = ({ articles }: CatalogueState): readonly LanguageCount[] => {
  const known = [...articles.values()].flatMap(({ bibliography }) => bibliography.language ?? []);
  return [...countBy(known, (language) => language)].map(([language, count]) => ({
    language,
    articles: count,
  }));
};
