import type { TagLevel } from '#domain/insights/chart-question.ts';
import { commonest } from '#domain/insights/cross-count.ts';
import {
  clause,
  type InsightLine,
  insightLine,
  type LeftOut,
  notClause,
} from '#domain/insights/insight-table.ts';
import { remembering } from '#domain/remembering.ts';
import { nameInSearch } from '#domain/search/written-conditions.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { resolveTags, tagsAbove } from '#domain/tag/tag-tree.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { branchOf, namePath } from '#domain/tree/record-tree.ts';
import type { CatalogueState, TagSet } from '../catalogue-state.ts';
import { NONE, valuesOf } from './shared-lines.ts';

/** The ids of the tags under which a set is counted: what is below a tag counts for it. */
export const tagIdsOf = ({ tags }: CatalogueState): ((set: TagSet) => readonly string[]) =>
  remembering(({ ids }) => {
    const above = [...tagsAbove(tags, ids)].map(({ id }) => id);
    return above.length === 0 ? [NONE] : above;
  });

const tagsAsked = ({ tags }: CatalogueState, sets: Iterable<TagSet>, level: TagLevel): readonly Tag[] => [
  ...new Set(
    [...sets].flatMap(({ ids }) =>
      level === 'top'
        ? resolveTags(tags, ids).flatMap(({ id }) => branchOf(tags, id)[0] ?? [])
        : resolveTags(tags, ids),
    ),
  ),
];

/** The commonest of the tags that the sets have, at the top of the tree or wherever they stand. */
export const tagLines = (
  state: CatalogueState,
  sets: Iterable<TagSet>,
  level: TagLevel,
  countOf: (id: string) => number,
  most: number,
): readonly InsightLine[] => {
  const named = tagsAsked(state, sets, level).map(({ id, name }) => ({
    id,
    name: printNamePath(namePath(state.tags, id)),
    tick: name,
    count: countOf(id),
  }));
  return commonest(named, most).map((line) =>
    insightLine({ ...line, clauses: [clause('tag', nameInSearch(state.tags, line.id as Tag['id']))] }),
  );
};

/** The passages that have tags and none of those `shown`; `sets` says how many have each set of tags. */
export const underOtherTags = (
  says: string,
  idsOf: (set: TagSet) => readonly string[],
  sets: ReadonlyMap<TagSet, number>,
  shown: readonly InsightLine[],
): readonly LeftOut[] => {
  const shownIds = new Set(shown.map(({ id }) => id));
  let count = 0;
  for (const [set, ofSet] of sets) {
    const ids = idsOf(set);
    if (!ids.includes(NONE) && !ids.some((id) => shownIds.has(id))) count += ofSet;
  }
  return count === 0
    ? []
    : [{ says, count, clauses: [clause('has', 'tag'), notClause('tag', ...valuesOf(shown))] }];
};
