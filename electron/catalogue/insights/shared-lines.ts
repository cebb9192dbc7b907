/** The rows and columns that several tables have: tags, origins, and what has none. */
import type { TagLevel } from '#domain/insights/chart-question.ts';
import { type CrossCount, commonest } from '#domain/insights/cross-count.ts';
import { clause, type InsightLine, insightLine, notClause } from '#domain/insights/insight-table.ts';
import { nameInSearch } from '#domain/search/written/name-in-search.ts';
import { originOf } from '#domain/source/origin-of.ts';
import type { Source } from '#domain/source/source.ts';
import type { Tag } from '#domain/tag/tag.ts';
import { resolveTags, tagsAbove } from '#domain/tag/tag-tree.ts';
import { branchOf, namePath } from '#domain/tree/record-tree.ts';
import type { CatalogueState, TagSet, Voice } from '../catalogue-state.ts';
import { remembering } from './found.ts';

export const NONE = 'none';
const REST = 'rest';

/** A row that holds what has none of something. */
export const noneLine = (name: string, field: string, count: number): InsightLine =>
  insightLine({
    id: NONE,
    name,
    tick: 'none',
    isUnknown: true,
    clauses: [notClause('has', field)],
    count,
  });

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
    name: namePath(state.tags, id).join(' / '),
    tick: name,
    count: countOf(id),
  }));
  return commonest(named, most).map((line) =>
    insightLine({ ...line, clauses: [clause('tag', nameInSearch(state.tags, line.id as Tag['id']))] }),
  );
};

/** The origin of a voice, and the origins that stand above it, as a search counts them. */
export type VoiceOrigins = { readonly origin: Source | null; readonly ids: readonly string[] };

export const originsOfVoices = ({ sources }: CatalogueState): ((voice: Voice) => VoiceOrigins) =>
  remembering(({ speakerId, publicationId }) => {
    const origin = originOf(sources, speakerId, publicationId);
    return { origin, ids: origin === null ? [NONE] : branchOf(sources, origin.id).map(({ id }) => id) };
  });

/** The commonest origins, and how many there are. */
export const originLines = (
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

/** What has one of a field that is none of `shown`; none where there is no such. */
export const restLine = (
  what: string,
  field: string,
  shown: readonly InsightLine[],
  count: number,
): readonly InsightLine[] => {
  const named = shown.flatMap(({ clauses }) => clauses?.[0]?.values ?? []);
  const isAsked = named.length > 0 ? [notClause(field, ...named)] : [];
  return count === 0
    ? []
    : [
        insightLine({
          id: REST,
          name: what,
          tick: 'others',
          clauses: [clause('has', field), ...isAsked],
          count,
        }),
      ];
};

/** Adds to a count what stands in some lines, and in none of those shown. */
export const withRest =
  (shown: ReadonlySet<string>) =>
  (ids: readonly string[]): readonly string[] => {
    if (ids.includes(NONE)) return [NONE];
    const in_ = ids.filter((id) => shown.has(id));
    return in_.length === 0 ? [REST] : in_;
  };

export const cellsOf = (
  counts: CrossCount,
  rows: readonly InsightLine[],
  columns: readonly InsightLine[],
): readonly (readonly number[])[] =>
  rows.map((row) => columns.map((column) => counts.cell(row.id, column.id)));

export { REST };
