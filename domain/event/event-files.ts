/**
 * The files of events of an archive: `events.json`, and further ones in `events/`, each opened when the one before is
 * full. A record stays in the file in which it was made, so that two machines are merged record by record.
 */
import { type EventId, type EventShard, eventShardSchema } from '../ids.ts';
import { utf8Length } from '../text/text-index.ts';
import type { Event } from './event.ts';
import { type StandingEvent, standingEvents } from './merged-events.ts';

/** As a MutableFile names it. */
export type EventFileName =
  | { readonly kind: 'events' }
  | { readonly kind: 'event-shard'; readonly shard: EventShard };

/** A file of events and its content, sorted by id; null if it can't be read. */
export type HeldEvents = {
  readonly file: EventFileName;
  readonly events: readonly Event[] | null;
};

/**
 * A file that a new event would make larger than this gets no more: files are written completely, fast enough to go
 * unnoticed. Edits may still exceed it.
 */
export const EVENT_FILE_BYTES = 128 << 10;
const MOST_FILES = 9999;

/** In bytes of UTF-8. */
const lengthOf = (text: string): number => {
  let bytes = 0;
  for (const character of text) bytes += utf8Length(character);
  return bytes;
};

const sizes = new WeakMap<Event, number>();

/** In bytes of JSON, worked out once for each record. */
const sizeOf = (event: Event): number => {
  const known = sizes.get(event) ?? lengthOf(JSON.stringify(event));
  sizes.set(event, known);
  return known;
};

/** The file for a new event: the last one, or a new one after it. One that can't be read counts as full. */
export const fileForEvent = (files: readonly HeldEvents[], event: Event): EventFileName => {
  const last = files.at(-1);
  if (last === undefined) return { kind: 'events' };
  const number = last.file.kind === 'events' ? 1 : Number(last.file.shard);
  const bytes = last.events?.reduce((sum, held) => sum + sizeOf(held), sizeOf(event)) ?? EVENT_FILE_BYTES;
  const isRoomIn = bytes < EVENT_FILE_BYTES || last.events?.length === 0 || number === MOST_FILES;
  if (isRoomIn) return last.file;
  return { kind: 'event-shard', shard: eventShardSchema.parse(String(number + 1).padStart(4, '0')) };
};

type Sorted = { readonly byId: ReadonlyMap<EventId, Event>; readonly redirects: readonly Event[] };
const sortedLists = new WeakMap<readonly Event[], Sorted>();

/** Computed once for a file's content: an act changes one file of many. */
const sortedOf = (events: readonly Event[]): Sorted => {
  const known = sortedLists.get(events);
  if (known !== undefined) return known;
  const byId = new Map(events.map((event) => [event.id, event]));
  const sorted = { byId, redirects: events.filter(({ mergedInto }) => mergedInto !== null) };
  sortedLists.set(events, sorted);
  return sorted;
};

/** All records needed to resolve events with these ids, in the order of the files. */
export const eventsAround = (files: readonly HeldEvents[], ids: readonly EventId[]): readonly Event[] => {
  const lists = files.flatMap(({ events }) => (events === null ? [] : [sortedOf(events)]));
  const redirects = lists.flatMap((list) => list.redirects);
  const wanted = new Set([...ids, ...redirects.flatMap(({ id, mergedInto }) => [id, mergedInto ?? id])]);
  return lists.flatMap(({ byId }) => [...wanted].flatMap((id) => byId.get(id) ?? []));
};

/** The event that an id stands for, as in standingEvents; undefined if it does not exist. */
export const standingEvent = (files: readonly HeldEvents[], id: EventId): StandingEvent | undefined =>
  standingEvents(eventsAround(files, [id])).get(id);

/** The file that contains a record. */
export const fileOfEvent = (files: readonly HeldEvents[], event: Event): EventFileName => {
  const found = files.find(({ events }) => events !== null && sortedOf(events).byId.get(event.id) === event);
  if (found === undefined) throw new Error(`The event ${event.id} is in no file.`);
  return found.file;
};
