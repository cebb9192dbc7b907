import type { InsightBase } from '#domain/contract/insights.ts';
import { knownOrigins, originsOf } from '#domain/source/origins-of.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import type { Found } from './found.ts';

/** The known origins of what was found, those of most passages first. */
export const originsOfFound = (state: CatalogueState, { hits }: Found) =>
  knownOrigins(originsOf(hits.map((hit) => provenanceOf(state, hit))));

/** What all charts are about, and on how many independent origins it rests. */
export const baseOfFound = (state: CatalogueState, found: Found): InsightBase => {
  const origins = originsOfFound(state, found);
  const [largest] = origins;
  return {
    passages: found.hits.length,
    articles: found.articles.size,
    origins: origins.length,
    largest: largest === undefined ? null : { name: largest.name ?? '', count: largest.passages.length },
  };
};
