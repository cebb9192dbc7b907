/** The events that a passage says, and others that it may say too. */
import type { EventLine, EventsOfPassage } from '#domain/contract/event.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type DayEdges, daysOf, readEdtf } from '#domain/dates/when/edtf.ts';
import { distinctPassages } from '#domain/event/event.ts';
import type { PassageId } from '#domain/ids.ts';
import { wordsInOrder } from '#domain/search/search-words.ts';
import type { CatalogueState } from '../../catalogue-state.ts';
import { type EventEntry, findEvent } from '../../event-table.ts';
import { abovePassage } from '../../graph/edge-table.ts';

/** The most events offered. */
const MOST_OFFERED = 8;
/** A distance of a week halves the nearness, which then weighs as much as half of the words in common. */
const WEEK = 7;
/** With a lower score an event is not offered. */
const MIN_SCORE = 0.2;
/** Shorter words do not characterise an event. */
const MIN_WORD = 3;

const lineOf = ({ event }: EventEntry): EventLine => ({
  eventId: event.id,
  title: event.title,
  date: event.date,
  passageCount: distinctPassages(event.sayings).length,
  createdAt: event.createdAt,
});

const YEAR = 365;

/** 0 for equal edges, which may both be open. */
const apart = (one: number, other: number): number => (one === other ? 0 : Math.abs(one - other));

/**
 * 1 for the same date, less with the number of days between two dates, and with how much one is vaguer than the other:
 * "since 1985" and "a year in 2000–2099" have days in common with almost any date.
 */
const nearnessOf = (one: DayEdges, other: DayEdges): number => {
  const gap = Math.max(0, one.first - other.last, other.first - one.last);
  const vagueness = apart(one.first, other.first) + apart(one.last, other.last);
  return WEEK / (WEEK + gap) / (1 + Math.log2(1 + vagueness / YEAR));
};

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(wordsInOrder(text).filter(({ length }) => length >= MIN_WORD));

/** The share of a title's words that occur in the text. */
const shareOf = (title: ReadonlySet<string>, text: ReadonlySet<string>): number => {
  if (title.size === 0) return 0;
  return [...title].filter((word) => text.has(word)).length / title.size;
};

/** The events that a passage says, in any of its readings. */
export const eventsSaidBy = (state: CatalogueState, id: PassageId): readonly EventEntry[] =>
  abovePassage(state, id).flatMap((thing) =>
    thing.kind === 'event' ? (state.events.byId.get(thing.eventId) ?? []) : [],
  );

export const eventsOfPassage = (
  state: CatalogueState,
  { passageId, date, words }: Input<'event:of-passage'>,
): EventsOfPassage => {
  const said = new Set(eventsSaidBy(state, passageId));
  const days = date === null || readEdtf(date) === null ? null : daysOf(date);
  return { said: [...said].map(lineOf), nearest: nearestTo(state, { days, words, others: said }) };
};

/** The other events that may be the same as one; for typed words, those with any of them. */
export const nearestEvents = (
  state: CatalogueState,
  { eventId, words }: Input<'event:nearest'>,
): readonly EventLine[] => {
  const entry = findEvent(state.events, eventId);
  if (entry === undefined) return [];
  const typed = wordsInOrder(words);
  const others = new Set([entry]);
  return typed.length > 0
    ? titledWith(state, typed, others)
    : nearestTo(state, { days: entry.days, words: entry.event.title, others });
};

/** The events whose titles have words that begin with typed ones, those with most of them first. */
const titledWith = (
  state: CatalogueState,
  typed: readonly string[],
  others: ReadonlySet<EventEntry>,
): readonly EventLine[] =>
  ranked(state, others, ({ event }) => {
    const title = wordsInOrder(event.title);
    return typed.filter((word) => title.some((each) => each.startsWith(word))).length / typed.length;
  });

type Near = {
  readonly days: DayEdges | null;
  readonly words: string;
  /** The events to exclude. */
  readonly others: ReadonlySet<EventEntry>;
};

const nearestTo = (state: CatalogueState, { days, words, others }: Near): readonly EventLine[] => {
  const text = wordsOf(words);
  return ranked(state, others, (entry) => {
    const nearness = days === null ? 0 : nearnessOf(days, entry.days);
    const score = nearness / 2 + shareOf(wordsOf(entry.event.title), text) / 2;
    return score >= MIN_SCORE ? score : 0;
  });
};

/** The events with a score above 0, the highest first. */
const ranked = (
  state: CatalogueState,
  others: ReadonlySet<EventEntry>,
  scoreOf: (entry: EventEntry) => number,
): readonly EventLine[] =>
  [...state.events.byId.values()]
    .filter((entry) => !others.has(entry))
    .map((entry) => ({ entry, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.entry.event.id < b.entry.event.id ? -1 : 1))
    .slice(0, MOST_OFFERED)
    .map(({ entry }) => lineOf(entry));
