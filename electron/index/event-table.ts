/** The events of an archive as the lists look at them. */
import { type DayEdges, daysOf, isVague } from '#domain/dates/when/edtf.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { Event } from '#domain/event/event.ts';
import { standingEvents } from '#domain/event/merged-events.ts';
import type { EventId } from '#domain/ids.ts';

export type EventEntry = {
  readonly event: Event;
  readonly days: DayEdges;
  /** Whether its date is drawn as one that nobody states: inferred, or vague in itself. */
  readonly isInferred: boolean;
};

export type EventTable = {
  /** Those that are not deleted, each with all that was merged into it. */
  readonly byId: ReadonlyMap<EventId, EventEntry>;
  /** The events by the ids of those that were merged into them. */
  readonly redirects: ReadonlyMap<EventId, EventId>;
  readonly deleted: readonly Event[];
};

const entryOf = (event: Event): EventEntry => ({
  event,
  days: daysOf(event.date),
  isInferred: event.certainty === 'inferred' || isVague(event.date),
});

/** Where an event is what it was before, its entry stays the same: what was made of it holds. */
export const eventTableOf = (events: readonly Event[], before?: EventTable): EventTable => {
  const standing = standingEvents(events);
  const live = [...new Set(standing.values())].filter(({ event }) => event.deletedAt === null);
  const entries = live.map(({ event }): EventEntry => {
    const known = before?.byId.get(event.id);
    return known !== undefined && equalJson(known.event, event) ? known : entryOf(event);
  });
  return {
    byId: new Map(entries.map((entry) => [entry.event.id, entry])),
    redirects: new Map(live.flatMap(({ own, merged }) => merged.map(({ id }) => [id, own.id] as const))),
    deleted: events.filter(({ deletedAt }) => deletedAt !== null),
  };
};

/** The event that an id stands for now; undefined of one that is deleted or not there. */
export const findEvent = ({ byId, redirects }: EventTable, id: EventId): EventEntry | undefined =>
  byId.get(redirects.get(id) ?? id);
