/** Whether what was found meets a condition. */
import { firstDayOf, lastDayOf } from '../../dates/date-span.ts';
import type { SourceId, TagId } from '../../ids.ts';
import type { SourceKind } from '../../source/source.ts';
import { foldName } from '../../text/fold-text.ts';
import { type Timestamp, toTimestamp } from '../../time.ts';
import { isUngraded } from '../../tradecraft/grade.ts';
import type { Condition, DatePrecision, DateRange, GradeRange } from './condition.ts';
import type { SearchFacts } from './search-facts.ts';
import type { SearchNode, SearchNotice } from './search-node.ts';

/** What names and relations between records stand for now. */
export type FactBook = {
  /** The ids of the tags that a name means, with all below them, and of those merged into them. */
  readonly tagsNamed: (name: string) => ReadonlySet<string>;
  readonly labelsNamed: (name: string) => ReadonlySet<string>;
  readonly sourcesNamed: (name: string) => ReadonlySet<string>;
  readonly isCited: (id: string) => boolean;
  readonly originOf: (speakerId: SourceId | null, publicationId: SourceId | null) => string | null;
  /** What a source is; null where it is not one any more. */
  readonly kindOf: (id: SourceId | null) => SourceKind | null;
  readonly isTag: (id: TagId) => boolean;
  /** Whether a passage has a newer reading, in a later version of its article. */
  readonly isOlderReading: (id: string | null) => boolean;
  /** Whether a follow-up is open on another reading of a passage. */
  readonly hasTaskElsewhere: (id: string | null) => boolean;
};

export type FactTest = (facts: SearchFacts) => boolean;

const lengthsOfDates = { year: 4, month: 7 } as const;

/**
 * Whether a date, as precise as it is known, or an interval of two (`2024-04-24/2024-04-26`), may lie in the range, or
 * has to.
 */
const isInRange = (time: string, range: DateRange | DatePrecision): boolean => {
  const [date = time, until = date] = time.split('/');
  if ('knownTo' in range) return date.length === lengthsOfDates[range.knownTo];
  const { from, to, isWhole } = range;
  const edges = [firstDayOf(date), lastDayOf(until)] as const;
  const [first, last] = isWhole ? edges : [edges[1], edges[0]];
  return (from === null || first >= firstDayOf(from)) && (to === null || last <= lastDayOf(to));
};

/** The first and the last instant that a timestamp can say, in milliseconds. */
const [FIRST_MS, LAST_MS] = [
  Date.parse('0000-01-01T00:00Z'),
  Date.parse('9999-12-31T23:59:59.999Z'),
] as const;

/**
 * The first moment of a day, or of the one after it, on the clock of this machine: what is added bears an instant, and
 * is asked for by days. A day that its month does not have, such as the 31st of February, is the last one of the month.
 */
const beginOf = (day: string, after: 0 | 1): Timestamp => {
  const last = lastDayOf(day.slice(0, 7));
  const begin = new Date(`${day < last ? day : last}T00:00`);
  begin.setDate(begin.getDate() + after);
  return toTimestamp(Math.min(LAST_MS, Math.max(FIRST_MS, begin.getTime())));
};

/** Whether an instant lies in the days of a range. */
const instantTest = (range: DateRange | DatePrecision): ((at: Timestamp) => boolean) => {
  // An instant is known to the day and beyond.
  if ('knownTo' in range) return () => false;
  const from = range.from === null ? null : beginOf(firstDayOf(range.from), 0);
  const before = range.to === null ? null : beginOf(lastDayOf(range.to), 1);
  return (at) => (from === null || at >= from) && (before === null || at < before);
};

const isOfGrade = ({ grade }: SearchFacts, { reliability, credibility }: GradeRange): boolean => {
  if (grade === null) return false;
  const holds = <T>(allowed: readonly T[] | null, value: T | null): boolean =>
    allowed === null || (value !== null && allowed.includes(value));
  return holds<string>(reliability, grade.reliability) && holds<number>(credibility, grade.credibility);
};

const holdsFolded = (text: string | null, part: string): boolean =>
  text !== null && foldName(text).includes(part);

const isInLanguage = (language: string | null, wanted: string): boolean => {
  const [own, asked] = [language?.toLowerCase() ?? '', wanted.toLowerCase()];
  return own === asked || own.startsWith(`${asked}-`);
};

