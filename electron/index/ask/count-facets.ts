/**
 * Counts how many hits of a search have each label, tag, publication and grade, as if the search had no condition on
 * that field.
 */
import type { SearchFacet, SearchFacetValue } from '#domain/contract/search-archive.ts';
import type { LabelId } from '#domain/passage/label.ts';
import type { FoundAbout, SearchFacts } from '#domain/search/language/search-facts.ts';
import type { Clause } from '#domain/search/split-search.ts';
import { stateOfValue, withoutFields } from '#domain/search/written-conditions.ts';
import { tagsAbove } from '#domain/tag/tag-tree.ts';
import { type Grade, isUngraded } from '#domain/tradecraft/grade.ts';
import { printNamePath } from '#domain/tree/name-path.ts';
import { namePath } from '#domain/tree/record-tree.ts';
import { findEverything, findHits, type Hits, type Index, readSearch } from './find-hits.ts';

/** The number of tags and publications that are listed, the most frequent first. */
const MOST_NAMED = 40;

type Field = SearchFacet['field'];

/**
 * How many of the hits share each value. A set of tags, a grade and the data of an article are one object for all hits
 * that share it, so each is examined only once, with its count.
 */
type Shares = {
  readonly labels: Map<LabelId, number>;
  readonly tagSets: Map<SearchFacts['tagIds'], number>;
  readonly abouts: Map<FoundAbout, number>;
  readonly grades: Map<Grade, number>;
};

const add = <Key>(counts: Map<Key, number>, key: Key, times = 1): void =>
  void counts.set(key, (counts.get(key) ?? 0) + times);

const share = ({ labels: ofLabels, tagSets, abouts, grades }: Shares, facts: SearchFacts): void => {
  if (facts.label !== null) add(ofLabels, facts.label);
  if (facts.tagIds.length > 0) add(tagSets, facts.tagIds);
  if (facts.about.publisher !== null) add(abouts, facts.about);
  if (facts.grade !== null) add(grades, facts.grade);
};

/** Counts the values shared by the hits. */
const sharesOf = ({ memory }: Index, hits: Hits): Shares => {
  const shares: Shares = { labels: new Map(), tagSets: new Map(), abouts: new Map(), grades: new Map() };
  memory.documents.forEach((documents, kind) => {
    const found = hits[kind];
    documents.forEach((facts, number) => {
      if (facts !== undefined && found?.[number] === 1) share(shares, facts);
    });
  });
  return shares;
};

const commonest = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED);

/** The labels that are offered, and former ones that occur among the hits. */
const countLabels = ({ labels: counts }: Shares, { memory }: Index): readonly SearchFacetValue[] =>
  memory.labels.all
    .map(({ id, name, retiredAt }) => ({ isShown: retiredAt === null || counts.has(id), id, name }))
    .flatMap(({ isShown, id, name }) =>
      isShown
        ? [{ name, field: 'label', value: memory.labels.inSearch(id), count: counts.get(id) ?? 0 }]
        : [],
    );

const countTags = ({ tagSets }: Shares, index: Index): readonly SearchFacetValue[] => {
  const { tags } = index.memory;
  const counts = new Map<string, number>();
  for (const [tagIds, times] of tagSets)
    for (const { id } of tagsAbove(tags, tagIds)) add<string>(counts, id, times);
  return commonest(counts).map(([id, count]) => {
    const name = printNamePath(namePath(tags, id as never));
    return { name, field: 'tag', value: name, count };
  });
};

const countPublishers = ({ abouts }: Shares): readonly SearchFacetValue[] => {
  const counts = new Map<string, number>();
  for (const [{ publisher }, times] of abouts) if (publisher !== null) add(counts, publisher, times);
  return commonest(counts).map(([name, count]) => ({ name, field: 'publisher', value: name, count }));
};

const isGood = ({ reliability, credibility }: Grade): boolean =>
  (reliability === 'A' || reliability === 'B') && credibility !== null && credibility <= 3;

const countGrades = ({ grades }: Shares): readonly SearchFacetValue[] => {
  let [good, none] = [0, 0];
  for (const [grade, times] of grades) {
    if (isGood(grade)) good += times;
    else if (isUngraded(grade)) none += times;
  }
  return [
    { name: 'A or B, 1 to 3', field: 'grade', value: 'A1..B3', count: good },
    { name: 'Ungraded', field: 'is', value: 'ungraded', count: none },
  ];
};

const counters: Readonly<Record<Field, (shares: Shares, index: Index) => readonly SearchFacetValue[]>> = {
  label: countLabels,
  tag: countTags,
  publisher: countPublishers,
  grade: countGrades,
};
/** Whether a condition is on a value of the field. */
const isAbout: Readonly<Record<Field, (clause: Clause) => boolean>> = {
  label: ({ field }) => field === 'label',
  tag: ({ field }) => field === 'tag',
  publisher: ({ field }) => field === 'publisher',
  grade: ({ field, values }) => field === 'grade' || (field === 'is' && values.includes('ungraded')),
};
const fields = Object.keys(counters) as readonly Field[];

/** The hits of a search; everything for an empty one. */
const foundBy = (index: Index, text: string, isTyping: boolean): Shares => {
  const { node } = readSearch(index, text, { isTyping });
  return sharesOf(index, node === null ? findEverything(index) : findHits(index, node));
};

/** The facets of a search; none for an empty one. */
export const countFacets = (
  index: Index,
  { text, isTyping }: { readonly text: string; readonly isTyping: boolean },
): readonly SearchFacet[] => {
  const { node } = readSearch(index, text, { isTyping });
  if (node === null) return [];
  const whole = sharesOf(index, findHits(index, node));
  return fields.map((field) => {
    const rest = withoutFields(text, isAbout[field]);
    const found = rest === text ? whole : foundBy(index, rest, isTyping);
    const values = counters[field](found, index);
    // A value in the search can be removed from it, whatever its count.
    return {
      field,
      values: values.filter(
        (each) => each.count > 0 || stateOfValue(text, each.field, each.value) !== 'open',
      ),
    };
  });
};
