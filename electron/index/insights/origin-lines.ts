import { commonest, createCrossCount } from '#domain/insights/cross-count.ts';
import { clause, type InsightLine, insightLine } from '#domain/insights/insight-table.ts';
import { remembering } from '#domain/remembering.ts';
import { nameInSearch } from '#domain/search/written-conditions.ts';
import { originOf, type Source } from '#domain/source/source.ts';
import { branchOf, resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState, Voice } from '../catalogue-state.ts';
import { compareTexts } from '../order/text-order.ts';
import { originsOfFound } from './base-of-found.ts';
import { countBy, type Found } from './found.ts';
import { NONE, noneLine, REST, restLine } from './shared-lines.ts';

/** The origins by their sources: all sources of one origin share a line, under the first of them. */
type Lines = {
  readonly lineOf: ReadonlyMap<string, string>;
  readonly sourcesOf: ReadonlyMap<string, readonly Source[]>;
};

const linesOf = (state: CatalogueState, found: Found): Lines => {
  const sourcesOf = new Map<string, readonly Source[]>();
  for (const { sources } of originsOfFound(state, found)) {
    const own = sources
      .flatMap(({ id }) => resolveRecord(state.sources, id) ?? [])
      .sort((a, b) => compareTexts(a.name, b.name));
    const [first] = own;
    if (first !== undefined) sourcesOf.set(first.id, own);
  }
  const lineOf = [...sourcesOf].flatMap(([line, sources]) => sources.map(({ id }) => [id, line] as const));
  return { lineOf: new Map(lineOf), sourcesOf };
};

/** The line of a voice's origin, and the ids of the sources above it, as a search counts them. */
type VoiceOrigins = { readonly origin: string | null; readonly ids: readonly string[] };

const originsOfVoices = ({ sources }: CatalogueState, { lineOf }: Lines): ((voice: Voice) => VoiceOrigins) =>
  remembering(({ speakerId, publicationId }) => {
    const origin = originOf(sources, speakerId, publicationId);
    if (origin === null) return { origin: null, ids: [NONE] };
    const ids = branchOf(sources, origin.id).map(({ id }) => lineOf.get(id) ?? id);
    return { origin: lineOf.get(origin.id) ?? origin.id, ids: [...new Set(ids)] };
  });

/** The most frequent origins. */
const originLines = (
  { sources }: CatalogueState,
  { sourcesOf }: Lines,
  origins: ReadonlySet<string>,
  countOf: (id: string) => number,
  most: number,
): readonly InsightLine[] => {
  const named = [...origins].map((id) => {
    const together = sourcesOf.get(id) ?? [];
    const [first, ...others] = together;
    return {
      id,
      name: together.map(({ name }) => name).join(', '),
      ...(others.length === 0 && { detail: first?.reliability ?? null }),
      count: countOf(id),
    };
  });
  return commonest(named, most).map((line) => {
    const values = (sourcesOf.get(line.id) ?? []).map(({ id }) => nameInSearch(sources, id));
    return insightLine({ ...line, clauses: [clause('origin', ...values)] });
  });
};

/**
 * Passages grouped by origin: the most frequent in a line each, the others in one, those without an origin in another.
 */
export type ByOrigin = {
  /** The ids of the lines that count the passages of a voice. */
  readonly idsOf: (voice: Voice) => readonly string[];
  /** The lines; `countOf` returns the number of passages in the line with an id. */
  readonly lines: (countOf: (id: string) => number) => readonly InsightLine[];
};

/** @param most the number of origins with a line of their own */
export const byOrigin = (state: CatalogueState, found: Found, most: number): ByOrigin => {
  const lines = linesOf(state, found);
  const originsOfVoice = originsOfVoices(state, lines);
  const counts = createCrossCount();
  const origins = new Set<string>();
  for (const [voice, count] of countBy(found.hits, ({ entry }) => entry.voice)) {
    const { origin, ids } = originsOfVoice(voice);
    counts.add(ids, [], count);
    if (origin !== null) origins.add(origin);
  }
  const shown = originLines(state, lines, origins, counts.row, most);
  const shownIds = new Set(shown.map(({ id }) => id));
  const more = origins.size - shown.length;
  return {
    idsOf(voice) {
      const { ids } = originsOfVoice(voice);
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
