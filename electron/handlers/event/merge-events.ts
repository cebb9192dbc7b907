import { MAX_CONCERNED } from '#domain/concerned/concerned.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type Event, MAX_EVENT_NOTE, MAX_SAYINGS } from '#domain/event/event.ts';
import { eventsAround } from '#domain/event/event-files.ts';
import { redirectEvents, standingEvents } from '#domain/event/merged-events.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { eventChanges, eventNotFound } from './event-files.ts';

/** Whether an event is within the limits of eventSchema. */
const isWithinLimits = ({ sayings, concernedIds, note }: Event): boolean =>
  sayings.length <= MAX_SAYINGS && concernedIds.length <= MAX_CONCERNED && note.length <= MAX_EVENT_NOTE;

/**
 * Merges events into one, which keeps its title and its date. One undo step. Fails with `not-found`, and with
 * `event-full` if the result would exceed the limits of an event.
 */
export const mergeEvents = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { eventId, eventIds }: Input<'event:merge'>,
): Promise<Result<Event, AppError>> =>
  archive.perform(async (reader) => {
    const files = await reader.eventFiles();
    const events = eventsAround(files, [eventId, ...eventIds]);
    const standing = standingEvents(events);
    const missing = [eventId, ...eventIds].find((id) => standing.get(id)?.event.deletedAt !== null);
    if (missing !== undefined) return eventNotFound(files, missing);
    const after = redirectEvents(events, eventId, eventIds, toTimestamp(machine.nowMs()));
    const merged = standingEvents(after).get(eventId);
    if (merged === undefined) return eventNotFound(files, eventId);
    if (!isWithinLimits(merged.event)) return err({ code: 'event-full' });
    const changes = events.flatMap((event, at) => eventChanges(files, event, after[at] ?? event));
    return ok({ value: merged.event, name: 'merge-events', changes });
  });
