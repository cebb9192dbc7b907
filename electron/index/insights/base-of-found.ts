import type { InsightBase } from '#domain/contract/insights.ts';
import { remembering } from '#domain/remembering.ts';
import { originsOf } from '#domain/source/origin-of.ts';
import type { Source } from '#domain/source/source.ts';
import type { CatalogueState, Voice } from '../catalogue-state.ts';
import { originsOfHit } from '../rows/passage/origins-of-hit.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';
import type { Found } from './found.ts';

/** The origins of a passage: those of its voice, or of the text that its article has in common with others. */
const originsOfHits = (state: CatalogueState): ((hit: Hit) => readonly Source[]) => {
  const spoken = remembering(({ speakerId }: Voice) => originsOf(state.sources, speakerId, [null]));
  const unspoken = remembering((_article: Hit['article']) => new Map<Voice, readonly Source[]>());
  return (hit) => {
    const { voice } = hit.entry;
    const ofSpeaker = spoken(voice);
    if (ofSpeaker.length > 0) return ofSpeaker;
    const ofArticle = unspoken(hit.article);
    const known = ofArticle.get(voice) ?? originsOfHit(state, hit);
    ofArticle.set(voice, known);
    return known;
  };
};

/** Joins what is of one origin; a passage with several origins makes them one. */
const joinOrigins = () => {
  const above = new Map<Source, Source>();
  const topOf = (source: Source): Source => {
    let top = source;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  return {
    topOf,
    join(origins: readonly Source[]): void {
      const tops = origins.map(topOf);
      const [first] = tops;
      for (const top of tops) if (first !== undefined && top !== first) above.set(top, first);
    },
  };
};

/** What all charts are about, and on how many independent origins it rests. */
export const baseOfFound = (state: CatalogueState, { hits, articles }: Found): InsightBase => {
  const originsOfOne = originsOfHits(state);
  const { topOf, join } = joinOrigins();
  const counts = new Map<Source, number>();
  for (const hit of hits) {
    const origins = originsOfOne(hit);
    const [first] = origins;
    if (first === undefined) continue;
    join(origins);
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const [largest] = [...counts].sort((a, b) => b[1] - a[1]);
  return {
    passages: hits.length,
    articles: articles.size,
    origins: new Set([...counts.keys()].map(topOf)).size,
    largest: largest === undefined ? null : { name: largest[0].name, count: largest[1] },
  };
};
