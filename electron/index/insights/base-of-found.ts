import type { InsightBase } from '#domain/contract/insights.ts';
import { knownOrigins, originsOf } from '#domain/source/origins-of.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import type { Found } from './found.ts';

const originsIn = (state: CatalogueState, { hits }: Found) =>
  knownOrigins(originsOf(hits.map((hit) => provenanceOf(state, hit))));

/** What was found is another once anything has changed: see answerInsights. */
const known = new WeakMap<Found, ReturnType<typeof originsIn>>();

/** The known origins of what was found, those of most passages first; worked out once for all charts of it. */
export const originsOfFound = (state: CatalogueState, found: Found): ReturnType<typeof originsIn> => {
  const origins = known.get(found) ?? originsIn(state, found);
  known.set(found, origins);
  return origins;
};

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
