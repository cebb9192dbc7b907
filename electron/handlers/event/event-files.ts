/** Reading and changing events, which are stored in several files. */
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

/** The error for an event that is in no file: a file that can't be read may contain it. */
export const eventNotFound = (files: readonly EventFile[], id: EventId): Result<never, AppError> => {
  const fault = files.find((file) => file.fault !== null)?.fault ?? null;
  return fault === null ? notFound('event', id) : err(fault);
};

/**
 * The record of an id, even a deleted one, and the files. Fails with `not-found`, or with the error of a file that may
 * contain it.
 */
export const findEvent = async (
  reader: Reading,
  id: EventId,
): Promise<Result<{ readonly found: StandingEvent; readonly files: readonly EventFile[] }, AppError>> => {
  const files = await reader.eventFiles();
  const found = standingEvent(files, id);
  return found === undefined ? eventNotFound(files, id) : ok({ found, files });
};

/** The change to `after` of an event in its file; see recordChanges. */
export const eventChanges = (
  files: readonly EventFile[],
  before: Event,
  after: Event,
): readonly RecordChange[] => recordChanges(fileOfEvent(files, before), 'events', before, after);

/** The content of one of the files. */
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
