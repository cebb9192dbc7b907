import type { PassageId } from '#domain/ids.ts';
import {
  type ContradictionGraph,
  type GraphLink,
  type GraphPassage,
  groupsOf,
} from '#domain/insights/contradictions.ts';
import { passageWords } from '#domain/passage/passage.ts';
import { snippetOf } from '#domain/search/snippet.ts';
import { sameOrigin } from '#domain/source/compare-origins.ts';
import { resolveRecord } from '#domain/tree/record-tree.ts';
import type { CatalogueState } from '../catalogue-state.ts';
import { findPassage, linksOf } from '../relations.ts';
import { memosCitingReading } from '../rows/memo/citing-memos.ts';
import { provenanceOf } from '../rows/passage/origins-of-hit.ts';
import type { Hit } from '../rows/passage/passage-rows.ts';
import { storedPassage } from '../stored-records.ts';
import type { Found } from './found.ts';

/** The number of contradictions examined closely; the others are only counted. */
const MOST_LINKS = 60;
/** In UTF-16 units: about four lines of a card. */
const QUOTE_LENGTH = 150;

type Pair = { readonly from: PassageId; readonly to: PassageId };

const keyOf = (a: PassageId, b: PassageId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Each contradiction with an end among the hits, once, whichever end stores it. */
const contradictionsAmong = (state: CatalogueState, hits: readonly Hit[]): readonly Pair[] => {
  const pairs = new Map<string, Pair>();
  for (const { entry } of hits) {
    for (const { type, direction, entry: other } of linksOf(state, entry)) {
      const key = keyOf(entry.id, other.id);
      if (type !== 'contradicts' || pairs.has(key)) continue;
      const [from, to] = direction === 'to' ? [entry.id, other.id] : [other.id, entry.id];
      pairs.set(key, { from, to });
    }
  }
  return [...pairs.values()];
};

const memosOn = (state: CatalogueState, { from, to }: Pair): readonly string[] => {
  const others = memosCitingReading(state, to);
  return memosCitingReading(state, from)
    .filter((id) => others.includes(id))
    .flatMap((id) => state.memos.get(id)?.memo.head.referenceNumber ?? []);
};

const isOneOrigin = (state: CatalogueState, a: Hit, b: Hit): boolean =>
  sameOrigin(provenanceOf(state, a), provenanceOf(state, b)) !== null;

/** The other relations among the passages of one group, and which of the passages have the same origin. */
const otherLinks = (
  state: CatalogueState,
  group: readonly PassageId[],
  contradictions: ReadonlySet<string>,
): readonly GraphLink[] => {
  const hits = group.flatMap((id) => findPassage(state, id) ?? []);
  const said = hits.flatMap(({ entry }) =>
    linksOf(state, entry)
      .filter(({ type, direction, entry: { id } }) => {
        return type !== 'contradicts' && direction === 'to' && group.includes(id);
      })
      .map(({ type, entry: { id } }): GraphLink => ({ from: entry.id, to: id, type, citedIn: [] })),
  );
  const shared = hits.flatMap((a, at) =>
    hits
      .slice(at + 1)
      .filter((b) => !contradictions.has(keyOf(a.entry.id, b.entry.id)) && isOneOrigin(state, a, b))
      .map((b): GraphLink => ({ from: a.entry.id, to: b.entry.id, type: 'same-origin', citedIn: [] })),
  );
  return [...said, ...shared];
};

const graphPassage = (state: CatalogueState, hit: Hit): GraphPassage => {
  const { article, entry } = hit;
  return {
    id: entry.id,
    articleId: article.id,
    label: entry.label,
    grade: entry.grade,
    quote: snippetOf(passageWords(storedPassage(state.stored, entry)), [], QUOTE_LENGTH),
    speaker: resolveRecord(state.sources, entry.voice.speakerId)?.name ?? null,
    publication: article.bibliography.publisher,
    paragraph: entry.paragraph,
  };
};

/** The contradictions with an end among the found passages, the largest groups first. */
export const contradictionsOf = (state: CatalogueState, { hits }: Found): ContradictionGraph => {
  const pairs = contradictionsAmong(state, hits);
  const groupOf = new Map(groupsOf(pairs).flatMap((group, at) => group.map((id) => [id, at] as const)));
  const shown = pairs
    .toSorted((a, b) => (groupOf.get(a.from) ?? 0) - (groupOf.get(b.from) ?? 0))
    .slice(0, MOST_LINKS);
  const keys = new Set(shown.map(({ from, to }) => keyOf(from, to)));
  const groups = groupsOf(shown);
  return {
    passages: groups.flat().flatMap((id) => {
      const hit = findPassage(state, id);
      return hit === null ? [] : [graphPassage(state, hit)];
    }),
    links: [
      ...shown.map((pair): GraphLink => ({ ...pair, type: 'contradicts', citedIn: memosOn(state, pair) })),
      ...groups.flatMap((group) => otherLinks(state, group, keys)),
    ],
    count: pairs.length,
    shownCount: shown.length,
  };
};
