/** How many of what a search finds have each label, tag, publication and grade, as if none were asked of that field. */
import type { SearchFacet, SearchFacetValue } from '#domain/contract/search-archive.ts';
import { labels, labelTable } from '#domain/passage/label.ts';
import { parseSearch } from '#domain/search/language/parse-search.ts';
import type { SearchFacts } from '#domain/search/language/search-facts.ts';
import { stateOfValue, withoutFields } from '#domain/search/written/change-condition.ts';
import type { Clause } from '#domain/search/written/split-search.ts';
import { tagsAbove } from '#domain/tag/tag-tree.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { namePath } from '#domain/tree/record-tree.ts';
import { findHits, type Hits, type Index } from './find-hits.ts';

/** So many tags and publications are named, the commonest first. */
const MOST_NAMED = 40;

type Field = SearchFacet['field'];

/** The facts of what was found; of everything where nothing is asked for. */
const factsOf = ({ memory }: Index, hits: Hits | null): readonly SearchFacts[] =>
  memory.documents.flatMap((documents, kind) => {
    const found = hits?.[kind];
    if (found === undefined) return documents.flatMap((facts) => facts ?? []);
    const held: SearchFacts[] = [];
    for (let number = found.indexOf(1); number !== -1; number = found.indexOf(1, number + 1)) {
      const facts = documents[number];
      if (facts !== undefined) held.push(facts);
    }
    return held;
  });

const commonest = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMED);

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const countLabels = (found: readonly SearchFacts[]): readonly SearchFacetValue[] => {
  const counts = new Map<string, number>();
  for (const { label } of found) if (label !== null) add(counts, label);
  return labels.map((label) => ({
    name: labelTable[label].name,
    field: 'label',
    value: label,
    count: counts.get(label) ?? 0,
  }));
};

const countTags = (found: readonly SearchFacts[], index: Index): readonly SearchFacetValue[] => {
  const { tags } = index.memory;
  const counts = new Map<string, number>();
  for (const { tagIds } of found) {
    if (tagIds.length > 0) for (const { id } of tagsAbove(tags, tagIds)) add(counts, id);
  }
  return commonest(counts).map(([id, count]) => {
    const name = namePath(tags, id as never).join(' / ');
    return { name, field: 'tag', value: name, count };
  });
};

const countPublishers = (found: readonly SearchFacts[]): readonly SearchFacetValue[] => {
  const counts = new Map<string, number>();
  for (const { about } of found) if (about.publisher !== null) add(counts, about.publisher);
  return commonest(counts).map(([name, count]) => ({ name, field: 'publisher', value: name, count }));
};

const isGood = ({ grade }: SearchFacts): boolean =>
  grade !== null &&
  (grade.reliability === 'A' || grade.reliability === 'B') &&
  grade.credibility !== null &&
  grade.credibility <= 3;

const countGrades = (found: readonly SearchFacts[]): readonly SearchFacetValue[] => {
  let [good, none] = [0, 0];
  for (const facts of found) {
    if (isGood(facts)) good += 1;
    else if (facts.grade !== null && isUngraded(facts.grade)) none += 1;
  }
  return [
    { name: 'A or B, 1 to 3', field: 'grade', value: 'A1..B3', count: good },
    { name: 'Ungraded', field: 'is', value: 'ungraded', count: none },
  ];
};

const counters: Readonly<
  Record<Field, (found: readonly SearchFacts[], index: Index) => readonly SearchFacetValue[]>
> = {
  label: countLabels,
  tag: countTags,
  publisher: countPublishers,
  grade: countGrades,
};
/** Whether a condition asks for a value of the field. */
const isAbout: Readonly<Record<Field, (clause: Clause) => boolean>> = {
  label: ({ field }) => field === 'label',
  tag: ({ field }) => field === 'tag',
  publisher: ({ field }) => field === 'publisher',
  grade: ({ field, values }) => field === 'grade' || (field === 'is' && values.includes('ungraded')),
};
const fields = Object.keys(counters) as readonly Field[];

/** What a search finds; everything where nothing is asked for. */
const foundBy = (index: Index, text: string, isTyping: boolean): readonly SearchFacts[] => {
  const { node } = parseSearch(text, { isTyping });
  return factsOf(index, node === null ? null : findHits(index, node));
};

/** The facets of a search; none where nothing is asked for. */
export const countFacets = (
  index: Index,
  { text, isTyping }: { readonly text: string; readonly isTyping: boolean },
): readonly SearchFacet[] => {
  const { node } = parseSearch(text, { isTyping });
  if (node === null) return [];
  const whole = factsOf(index, findHits(index, node));
  return fields.map((field) => {
    const rest = withoutFields(text, isAbout[field]);
    const found = rest === text ? whole : foundBy(index, rest, isTyping);
    const values = counters[field](found, index);
    // What is said of can be taken back, whatever it finds.
    return {
      field,
      values: values.filter(
        (each) => each.count > 0 || stateOfValue(text, each.field, each.value) !== 'open',
      ),
    };
  });
};
