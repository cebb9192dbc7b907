/** The chronology: events and the event dates of articles, in the order of time, and their rows. */
import {
  type Chronology,
  type ChronologyRow,
  chronologyFlags,
  chronologyKey,
  type EventDetail,
  type SayingRow,
} from '#domain/contract/event.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type EventDate, printEventTimeAsIso } from '#domain/dates/event-date.ts';
import {
  compareEdges,
  type DayEdges,
  dayInOrder,
  daysOf,
  type EdtfText,
  edtfSchema,
} from '#domain/dates/when/edtf.ts';
import { contestedDates } from '#domain/event/contested-dates.ts';
import { distinctPassages, type Event, MAX_EVENT_TITLE, type Saying } from '#domain/event/event.ts';
import type { ArticleId, EventId, SourceId } from '#domain/ids.ts';
import { type SearchFacts, searchKinds } from '#domain/search/language/search-facts.ts';
import { credibilities } from '#domain/tradecraft/credibility.ts';
import { type Grade, isUngraded } from '#domain/tradecraft/grade.ts';
import { reliabilities } from '#domain/tradecraft/reliability.ts';
import type { Yielder } from '#electron/time/yielder.ts';
import { findHits, type Hits, type Index, readSearch } from '../../ask/find-hits.ts';
import type { ArticleEntry, CatalogueState, PassageEntry, Readings } from '../../catalogue-state.ts';
import { type EventEntry, findEvent } from '../../event-table.ts';
import { findById } from '../../find-by-id.ts';
import { readingsOf } from '../../readings.ts';
import { findPassage } from '../../relations.ts';
import { passageRow } from '../passage/passage-rows.ts';
import { sourceRefsOf } from '../source/source-ref.ts';

const EVENT = searchKinds.indexOf('event');
const ARTICLE = searchKinds.indexOf('article');

/** A saying of an event, with its passage in its newest reading, if it exists. */
export type Held = Saying & { readonly entry: PassageEntry | null };

/** A passage that was carried to a new version of its article is represented by its newest reading. */
const entryOf = (state: CatalogueState, { articleId, passageId }: Saying): PassageEntry | null => {
  const [newest] = readingsOf(state).of(passageId);
  const place = newest ?? { articleId, passageId };
  // The place of every passage is only computed for passages that are not where they were.
  const article = state.articles.get(place.articleId);
  const there = article && findById(article.readings, place.passageId);
  return there ?? findPassage(state, place.passageId)?.entry ?? null;
};

export const heldBy = (state: CatalogueState, { sayings }: Event): readonly Held[] =>
  sayings.map((saying) => ({ ...saying, entry: entryOf(state, saying) }));

/** Only existing passages count. */
export const contestedBy = ({ date }: Event, held: readonly Held[]): readonly EdtfText[] =>
  contestedDates(
    date,
    held.flatMap((each) => (each.entry === null ? [] : [each.date])),
  );

type Line = { readonly key: string; readonly days: DayEdges; readonly flags: number };

/** The inputs of a line: the readings of passages, and their articles. */
type MadeLine = {
  readonly line: Line;
  readonly readings: Readings;
  readonly articles: readonly (readonly [ArticleId, ArticleEntry | undefined])[];
};

const madeLines = new WeakMap<EventEntry, MadeLine>();

/** The line of an event; made once until the event or its passages change. */
const lineOfEvent = (state: CatalogueState, entry: EventEntry): Line => {
  const known = madeLines.get(entry);
  const readings = readingsOf(state);
  if (
    known?.readings === readings &&
    known.articles.every(([id, article]) => state.articles.get(id) === article)
  )
    return known.line;
  const { sayings } = entry.event;
  // Ten thousand events are processed at the first question, so nothing is copied.
  const held = sayings.map((saying) => entryOf(state, saying));
  const line = makeLine(entry, held);
  const ids = new Set(sayings.map(({ articleId }) => articleId));
  for (const each of held) if (each !== null) ids.add(each.articleId);
  const articles = [...ids].map((id) => [id, state.articles.get(id)] as const);
  madeLines.set(entry, { line, readings, articles });
  return line;
};

