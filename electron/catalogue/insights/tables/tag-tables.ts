import type { TagLevel } from '#domain/insights/chart-question.ts';
import { type CrossCount, createCrossCount } from '#domain/insights/cross-count.ts';
import {
  clause,
  type InsightLine,
  type InsightTable,
  type LeftOut,
  notClause,
} from '#domain/insights/insight-table.ts';
import type { Source } from '#domain/source/source.ts';
import type { CatalogueState, TagSet, Voice } from '../../catalogue-state.ts';
import { countBy, type Found } from '../found.ts';
import {
  cellsOf,
  NONE,
  noneLine,
  originLines,
  originsOfVoices,
  restLine,
  tagIdsOf,
  tagLines,
  withRest,
} from '../shared-lines.ts';

const MOST_TAGS = 12;
const MOST_ORIGINS = 8;

const tagsIn = (
  state: CatalogueState,
  sets: ReadonlyMap<TagSet, number>,
  level: TagLevel,
): { readonly tags: readonly InsightLine[]; readonly counts: CrossCount } => {
  const counts = createCrossCount();
  const idsOf = tagIdsOf(state);
  for (const [set, count] of sets) counts.add(idsOf(set), [], count);
  return { tags: tagLines(state, sets.keys(), level, counts.row, MOST_TAGS), counts };
};

/** Those that have tags, and none of the shown ones. */
const underOthers = (
  idsOf: (set: TagSet) => readonly string[],
  sets: ReadonlyMap<TagSet, number>,
  tags: readonly InsightLine[],
): readonly LeftOut[] => {
  const shown = new Set(tags.map(({ id }) => id));
  let count = 0;
  for (const [set, of] of sets) {
    const ids = idsOf(set);
    if (!ids.includes(NONE) && !ids.some((id) => shown.has(id))) count += of;
  }
  const names = tags.flatMap(({ clauses }) => clauses?.[0]?.values ?? []);
  return count === 0
    ? []
    : [
        {
          says: 'under other tags alone',
          count,
          clauses: [clause('has', 'tag'), notClause('tag', ...names)],
        },
      ];
};

/** Which tags stand together on passages; what is below a tag counts for it. */
export const tagsTable = (state: CatalogueState, { hits }: Found, level: TagLevel): InsightTable => {
  const sets = countBy(hits, ({ entry }) => entry.tagSet);
  const { tags, counts: all } = tagsIn(state, sets, level);
  const idsOf = tagIdsOf(state);
  const shown = new Set(tags.map(({ id }) => id));
  const counts = createCrossCount();
  for (const [set, count] of sets) {
    const ids = idsOf(set).filter((id) => shown.has(id));
    counts.add(ids, ids, count);
  }
  const untagged = all.row(NONE);
  return {
    rowName: 'Tag',
    columnName: 'and tag',
    rows: tags,
    columns: tags,
    cells: cellsOf(counts, tags, tags),
    clauses: [],
    count: hits.length,
    leftOut: [
      ...underOthers(idsOf, sets, tags),
      ...(untagged === 0
        ? []
        : [{ says: 'without a tag', count: untagged, clauses: [notClause('has', 'tag')] }]),
    ],
  };
};

/** How many share a set of tags and a voice. */
const pairsOf = ({
  hits,
}: Found): readonly { readonly set: TagSet; readonly voice: Voice; count: number }[] => {
  const pairs = new Map<TagSet, Map<Voice, { readonly set: TagSet; readonly voice: Voice; count: number }>>();
  for (const { entry } of hits) {
    const ofSet = pairs.get(entry.tagSet) ?? new Map();
    pairs.set(entry.tagSet, ofSet);
    const pair = ofSet.get(entry.voice) ?? { set: entry.tagSet, voice: entry.voice, count: 0 };
    pair.count += 1;
    ofSet.set(entry.voice, pair);
  }
  return [...pairs.values()].flatMap((ofSet) => [...ofSet.values()]);
};

const originsIn = (state: CatalogueState, found: Found) => {
  const originsOf = originsOfVoices(state);
  const counts = createCrossCount();
  const origins = new Set<Source>();
  for (const [voice, count] of countBy(found.hits, ({ entry }) => entry.voice)) {
    const { origin, ids } = originsOf(voice);
    counts.add(ids, [], count);
    if (origin !== null) origins.add(origin);
  }
  const shown = originLines(state, origins, counts.row, MOST_ORIGINS);
  return { originsOf, shown, more: origins.size - shown.length };
};

/** Whose words stand under which tags. */
export const tagOriginsTable = (state: CatalogueState, found: Found, level: TagLevel): InsightTable => {
  const sets = countBy(found.hits, ({ entry }) => entry.tagSet);
  const { tags } = tagsIn(state, sets, level);
  const { originsOf, shown, more } = originsIn(state, found);
  const idsOf = tagIdsOf(state);
  const inShown = withRest(new Set(shown.map(({ id }) => id)));
  const shownTags = new Set([...tags.map(({ id }) => id), NONE]);
  const counts = createCrossCount();
  for (const { set, voice, count } of pairsOf(found)) {
    counts.add(
      idsOf(set).filter((id) => shownTags.has(id)),
      inShown(originsOf(voice).ids),
      count,
    );
  }
  const untagged = counts.row(NONE);
  const rows = [...tags, ...(untagged === 0 ? [] : [noneLine('No tag', 'tag', untagged)])];
  const columns = [
    ...shown,
    ...restLine(
      more === 1 ? '1 more origin' : `${more} more origins`,
      'origin',
      shown,
      counts.column('rest'),
    ),
    ...(counts.column(NONE) === 0 ? [] : [noneLine('No origin set', 'origin', counts.column(NONE))]),
  ];
  return {
    rowName: 'Tag',
    columnName: 'Independent origin',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [],
    count: found.hits.length,
    leftOut: underOthers(idsOf, sets, tags),
  };
};
