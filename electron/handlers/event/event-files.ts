/** What the use cases read and change of events, which lie in several files. */
import type { RecordChange } from '#domain/archive/changes.ts';
import { EVENTS_VERSION, type EventsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Event } from '#domain/event/event.ts';
import { type EventFileName, fileOfEvent, standingEvent } from '#domain/event/event-files.ts';
import type { StandingEvent } from '#domain/event/merged-events.ts';
import type { EventId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader, EventFile } from '#electron/ports/archive.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';

type Reading = Pick<ArchiveReader, 'eventFiles'>;

/** Why an event is in none of the files: one that can't be read may hold it. */
export const eventNotFound = (files: readonly EventFile[], id: EventId): Result<never, AppError> => {
  const fault = files.find((file) => file.fault !== null)?.fault ?? null;
  return fault === null ? notFound('event', id) : err(fault);
};

/** What an id stands for, deleted too, and the files. Fails `not-found`, or as a file that may hold it does. */
export const findEvent = async (
  reader: Reading,
  id: EventId,
): Promise<Result<{ readonly found: StandingEvent; readonly files: readonly EventFile[] }, AppError>> => {
  const files = await reader.eventFiles();
  const found = standingEvent(files, id);
  return found === undefined ? eventNotFound(files, id) : ok({ found, files });
};

/** The change that makes `after` of an event in the file that holds it; see recordChanges. */
export const eventChanges = (
  files: readonly EventFile[],
  before: Event,
  after: Event,
): readonly RecordChange[] => recordChanges(fileOfEvent(files, before), 'events', before, after);

/** What one of the files holds. */
export const readEventFile = async (
  reader: Reading,
  { kind, ...name }: EventFileName,
): Promise<Result<EventsFile, AppError>> => {
  const shard = 'shard' in name ? name.shard : null;
  const found = (await reader.eventFiles()).find(
    ({ file }) => file.kind === kind && (file.kind === 'events' || file.shard === shard),
  );
  if (found !== undefined && found.fault !== null) return err(found.fault);
  return ok({ version: EVENTS_VERSION, events: [...(found?.events ?? [])] });
};