/** @param held the passages of its sayings, in the same order; null for a missing one */
const makeLine = ({ event, days, isInferred }: EventEntry, held: readonly (PassageEntry | null)[]): Line => {
  const given = event.sayings.flatMap(({ date }, at) => (held[at] === null ? [] : [date]));
  const { isContested, isUnsupported, isInferred: inferred } = chronologyFlags;
  return {
    key: event.id,
    days,
    flags:
      (isInferred ? inferred : 0) |
      (contestedDates(event.date, given).length > 0 ? isContested : 0) |
      (given.length > 0 ? 0 : isUnsupported),
  };
};

const edtfOfDate = (date: EventDate): EdtfText => edtfSchema.parse(printEventTimeAsIso(date));

const linesOfArticle = ({ id, about }: ArticleEntry): readonly Line[] =>
  about.eventDates.map((date, at) => ({
    key: chronologyKey(id, at),
    days: daysOf(edtfOfDate(date)),
    flags: chronologyFlags.isOfArticle,
  }));

/** The record ids of the hits of one kind. */
const idsFound = (
  { memory }: Index,
  hits: Hits,
  kind: number,
  idOf: (facts: SearchFacts) => string | null | undefined,
): ReadonlySet<string> => {
  const documents = memory.documents[kind] ?? [];
  const found = documents.flatMap((facts, number) =>
    facts === undefined || hits[kind]?.[number] !== 1 ? [] : (idOf(facts) ?? []),
  );
  return new Set(found);
};

/** The events and articles that a search finds; null for all. */
const foundBy = (index: Index, text: string) => {
  const { node } = readSearch(index, text, { isTyping: true });
  if (node === null) return null;
  const hits = findHits(index, node);
  return {
    events: idsFound(index, hits, EVENT, ({ event }) => event?.id),
    articles: idsFound(index, hits, ARTICLE, ({ citableId }) => citableId),
  };
};

const byTime = (a: Line, b: Line): number =>
  compareEdges(a.days, b.days) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

const sortedLines = new WeakMap<CatalogueState, readonly Line[]>();

/** The lines of all events in the order of time; sorted once until an event changes. */
const linesOfEvents = (state: CatalogueState): readonly Line[] => {
  const lines = [...state.events.byId.values()].map((entry) => lineOfEvent(state, entry));
  const known = sortedLines.get(state) ?? [];
  const before = new Set(known);
  const added = lines.filter((line) => !before.has(line));
  if (added.length === 0 && known.length === lines.length) return known;
  const now = new Set(lines);
  // A change affects few lines: the others are in order already, from which the sort benefits.
  const sorted = [...known.filter((line) => now.has(line)), ...added].sort(byTime);
  sortedLines.set(state, sorted);
  return sorted;
};

/** Makes the lines of all events before they are needed, a few at a time. */
export const warmLines = async (state: CatalogueState, yielder: Yielder): Promise<void> => {
  let made = 0;
  for (const entry of state.events.byId.values()) {
    lineOfEvent(state, entry);
    made += 1;
    if (made % 64 === 0) await yielder.yieldIfDue();
  }
  linesOfEvents(state);
};

/** The lines of all events, or of those that concern a source or one below it. */
const linesAbout = (state: CatalogueState, sourceId: SourceId | undefined): readonly Line[] => {
  const lines = linesOfEvents(state);
  if (sourceId === undefined) return lines;
  const meant = state.index().memory.book().sourcesNamed(sourceId);
  const isAbout = ({ event }: EventEntry): boolean => event.concernedIds.some((id) => meant.has(id));
  const keys = new Set<string>([...state.events.byId].flatMap(([id, entry]) => (isAbout(entry) ? [id] : [])));
  return lines.filter(({ key }) => keys.has(key));
};

/**
 * The lines that a search finds, in the order of time; the search is still being typed. Event dates of articles concern
 * no source.
 */
