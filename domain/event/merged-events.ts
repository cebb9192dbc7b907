/**
 * Events that were found to be one. The event that is merged into another stays as a redirect, and what it says counts
 * for that one: a merge writes a single field, so that two analysts who have merged differently, or who have added
 * passages to either meanwhile, lose nothing when their archives are joined.
 */
import type { EventId } from '../ids.ts';
import type { Timestamp } from '../time.ts';
import { type Event, type Saying, withSaying } from './event.ts';

type ById = ReadonlyMap<EventId, Event>;

/**
 * The records by their ids. A sync can leave one event in two files: the one that was written later counts, of two
 * written at once the one in the earlier file, so that every machine says the same. The other is kept beside it.
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
 * The record that an event is one with: the end of its redirects, which may be deleted. One merged into another that is
 * not there stands for itself. Two machines may each have merged one of two events into the other: of such a ring the
 * oldest stands, by its id, so that both say the same.
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

const unitedSayings = (parts: readonly Event[]): Saying[] => {
  const known = new Map<Saying['passageId'], Saying>();
  for (const saying of parts.flatMap(({ sayings }) => sayings)) {
    const before = known.get(saying.passageId);
    // A date that one of them has is not given up for none.
    if (before === undefined || (before.date === null && saying.date !== null))
      known.set(saying.passageId, saying);
  }
  return [...known.values()].reduce(withSaying, [] as readonly Saying[]).slice();
};

const unitedNote = (parts: readonly Event[]): string =>
  parts
    .map(({ note }) => note.trim())
    .reduce((all, note) =>
      note === '' || all.includes(note) ? all : [all, note].filter(Boolean).join('\n\n'),
    );

/** An event with all that those say that were merged into it; its title and its date are its own. */
const unite = (own: Event, merged: readonly Event[]): Event => {
  if (merged.length === 0 && own.mergedInto === null) return own;
  const parts = [own, ...merged];
  return {
    ...own,
    mergedInto: null,
    sayings: unitedSayings(parts),
    concernedIds: [...new Set(parts.flatMap(({ concernedIds }) => concernedIds))],
    note: unitedNote(parts),
  };
};

/** An event as it counts. */
export type StandingEvent = {
  /** With all that those say that were merged into it. */
  readonly event: Event;
  /** As it is stored. */
  readonly own: Event;
  /** Those that were merged into it, and what another file says of any of them, as they are stored, by their ids. */
  readonly merged: readonly Event[];
};

const byIds = (a: Event, b: Event): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What each id of an event stands for, deleted ones too. */
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

/** The events, in their order, with those of `eventIds` merged into another; one that stands for that already stays. */
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
    // Of a ring that two machines have made: the one that is kept stands from now on.
    return event === into && into.mergedInto !== null ? { ...event, mergedInto: null, updatedAt } : event;
  });
};

/** The events that are there, each once, with all that was merged into it. */
export const liveEvents = (events: readonly Event[]): readonly Event[] =>
  [...new Set(standingEvents(events).values())]
    .map(({ event }) => event)
    .filter(({ deletedAt }) => deletedAt === null);
