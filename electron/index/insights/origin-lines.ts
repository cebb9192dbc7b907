import { commonest, createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightLine, insightLine } from '#domain/insights/insight-table.ts';
import { remembering } from '#domain/remembering.ts';
import { nameInSearch } from '#domain/search/written/name-in-search.ts';
import { originOf } from '#domain/source/origin-of.ts';
import type { Source } from '#domain/source/source.ts';
import { branchOf } from '#domain/tree/record-tree.ts';
import type { CatalogueState, Voice } from '../catalogue-state.ts';
import { countBy, type Found } from './found.ts';
import { NONE, noneLine, REST, restLine } from './shared-lines.ts';

/** The origin of a voice, and the origins that stand above it, as a search counts them. */
type VoiceOrigins = { readonly origin: Source | null; readonly ids: readonly string[] };

const originsOfVoices = ({ sources }: CatalogueState): ((voice: Voice) => VoiceOrigins) =>
  remembering(({ speakerId, publicationId }) => {
    const origin = originOf(sources, speakerId, publicationId);
    return { origin, ids: origin === null ? [NONE] : branchOf(sources, origin.id).map(({ id }) => id) };
  });

/** The commonest origins. */
const originLines = (
  { sources }: CatalogueState,
  origins: ReadonlySet<Source>,
  countOf: (id: string) => number,
  most: number,
): readonly InsightLine[] => {
  const named = [...origins].map(({ id, name, reliability }) => ({
    id,
    name,
    detail: reliability,
    count: countOf(id),
  }));
  return commonest(named, most).map((line) =>
    insightLine({ ...line, clauses: [clause('origin', nameInSearch(sources, line.id as Source['id']))] }),
  );
};

/** Where passages stand by their origin: the commonest each in a line, the others in one, those without in another. */
export type ByOrigin = {
  /** The ids of the lines in which the passages of a voice stand. */
  readonly idsOf: (voice: Voice) => readonly string[];
  /** The lines; `countOf` says how many passages stand in the line of an id. */
  readonly lines: (countOf: (id: string) => number) => readonly InsightLine[];
};

/** @param most so many origins have a line of their own */
export const byOrigin = (state: CatalogueState, { hits }: Found, most: number): ByOrigin => {
  const originsOf = originsOfVoices(state);
  const counts = createCrossCount();
  const origins = new Set<Source>();
  for (const [voice, count] of countBy(hits, ({ entry }) => entry.voice)) {
    const { origin, ids } = originsOf(voice);
    counts.add(ids, [], count);
    if (origin !== null) origins.add(origin);
  }
  const shown = originLines(state, origins, counts.row, most);
  const shownIds = new Set(shown.map(({ id }) => id));
  const more = origins.size - shown.length;
  return {
    idsOf(voice) {
      const { ids } = originsOf(voice);
      if (ids.includes(NONE)) return ids;
      const inShown = ids.filter((id) => shownIds.has(id));
      return inShown.length === 0 ? [REST] : inShown;
    },
    lines: (countOf) => [
      ...shown,
      ...restLine(more === 1 ? '1 more origin' : `${more} more origins`, 'origin', shown, countOf(REST)),
      ...noneLine('No origin set', 'origin', countOf(NONE)),
    ],
  };
};
