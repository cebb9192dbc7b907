/**
 * Merging events. A merged event stays as a redirect, and its sayings count for the target: a merge writes a single
 * field, so that two analysts who have merged differently, or have added passages to either meanwhile, lose nothing
 * when their archives are joined.
 */

import { daysOf, overlaps } from '../dates/when/edtf.ts';
import type { EventId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import type { Event, Saying } from './event.ts';

type ById = ReadonlyMap<EventId, Event>;

/**
 * The records by id. A sync can leave one event in two files: the one written later counts, or, if written at the same
 * time, the one in the earlier file, so that every machine agrees. The other is kept with it.
 */
const sortTwins = (events: readonly Event[]): { readonly byId: ById; readonly twins: readonly Event[] } => {
  const byId = new Map<EventId, Event>();
  const twins: Event[] = [];
  for (const event of events) {
    const other = byId.get(event.id);
    const isLater = other === undefined || other.updatedAt < event.updatedAt;
    if (isLater) byId.set(event.id, event);
    if (other !== undefined) twins.push(isLater ? other : event);
  }
  return { byId, twins };
};

const nextOf = (byId: ById, { deletedAt, mergedInto }: Event): Event | null =>
  deletedAt !== null || mergedInto === null ? null : (byId.get(mergedInto) ?? null);

/**
 * The final target of an event's redirects, which may be deleted. One merged into a missing event stands for itself.
 * Two machines may each have merged one of two events into the other: in such a cycle the oldest counts, by id, so that
 * both agree.
 */
const endOf = (byId: ById, start: Event): Event => {
  const way = new Set([start]);
  let at = start;
  for (let next = nextOf(byId, at); next !== null; next = nextOf(byId, at)) {
    if (way.has(next)) {
      const ring = [...way].slice([...way].indexOf(next));
      return ring.reduce((oldest, event) => (event.id < oldest.id ? event : oldest));
    }
    way.add(next);
    at = next;
  }
  return at;
};

/**
 * The sayings of a merged event. If its date contradicts that of the target and none of its passages gives it, it is
 * the analyst's reading of those without a date: it becomes theirs, as inferred.
 */
const sayingsOfMerged = (own: Event, { id, date, sayings }: Event): readonly Saying[] =>
  id === own.id ||
  overlaps(daysOf(date), daysOf(own.date)) ||
  sayings.some((saying) => saying.date !== null && overlaps(daysOf(saying.date), daysOf(date)))
    ? sayings
    : sayings.map((saying) => (saying.date === null ? { ...saying, date, certainty: 'inferred' } : saying));

/** The sayings of one passage with another of it. A date that one of them has is not given up for none. */
const withDate = (before: readonly Saying[], saying: Saying, isTwin: boolean): readonly Saying[] => {
  const dated = before.filter(({ date }) => date !== null);
  if (before.length === 0 || (dated.length === 0 && saying.date !== null)) return [saying];
  const isKnown = saying.date === null || dated.some(({ date }) => date === saying.date);
  return isKnown || isTwin ? before : [...dated, saying];
};

/**
 * Each passage once. If the events give it different dates, it is in the list with each of them, until the analyst
 * decides which date it gives; of an event in two files the date written later counts.
 */
const unitedSayings = (own: Event, merged: readonly Event[]): Saying[] => {
  const known = new Map<Saying['passageId'], readonly Saying[]>();
  const seen = new Set<EventId>();
  for (const part of [own, ...merged]) {
    const isTwin = seen.has(part.id);
    seen.add(part.id);
    for (const saying of sayingsOfMerged(own, part)) {
      const { passageId } = saying;
      known.set(passageId, withDate(known.get(passageId) ?? [], saying, isTwin));
    }
  }
  return [...known.values()].flat();
};

const unitedNote = (parts: readonly Event[]): string =>
  parts
    .map(({ note }) => note.trim())
    .reduce((all, note) =>
      note === '' || all.includes(note) ? all : [all, note].filter(Boolean).join('\n\n'),
    );

/** An event with the sayings of all events merged into it; its title and its date stay its own. */
const unite = (own: Event, merged: readonly Event[]): Event => {
  if (merged.length === 0 && own.mergedInto === null) return own;
  const parts = [own, ...merged];
  return {
    ...own,
    mergedInto: null,
    sayings: unitedSayings(own, merged),
    concernedIds: [...new Set(parts.flatMap(({ concernedIds }) => concernedIds))],
    note: unitedNote(parts),
  };
};

/** An event as it counts. */
export type StandingEvent = {
  /** Including the sayings of all events merged into it. */
  readonly event: Event;
  /** As it is stored. */
  readonly own: Event;
  /** Events merged into it, and duplicates of any of them in other files, as stored, by id. */
  readonly merged: readonly Event[];
};

const byIds = (a: Event, b: Event): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The event that each id stands for, including deleted ones. */
export const standingEvents = (events: readonly Event[]): ReadonlyMap<EventId, StandingEvent> => {
  const { byId, twins } = sortTwins(events);
  const ends = new Map<EventId, Event>();
  const parts = new Map<Event, Event[]>();
  const addPart = (end: Event, part: Event): void => {
    parts.set(end, [...(parts.get(end) ?? []), part]);
  };
  // Of ten thousand events few are no event of their own.
  for (const event of byId.values()) {
    const end = event.mergedInto === null ? event : endOf(byId, event);
    ends.set(event.id, end);
    if (end !== event) addPart(end, event);
  }
  for (const twin of twins) {
    const end = ends.get(twin.id);
    if (end !== undefined && twin.deletedAt === null) addPart(end, twin);
  }
  const standing = new Map<Event, StandingEvent>();
  const standingOf = (own: Event): StandingEvent => {
    const known = standing.get(own);
    if (known !== undefined) return known;
    const merged = (parts.get(own) ?? []).toSorted(byIds);
    const made = { event: unite(own, merged), own, merged };
    standing.set(own, made);
    return made;
  };
  const found = new Map<EventId, StandingEvent>();
  for (const [id, end] of ends) found.set(id, standingOf(end));
  return found;
};

/** The events, in order, with those of `eventIds` redirected to another; one that already stands for that stays. */
export const redirectEvents = (
  events: readonly Event[],
  intoId: EventId,
  eventIds: readonly EventId[],
  updatedAt: Timestamp,
): readonly Event[] => {
  const standing = standingEvents(events);
  const into = standing.get(intoId)?.own;
  const others = new Set(eventIds.map((id) => standing.get(id)?.own).filter((own) => own !== into));
  if (into === undefined || others.size === 0) return events;
  return events.map((event) => {
    if (others.has(event)) return { ...event, mergedInto: into.id, updatedAt };
    // In a cycle made by two machines: the one that is kept is no longer redirected.
    return event === into && into.mergedInto !== null ? { ...event, mergedInto: null, updatedAt } : event;
  });
};

/** The events that are there, each once, with all that was merged into it. */
export const liveEvents = (events: readonly Event[]): readonly Event[] =>
  [...new Set(standingEvents(events).values())]
    .map(({ event }) => event)
    .filter(({ deletedAt }) => deletedAt === null);
