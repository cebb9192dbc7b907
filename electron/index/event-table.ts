/** The events of an archive as the lists look at them. */
import { type DayEdges, daysOf, isVague } from '#domain/dates/when/edtf.ts';
import type { Event } from '#domain/event/event.ts';
import type { EventId } from '#domain/ids.ts';

export type EventEntry = {
  readonly event: Event;
  readonly days: DayEdges;
  /** Whether its date is drawn as one that nobody states: inferred, or vague in itself. */
  readonly isInferred: boolean;
};

export type EventTable = {
  /** Those that are not deleted. */
  readonly byId: ReadonlyMap<EventId, EventEntry>;
  readonly deleted: readonly Event[];
};

export const eventTableOf = (events: readonly Event[]): EventTable => {
  const live = events.filter(({ deletedAt }) => deletedAt === null);
  const entries = live.map(
    (event): EventEntry => ({
      event,
      days: daysOf(event.date),
      isInferred: event.certainty === 'inferred' || isVague(event.date),
    }),
  );
  return {
    byId: new Map(entries.map((entry) => [entry.event.id, entry])),
    deleted: events.filter(({ deletedAt }) => deletedAt !== null),
  };
};
