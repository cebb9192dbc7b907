import type { TagLevel } from '#domain/insights/chart-question.ts';
import { type CrossCount, createCrossCount } from '#domain/insights/cross-count.ts';
import { type InsightLine, type InsightTable, notClause } from '#domain/insights/insight-table.ts';
import type { CatalogueState, TagSet, Voice } from '../../catalogue-state.ts';
import { countBy, type Found } from '../found.ts';
import { byOrigin } from '../origin-lines.ts';
import { cellsOf, NONE, noneLine } from '../shared-lines.ts';
import { tagIdsOf, tagLines, underOtherTags } from '../tag-lines.ts';

const MOST_TAGS = 12;
const MOST_ORIGINS = 8;
const UNDER_OTHERS = 'under other tags alone';

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

/** Which tags occur together on passages; a tag below another also counts for it. */
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
      ...underOtherTags(UNDER_OTHERS, idsOf, sets, tags),
      ...(untagged === 0
        ? []
        : [{ says: 'without a tag', count: untagged, clauses: [notClause('has', 'tag')] }]),
    ],
  };
};

/** The number of passages for each pair of a set of tags and a voice. */
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

/** Which origins' words have which tags. */
export const tagOriginsTable = (state: CatalogueState, found: Found, level: TagLevel): InsightTable => {
  const sets = countBy(found.hits, ({ entry }) => entry.tagSet);
  const { tags } = tagsIn(state, sets, level);
  const origins = byOrigin(state, found, MOST_ORIGINS);
  const idsOf = tagIdsOf(state);
  const shownTags = new Set([...tags.map(({ id }) => id), NONE]);
  const counts = createCrossCount();
  for (const { set, voice, count } of pairsOf(found)) {
    counts.add(
      idsOf(set).filter((id) => shownTags.has(id)),
      origins.idsOf(voice),
      count,
    );
  }
  const rows = [...tags, ...noneLine('No tag', 'tag', counts.row(NONE))];
  const columns = origins.lines(counts.column);
  return {
    rowName: 'Tag',
    columnName: 'Independent origin',
    rows,
    columns,
    cells: cellsOf(counts, rows, columns),
    clauses: [],
    count: found.hits.length,
    leftOut: underOtherTags(UNDER_OTHERS, idsOf, sets, tags),
  };
};