const stateTests = ({
  isCited,
  isTag,
  kindOf,
  originOf,
  hasTaskElsewhere,
}: FactBook): Readonly<Record<string, FactTest>> => ({
  task: ({ hasTask, citableId }) => hasTask || hasTaskElsewhere(citableId),
  note: ({ hasNote }) => hasNote,
  relation: ({ hasRelation }) => hasRelation,
  tag: ({ tagIds }) => tagIds.some(isTag),
  speaker: ({ speakerId }) => kindOf(speakerId) !== null,
  origin: ({ speakerId, about }) => originOf(speakerId, about.publicationId) !== null,
  date: ({ about }) => about.publishedAt !== null,
  event: ({ about }) => about.eventDates.length > 0,
  ungraded: ({ grade }) => grade !== null && isUngraded(grade),
  orphan: ({ isOrphan }) => isOrphan,
  unread: ({ about }) => about.isUnread,
  cited: ({ citableId }) => citableId !== null && isCited(citableId),
});

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

const testNames = (
  { field, values }: Extract<Condition, { values: readonly string[] }>,
  book: FactBook,
): FactTest => {
  const folded = values.map(foldName);
  switch (field) {
    case 'tag': {
      const ids = union(values.map(book.tagsNamed));
      return ({ tagIds }) => tagIds.some((id) => ids.has(id));
    }
    case 'source': {
      const ids = union(values.map(book.sourcesNamed));
      return ({ speakerId, about }) => ids.has(speakerId ?? '') || ids.has(about.publicationId ?? '');
    }
    case 'origin': {
      const ids = union(values.map(book.sourcesNamed));
      return ({ speakerId, about }) => ids.has(book.originOf(speakerId, about.publicationId) ?? '');
    }
    case 'article':
      return ({ about }) =>
        values.some((id) => id === about.articleId) || folded.some((name) => holdsFolded(about.title, name));
    case 'publisher':
      return ({ about }) => folded.some((name) => holdsFolded(about.publisher, name));
    case 'author':
      return ({ about }) => folded.some((name) => holdsFolded(about.author, name));
    case 'lang':
      return ({ about }) => values.some((wanted) => isInLanguage(about.language, wanted));
    case 'translated':
      return ({ about }) =>
        about.translations.some(({ language }) => values.some((wanted) => isInLanguage(language, wanted)));
    case 'translator':
      return ({ about }) =>
        about.translations.some(({ translators }) =>
          translators.some((name) => folded.some((part) => holdsFolded(name, part))),
        );
    case 'label': {
      const ids = union(values.map(book.labelsNamed));
      return ({ label }) => ids.has(label ?? '');
    }
    case 'in':
      return ({ kind }) => values.includes(kind);
    case 'kind':
      return ({ speakerId, about }) =>
        values.includes(book.kindOf(speakerId) ?? book.kindOf(about.publicationId) ?? '');
    case 'versions': {
      if (values.includes('all')) return () => true;
      return ({ citableId }) => values.includes(book.isOlderReading(citableId) ? 'older' : 'newest');
    }
    case 'has':
    case 'is': {
      const states = stateTests(book);
      const tests = values.flatMap((value) => states[value] ?? []);
      return (facts) => tests.some((test) => test(facts));
    }
  }
};

/** The test of a condition: its names are looked up once. */
export const testOf = (condition: Condition, book: FactBook): FactTest => {
  switch (condition.field) {
    case 'date':
      return ({ about: { publishedAt } }) =>
        publishedAt !== null && condition.values.some((range) => isInRange(publishedAt, range));
    case 'event':
      return ({ about }) =>
        about.eventDates.some((date) => condition.values.some((range) => isInRange(date, range)));
    case 'added': {
      const tests = condition.values.map(instantTest);
      return ({ addedAt }) => addedAt !== null && tests.some((test) => test(addedAt));
    }
    case 'grade':
    case 'reliability':
    case 'credibility':
      return (facts) => condition.values.some((range) => isOfGrade(facts, range));
    default:
      return testNames(condition, book);
  }
};

/** What the names of a condition are looked up in, and what is said of one that is not there. */
const lookedUp: Readonly<
  Partial<Record<Condition['field'], readonly [keyof FactBook & `${string}Named`, string]>>
> = {
  tag: ['tagsNamed', 'names no tag of this archive'],
  label: ['labelsNamed', 'names no label of this archive'],
  source: ['sourcesNamed', 'names no source of this archive'],
  origin: ['sourcesNamed', 'names no source of this archive'],
};

/** The names in a search that no tag or source has: a condition on one finds nothing, whatever else is asked. */
export const unknownNames = (node: SearchNode | null, book: FactBook): readonly SearchNotice[] => {
  switch (node?.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap((each) => unknownNames(each, book));
    case 'not':
      return unknownNames(node.node, book);
    case 'condition':
      return namesOf(node.condition).flatMap((name) => {
        const [find, says] = lookedUp[node.condition.field] ?? [];
        const isKnown = find === undefined || book[find](name).size > 0;
        return isKnown || says === undefined ? [] : [{ part: `${node.condition.field}:${name}`, says }];
      });
    default:
      return [];
  }
};

const namesOf = ({ values }: Condition): readonly string[] =>
  values.filter((value): value is string => typeof value === 'string');
