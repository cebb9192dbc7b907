/** The events of an archive, which are stored in several files. */
import { EVENTS_VERSION, type EventsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { EventFileName } from '#domain/event/event-files.ts';
import type { EventShard } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { EventFile } from '#electron/ports/archive.ts';

type ReadFile = (file: EventFileName) => Promise<Result<EventsFile, AppError>>;

/** See ArchiveReader.eventFiles. */
export const readEventFiles = (
  shards: readonly EventShard[],
  read: ReadFile,
): Promise<readonly EventFile[]> => {
  const names: EventFileName[] = [
    { kind: 'events' },
    ...shards.map((shard) => ({ kind: 'event-shard', shard }) as const),
  ];
  return Promise.all(
    names.map(async (file): Promise<EventFile> => {
      const found = await read(file);
      return found.ok
        ? { file, events: found.value.events, fault: null }
        : { file, events: null, fault: found.error };
    }),
  );
};

/** The content of all files; the fault of the first if none can be read. */
export const joinEvents = (files: readonly EventFile[]): Result<EventsFile, AppError> => {
  const [first] = files;
  if (first !== undefined && first.fault !== null && files.every(({ events }) => events === null))
    return err(first.fault);
  return ok({ version: EVENTS_VERSION, events: files.flatMap(({ events }) => events ?? []) });
};
