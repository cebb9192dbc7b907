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

/** The ids of the tags for which a set counts: a tag below another also counts for it. */
export const tagIdsOf = ({ tags }: CatalogueState): ((set: TagSet) => readonly string[]) =>
  remembering(({ ids }) => {
    const above = [...tagsAbove(tags, ids)].map(({ id }) => id);
    return above.length === 0 ? [NONE] : above;
  });

/**
 * The tags above several of `asked` at which their branches part: without them sub-tags would have no parent in the
 * table.
 */
const tagsThatJoin = ({ tags }: CatalogueState, asked: readonly Tag[]): readonly Tag[] => {
  const below = new Map<Tag, Set<Tag>>();
  for (const { id } of asked) {
    for (const [at, tag] of branchOf(tags, id).entries()) {
      const above = branchOf(tags, id)[at - 1];
      if (above !== undefined) below.set(above, (below.get(above) ?? new Set()).add(tag));
    }
  }
  return [...below].filter(([, parts]) => parts.size > 1).map(([tag]) => tag);
};

const tagsAsked = (state: CatalogueState, sets: Iterable<TagSet>, level: TagLevel): readonly Tag[] => {
  const { tags } = state;
  const own = [...new Set([...sets].flatMap(({ ids }) => resolveTags(tags, ids)))];
  return level === 'top'
    ? [...new Set(own.flatMap(({ id }) => branchOf(tags, id)[0] ?? []))]
    : [...new Set([...own, ...tagsThatJoin(state, own)])];
};

/**
 * Places each tag below its nearest shown ancestor, next to those of its own branch, in the order of `lines`, which
 * begins with the most frequent. A tag without such an ancestor keeps its whole path.
 */
const inTreeOrder = ({ tags }: CatalogueState, lines: readonly InsightLine[]): readonly InsightLine[] => {
  const shown = new Set(lines.map(({ id }) => id));
  const placed = lines.map((line) => {
    const branch = branchOf(tags, line.id as Tag['id']);
    const at = branch.findLastIndex(({ id }) => id !== line.id && shown.has(id));
    const ownName = printNamePath(branch.slice(at + 1).map(({ name }) => name));
    return { line, root: branch[0]?.id ?? line.id, above: branch[at]?.id ?? null, ownName };
  });
  const below = (above: string | null, depth: number): readonly InsightLine[] =>
    placed
      .filter((each) => each.above === above)
      .flatMap(({ line, ownName }) => [{ ...line, depth, ownName }, ...below(line.id, depth + 1)]);
  const reached = below(null, 0);
  const reachedIds = new Set(reached.map(({ id }) => id));
  // In a merged file two tags may each be below the other: they are listed all the same.
  const ordered = [...reached, ...lines.filter(({ id }) => !reachedIds.has(id))];
  const roots = [...new Set(placed.map(({ root }) => root))];
  const rootOf = new Map(placed.map(({ line, root }) => [line.id, root]));
  return roots.flatMap((root) => ordered.filter(({ id }) => rootOf.get(id) === root));
};

/** The most frequent tags of the sets, at the top level or at any; sub-tags below their tag. */
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
  const lines = commonest(named, most).map((line) =>
    insightLine({ ...line, clauses: [clause('tag', nameInSearch(state.tags, line.id as Tag['id']))] }),
  );
  return inTreeOrder(state, lines);
};

/** The passages that have tags but none of those `shown`; `sets` has the number of passages for each set of tags. */
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
