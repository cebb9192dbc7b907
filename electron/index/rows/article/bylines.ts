import type { CatalogueState } from '../../catalogue-state.ts';
import { countBy } from '../../insights/found.ts';

/** The authors as articles print them, each once, those of most articles first. */
export const bylines = ({ articles }: CatalogueState): readonly string[] => {
  const printed = [...articles.values()].flatMap(({ bibliography }) => bibliography.byline ?? []);
  return [...countBy(printed, (byline) => byline)].sort(([, a], [, b]) => b - a).map(([byline]) => byline);
};
