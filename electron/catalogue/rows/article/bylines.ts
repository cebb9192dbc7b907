import type { CatalogueState } from '../../catalogue-state.ts';

/** The authors as articles print them, each once, those of most articles first. */
export const bylines = ({ articles }: CatalogueState): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { bibliography } of articles.values()) {
    const { byline } = bibliography;
    if (byline !== null) counts.set(byline, (counts.get(byline) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([byline]) => byline);
};