export const chronology = (
  state: CatalogueState,
  { text, concernedId }: Input<'event:chronology'>,
): Chronology => {
  const found = foundBy(state.index(), text);
  const articles = [...state.articles.values()].filter(
    ({ about }) => concernedId === undefined && about.eventDates.length > 0,
  );
  const about = linesAbout(state, concernedId);
  const ofEvents = about.filter(({ key }) => found?.events.has(key) !== false);
  const ofArticles = articles.filter(({ id }) => found?.articles.has(id) !== false).flatMap(linesOfArticle);
  const lines = ofArticles.length === 0 ? ofEvents : [...ofEvents, ...ofArticles].sort(byTime);
  return {
    keys: lines.map(({ key }) => key),
    firstDays: lines.map(({ days }) => dayInOrder(days)),
    lastDays: lines.map(({ days }) => (Number.isFinite(days.last) ? days.last : days.first)),
    flags: lines.map(({ flags }) => flags),
    total: about.length + articles.reduce((sum, { about }) => sum + about.eventDates.length, 0),
  };
};

const rankOf = ({ reliability, credibility }: Grade): number =>
  (reliability === null ? 9 : reliabilities.indexOf(reliability)) * 10 +
  (credibility === null ? 9 : credibilities.indexOf(credibility));

const gradesOf = (held: readonly Held[]): readonly Grade[] => {
  const grades = new Set(
    held.flatMap(({ entry }) => (entry === null || isUngraded(entry.grade) ? [] : entry.grade)),
  );
  return [...grades].sort((a, b) => rankOf(a) - rankOf(b));
};

const rowOfEvent = (state: CatalogueState, { event, isInferred }: EventEntry): ChronologyRow => {
  const held = heldBy(state, event);
  return {
    key: event.id,
    eventId: event.id,
    articleId: null,
    date: event.date,
    isInferred,
    title: event.title,
    concerned: sourceRefsOf(state.sources, event.concernedIds),
    passageCount: distinctPassages(held).filter(({ entry }) => entry !== null).length,
    grades: gradesOf(held),
    contested: contestedBy(event, held),
  };
};

const rowOfDate = (article: ArticleEntry, key: string, date: EventDate): ChronologyRow => ({
  key,
  eventId: null,
  articleId: article.id,
  date: edtfOfDate(date),
  isInferred: false,
  title: (date.note ?? article.bibliography.title ?? article.firstWords).slice(0, MAX_EVENT_TITLE),
  concerned: [],
  passageCount: 0,
  grades: [],
  contested: [],
});

const rowOf = (state: CatalogueState, key: string): readonly ChronologyRow[] => {
  const entry = state.events.byId.get(key as EventId);
  if (entry !== undefined) return [rowOfEvent(state, entry)];
  const [articleId = '', at = ''] = key.split(' ');
  const article = state.articles.get(articleId as ArticleId);
  const date = article?.about.eventDates[Number(at)];
  return article === undefined || date === undefined ? [] : [rowOfDate(article, key, date)];
};

/** The rows of the keys that exist, in their order. */
export const chronologyRows = (
  state: CatalogueState,
  { keys }: { readonly keys: readonly string[] },
): readonly ChronologyRow[] => keys.flatMap((key) => rowOf(state, key));

const NEVER: DayEdges = { first: Number.POSITIVE_INFINITY, last: Number.POSITIVE_INFINITY };

const daysSaid = ({ date }: Saying): DayEdges => (date === null ? NEVER : daysOf(date));

/** Sorted by the dates that they give, then by when they were added. */
export const inOrderOfDates = (held: readonly Held[]): readonly Held[] =>
  held.toSorted((a, b) => compareEdges(daysSaid(a), daysSaid(b)));

/** One event, or the one that it was merged into, with the sayings of its passages; null if it does not exist. */
export const eventDetail = (
  state: CatalogueState,
  { eventId }: { readonly eventId: EventId },
): EventDetail | null => {
  const entry = findEvent(state.events, eventId);
  if (entry === undefined) return null;
  const { event } = entry;
  const held = heldBy(state, event);
  const sayings = inOrderOfDates(held).map(({ entry: passage, ...saying }): SayingRow => {
    const found = passage === null ? null : findPassage(state, passage.id);
    return { ...saying, passage: found === null ? null : passageRow(state, found) };
  });
  return {
    event,
    concerned: sourceRefsOf(state.sources, event.concernedIds),
    sayings,
    contested: contestedBy(event, held),
  };
};
