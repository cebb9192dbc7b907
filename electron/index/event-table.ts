/** The events of an archive in the form that the lists use. */
import { type DayEdges, daysOf, isVague } from '#domain/dates/when/edtf.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { Event } from '#domain/event/event.ts';
import { standingEvents } from '#domain/event/merged-events.ts';
import type { EventId } from '#domain/ids.ts';

export type EventEntry = {
  readonly event: Event;
  readonly days: DayEdges;
  /** Whether its date is drawn as uncertain: because it is inferred, or vague itself. */
  readonly isInferred: boolean;
};

export type EventTable = {
  /** Those that are not deleted, each including all that was merged into it. */
  readonly byId: ReadonlyMap<EventId, EventEntry>;
  /** Maps the ids of merged events to the events that they were merged into. */
  readonly redirects: ReadonlyMap<EventId, EventId>;
  readonly deleted: readonly Event[];
  /** The ids of events described by more than one record. */
  readonly united: ReadonlySet<EventId>;
};

const entryOf = (event: Event): EventEntry => ({
  event,
  days: daysOf(event.date),
  isInferred: event.certainty === 'inferred' || isVague(event.date),
});

/** The entry of an unchanged event is reused, so that values derived from it remain valid. */
export const eventTableOf = (events: readonly Event[], before?: EventTable): EventTable => {
  const standing = [...new Set(standingEvents(events).values())];
  const live = standing.filter(({ event }) => event.deletedAt === null);
  const entries = live.map(({ event }): EventEntry => {
    const known = before?.byId.get(event.id);
    return known !== undefined && equalJson(known.event, event) ? known : entryOf(event);
  });
  const merged = live.filter(({ merged: parts }) => parts.length > 0);
  return {
    byId: new Map(entries.map((entry) => [entry.event.id, entry])),
    redirects: new Map(
      merged.flatMap(({ own, merged: parts }) =>
        parts.flatMap(({ id }) => (id === own.id ? [] : [[id, own.id] as const])),
      ),
    ),
    deleted: standing.flatMap(({ own }) => (own.deletedAt === null ? [] : own)),
    united: new Set(merged.map(({ own }) => own.id)),
  };
};

/** The present event of an id; undefined if it is deleted or does not exist. */
export const findEvent = ({ byId, redirects }: EventTable, id: EventId): EventEntry | undefined =>
  byId.get(redirects.get(id) ?? id);

/** The events of an archive, by the units (see unit-names.ts) that contain them. */
export class EventLists {
  readonly #units = new Map<string, readonly Event[]>();
  #made: EventTable = eventTableOf([]);
  #isOutdated = false;

  /** The table over all units. */
  get table(): EventTable {
    this.prepare();
    return this.#made;
  }

  /** Builds the table before it is needed. */
  prepare(): void {
    if (this.#isOutdated) this.#made = eventTableOf(this.#all(), this.#made);
    this.#isOutdated = false;
  }

  /** Sets the events of a unit. */
  enter(unit: string, events: readonly Event[]): void {
    this.#units.set(unit, events);
    this.#isOutdated = true;
  }

  leave(unit: string): void {
    if (this.#units.delete(unit)) this.#isOutdated = true;
  }

  /**
   * Changes units by `act`. Returns the other units with events that are affected: one of theirs is merged into an
   * event of a changed unit, or the other way round.
   */
  touchedBy(act: () => void): readonly string[] {
    const before = this.table;
    const unitsBefore = new Map(this.#units);
    act();
    if (!this.#isOutdated) return [];
    const after = this.table;
    const tables = [before, after];
    const ids = new Set(tables.flatMap(({ united, redirects }) => [...united.keys(), ...redirects.keys()]));
    const others = new Set([...ids].filter((id) => before.byId.get(id) !== after.byId.get(id)));
    if (others.size === 0) return [];
    const units = [...unitsBefore, ...this.#units].filter(([, events]) =>
      events.some(({ id }) => others.has(id)),
    );
    return [...new Set(units.map(([unit]) => unit))];
  }

  #all(): readonly Event[] {
    return [...this.#units.keys()].toSorted().flatMap((unit) => this.#units.get(unit) ?? []);
  }
}
