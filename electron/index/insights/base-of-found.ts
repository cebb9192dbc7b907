import type { InsightBase } from '#domain/contract/insights.ts';
import { knownOrigins, originsOf } from '#domain/source/origins-of.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import type { Found } from './found.ts';

const originsIn = (state: CatalogueState, { hits }: Found) =>
  knownOrigins(originsOf(hits.map((hit) => provenanceOf(state, hit))));

/** Any change creates a new `Found` object: see answerInsights. */
const known = new WeakMap<Found, ReturnType<typeof originsIn>>();

/** The known origins of the found passages, the most frequent first; computed once for all charts of them. */
export const originsOfFound = (state: CatalogueState, found: Found): ReturnType<typeof originsIn> => {
  const origins = known.get(found) ?? originsIn(state, found);
  known.set(found, origins);
  return origins;
};

/** The passages that all charts cover, and the number of their independent origins. */
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
