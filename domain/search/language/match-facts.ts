/** Whether what was found meets a condition. */
import { firstDayOf, lastDayOf } from '../../dates/date-span.ts';
import { daysOf, type EdtfText, edtfOf } from '../../dates/when/edtf.ts';
import { contestedDates } from '../../event/contested-dates.ts';
import type { PassageId, SourceId, TagId } from '../../ids.ts';
import type { SourceKind } from '../../source/source.ts';
import { foldName } from '../../text/fold-text.ts';
import { type Timestamp, toTimestamp } from '../../time.ts';
import { isUngraded } from '../../tradecraft/grade.ts';
import type { Condition, DatePrecision, DateRange, GradeRange } from './condition.ts';
import type { FoundEvent, SearchFacts } from './search-facts.ts';
import type { SearchNode, SearchNotice } from './search-node.ts';

/** The current meaning of names and relations between records. */
export type FactBook = {
  /** The ids of the tags that a name means, with all below them, and of those merged into them. */
  readonly tagsNamed: (name: string) => ReadonlySet<string>;
  readonly labelsNamed: (name: string) => ReadonlySet<string>;
  readonly sourcesNamed: (name: string) => ReadonlySet<string>;
  readonly isCited: (id: string) => boolean;
  readonly originOf: (speakerId: SourceId | null, publicationId: SourceId | null) => string | null;
  /** The kind of a source; null where it is not a live source. */
  readonly kindOf: (id: SourceId | null) => SourceKind | null;
  readonly isTag: (id: TagId) => boolean;
  /** The facts of a passage; null where it is deleted or gone. */
  readonly passageFacts: (id: PassageId) => SearchFacts | null;
  /** Whether a passage has a newer reading, in a later version of its article. */
  readonly isOlderReading: (id: string | null) => boolean;
  /** Whether a follow-up is open on another reading of a passage. */
  readonly hasTaskElsewhere: (id: string | null) => boolean;
};

export type FactTest = (facts: SearchFacts) => boolean;

const lengthsOfDates = { year: 4, month: 7 } as const;

/**
 * Whether a date, as precise as it is known, or an interval of two (`2024-04-24/2024-04-26`), may be in the range,
 * or must be.
 */
const isInRange = (time: string, range: DateRange | DatePrecision): boolean => {
  const [date = time, until = date] = time.split('/');
  if ('knownTo' in range) return date.length === lengthsOfDates[range.knownTo];
  const { from, to, isWhole } = range;
  const edges = [firstDayOf(date), lastDayOf(until)] as const;
  const [first, last] = isWhole ? edges : [edges[1], edges[0]];
  return (from === null || first >= firstDayOf(from)) && (to === null || last <= lastDayOf(to));
};

/** The first and the last instant that a timestamp can express, in milliseconds. */
const [FIRST_MS, LAST_MS] = [
  Date.parse('0000-01-01T00:00Z'),
  Date.parse('9999-12-31T23:59:59.999Z'),
] as const;

/**
 * The first moment of a day, or of the day after it, on the clock of this machine: additions have an instant, and
 * are searched by days. A day that its month does not have, such as 31 February, is the last one of the month.
 */
const beginOf = (day: string, after: 0 | 1): Timestamp => {
  const last = lastDayOf(day.slice(0, 7));
  const begin = new Date(`${day < last ? day : last}T00:00`);
  begin.setDate(begin.getDate() + after);
  return toTimestamp(Math.min(LAST_MS, Math.max(FIRST_MS, begin.getTime())));
};

/** Whether an instant is within the days of a range. */
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
  passageFacts,
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
  withdrawn: ({ about }) => about.isWithdrawn,
  contested: ({ event }) => event !== null && isContested(event, passageFacts),
});

/** Only live statements count: a deleted passage contradicts nobody. */
const isContested = ({ date, sayings }: FoundEvent, passageFacts: FactBook['passageFacts']): boolean => {
  const said = sayings.filter(({ passageId }) => passageFacts(passageId) !== null).map((each) => each.date);
  return contestedDates(date as EdtfText, said as (EdtfText | null)[]).length > 0;
};

/** Whether the days of an event may be in the range, or must be. */
const isWhenInRange = (when: string, range: DateRange | DatePrecision): boolean => {
  if ('knownTo' in range) {
    const edtf = edtfOf(when);
    return edtf.kind === 'date' && edtf.date.kind === range.knownTo;
  }
  const { first, last } = daysOf(when);
  const from = range.from === null ? Number.NEGATIVE_INFINITY : daysOf(range.from).first;
  const to = range.to === null ? Number.POSITIVE_INFINITY : daysOf(range.to).last;
  return range.isWhole ? first >= from && last <= to : last >= from && first <= to;
};

/** An event by its date, an article by the dates in its details. */
const whensOf = ({ kind, event, about }: SearchFacts): readonly string[] =>
  event === null ? (kind === 'article' ? about.eventDates : []) : [event.date];

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
    case 'concerned': {
      const ids = union(values.map(book.sourcesNamed));
      return ({ concernedIds }) => concernedIds.some((id) => ids.has(id));
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

/** Conditions on an event itself, and not on its passages. */
const ofEventItself: ReadonlySet<Condition['field']> = new Set([
  'in',
  'when',
  'concerned',
  'added',
  'versions',
]);

/**
 * The test of a condition: its names are looked up once. An event meets a condition where it does itself, or one
 * of its passages does, since tags, grades and statements belong to passages.
 */
export const testOf = (condition: Condition, book: FactBook): FactTest => {
  const test = testAlone(condition, book);
  if (ofEventItself.has(condition.field)) return test;
  return (facts) =>
    test(facts) ||
    (facts.event?.sayings.some(({ passageId }) => {
      const passage = book.passageFacts(passageId);
      return passage !== null && test(passage);
    }) ??
      false);
};

const testAlone = (condition: Condition, book: FactBook): FactTest => {
  switch (condition.field) {
    case 'date':
      return ({ about: { publishedAt } }) =>
        publishedAt !== null && condition.values.some((range) => isInRange(publishedAt, range));
    case 'event':
      return ({ about }) =>
        about.eventDates.some((date) => condition.values.some((range) => isInRange(date, range)));
    case 'when':
      return (facts) =>
        whensOf(facts).some((when) => condition.values.some((range) => isWhenInRange(when, range)));
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

/** Where the names of a condition are looked up, and the notice for an unknown one. */
const lookedUp: Readonly<
  Partial<Record<Condition['field'], readonly [keyof FactBook & `${string}Named`, string]>>
> = {
  tag: ['tagsNamed', 'names no tag of this archive'],
  label: ['labelsNamed', 'names no label of this archive'],
  source: ['sourcesNamed', 'names no source of this archive'],
  origin: ['sourcesNamed', 'names no source of this archive'],
  concerned: ['sourcesNamed', 'names no source of this archive'],
};

/**
 * The names in a search that no tag or source has: a condition on one finds nothing, whatever the other conditions
 * are.
 */
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
