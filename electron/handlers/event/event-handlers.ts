import type { Change, RecordChange } from '#domain/archive/changes.ts';
import { setConcernedIds } from '#domain/concerned/concerned.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import { equalJson } from '#domain/equal-json.ts';
import { distinctPassages, type Event, type Saying, withSaying } from '#domain/event/event.ts';
import { eventsAround, fileForEvent } from '#domain/event/event-files.ts';
import { type StandingEvent, standingEvents } from '#domain/event/merged-events.ts';
import type { EventId, SourceId } from '#domain/ids.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { indexTree, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, EventFile, Outcome } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { invalidInput, notFound } from '../shared/failures.ts';
import { changeOutcome, makeOnce } from '../shared/record-changes.ts';
import { eventChanges, findEvent } from './event-files.ts';
import { insertEvents, settleLines } from './event-lines.ts';
import { createExportingEvents } from './export-events.ts';
import { mergeEvents } from './merge-events.ts';

/** The present event of the id, which may have been merged into another. Fails as findEvent does. */
const liveEvent = async (reader: ArchiveReader, eventId: EventId) => {
  const event = await findEvent(reader, eventId);
  return event.ok && event.value.found.event.deletedAt !== null ? notFound('event', eventId) : event;
};

/** The fields that an event unites from the events merged into it, with their empty values. */
const unitedFields = { sayings: [], concernedIds: [], note: '' };

/**
 * Changes an event. A changed field that it united from merged events becomes its own and is removed from these, so
 * that what is removed from it stays removed. Further dates of a passage stay with the merged events.
 */
const changesOfStanding = (
  files: readonly EventFile[],
  { own, merged }: StandingEvent,
  after: Event,
  change: Partial<Event>,
): readonly RecordChange[] => {
  const fields = (['sayings', 'concernedIds', 'note'] as const).filter((field) => field in change);
  const written = { ...own, ...change, updatedAt: after.updatedAt };
  const taken = Object.fromEntries(fields.map((field) => [field, unitedFields[field]]));
  if (change.sayings !== undefined) written.sayings = [...distinctPassages(change.sayings)];
  let further = (change.sayings ?? []).filter((saying) => !written.sayings.includes(saying));
  const sayingsLeftTo = ({ sayings }: Event) => {
    const left = distinctPassages(further).filter(({ passageId }) =>
      sayings.some((saying) => saying.passageId === passageId),
    );
    further = further.filter((saying) => !left.includes(saying));
    return change.sayings === undefined ? {} : { sayings: [...left] };
  };
  return [
    ...eventChanges(files, own, written),
    ...(fields.length === 0
      ? []
      : merged.flatMap((part) =>
          fields.every((field) => part[field].length === 0)
            ? []
            : eventChanges(files, part, {
                ...{ ...part, ...taken, updatedAt: after.updatedAt },
                ...sayingsLeftTo(part),
              }),
        )),
  ];
};

/** See setConcernedIds. Fails with `not-found`. */
const liveConcerned = async (
  reader: ArchiveReader,
  wanted: readonly SourceId[],
  before: readonly SourceId[] = [],
): Promise<Result<SourceId[], AppError>> => {
  if (wanted.length === 0) return ok([]);
  const file = await reader.sources();
  if (!file.ok) return file;
  const sources = indexTree(file.value.sources);
  const live = setConcernedIds((id) => resolveRecord(sources, id)?.id ?? null, wanted, before);
  return live.ok ? live : notFound('source', live.error);
};

/** Checks that the passage of a saying exists. Fails with `not-found`. */
const checkSaying = async (
  reader: ArchiveReader,
  { articleId, passageId }: Saying,
): Promise<Result<null, AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const isThere = annotations.value.passages.some(
    ({ id, deletedAt }) => id === passageId && deletedAt === null,
  );
  return isThere ? ok(null) : notFound('passage', passageId);
};

const checkSayings = async (
  reader: ArchiveReader,
  sayings: readonly Saying[],
): Promise<Result<null, AppError>> => {
  for (const saying of sayings) {
    const checked = await checkSaying(reader, saying);
    if (!checked.ok) return checked;
  }
  return ok(null);
};

/**
 * Removes the date from which an event is made from the details of its article. Fails with `invalid-input` if it is no
 * longer there: an event may have been made from it already.
 */
const takeDate = async (
  reader: ArchiveReader,
  { articleId, eventDate }: NonNullable<Input<'event:add'>['ofDate']>,
  nowMs: number,
): Promise<Result<readonly Change[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const { about } = annotations.value;
  const eventDates = about.eventDates.filter((each) => !equalJson(each, eventDate));
  if (eventDates.length === about.eventDates.length)
    return invalidInput('event:add', 'the date is not in the details of the article any more');
  const step = { name: 'add-event', nowMs } as const;
  return ok(changeOutcome({ kind: 'annotations', articleId }, 'about', about, { eventDates }, step).changes);
};

type Added = Omit<Input<'event:add'>, 'ofDate'>;

/** The requested event; its passages and the names it concerns must exist. Fails with `not-found`. */
const eventOf = async (
  reader: ArchiveReader,
  { eventId, ...said }: Added,
  nowMs: number,
): Promise<Result<Event, AppError>> => {
  const concerned = await liveConcerned(reader, said.concernedIds);
  if (!concerned.ok) return concerned;
  const checked = await checkSayings(reader, said.sayings);
  if (!checked.ok) return checked;
  const at = toTimestamp(nowMs);
  const sayings = said.sayings.reduce(withSaying, [] as readonly Saying[]);
  return ok({
    ...said,
    id: eventId,
    concernedIds: concerned.value,
    sayings: [...sayings],
    mergedInto: null,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
  });
};

/** The event and the change that creates it; no change for a repeated request. */
const madeEvent = async (reader: ArchiveReader, said: Added, nowMs: number) => {
  const files = await reader.eventFiles();
  const [first] = files;
  // If no file can be read, it is unknown which events exist.
  if (first !== undefined && first.fault !== null && files.every(({ fault }) => fault !== null))
    return err(first.fault);
  const wanted = await eventOf(reader, said, nowMs);
  if (!wanted.ok) return wanted;
  const file = fileForEvent(files, wanted.value);
  const standing = eventsAround(files, [wanted.value.id]);
  return makeOnce('event:add', { file, collection: 'events', standing }, wanted.value);
};

const addEvent = ({ archive, machine }: HandlerDeps, { ofDate, ...said }: Input<'event:add'>) =>
  archive.perform<Event>(async (reader) => {
    if (ofDate !== undefined && said.sayings.length === 0)
      return invalidInput('event:add', 'a date becomes an event by a passage that says so');
    const nowMs = machine.nowMs();
    const made = await madeEvent(reader, said, nowMs);
    if (!made.ok) return made;
    const { record, changes } = made.value;
    const outcome = { value: record, name: 'add-event', changes } as const;
    // In a repeated request the date has already been removed.
    if (ofDate === undefined || changes.length === 0) return ok(outcome);
    const taken = await takeDate(reader, ofDate, nowMs);
    return taken.ok ? ok({ ...outcome, changes: [...changes, ...taken.value] }) : taken;
  });

/** The use cases that change events. Queries are answered by the index. */
export const createEventHandlers = (deps: HandlerDeps): HandlersOn<'event'> => {
  const { archive, machine } = deps;

  const changeEvent = (
    eventId: EventId,
    name: Outcome<Event>['name'],
    change: (event: Event, reader: ArchiveReader) => Promise<Result<Partial<Event>, AppError>>,
    editId?: string,
  ): Promise<Result<Event, AppError>> =>
    archive.perform(
      async (reader) => {
        const event = await liveEvent(reader, eventId);
        if (!event.ok) return event;
        const { found, files } = event.value;
        const before = found.event;
        const changed = await change(before, reader);
        if (!changed.ok) return changed;
        const after = { ...before, ...changed.value, updatedAt: toTimestamp(machine.nowMs()) };
        if (equalJson({ ...after, updatedAt: before.updatedAt }, before))
          return ok({ value: before, name, changes: [] });
        return ok({ value: after, name, changes: changesOfStanding(files, found, after, changed.value) });
      },
      editId === undefined ? {} : { editId },
    );

  return {
    /** A repeated request changes nothing. Fails with `not-found` for a missing passage or name. */
    'event:add': (input) => addEvent(deps, input),

    /** Changes of one visit have the same edit id and are one undo step. */
    'event:change': ({ eventId, change, editId }) =>
      changeEvent(
        eventId,
        'change-event',
        async ({ concernedIds: before }, reader) => {
          if (change.concernedIds === undefined) return ok(change);
          const concerned = await liveConcerned(reader, change.concernedIds, before);
          return concerned.ok ? ok({ ...change, concernedIds: concerned.value }) : concerned;
        },
        editId,
      ),

    /** A passage already joined to the event gets the given saying. Fails with `not-found` for a missing one. */
    'event:join': ({ eventId, sayings: added }) =>
      changeEvent(eventId, 'join-event', async ({ sayings }, reader) => {
        const checked = await checkSayings(reader, added);
        return checked.ok ? ok({ sayings: [...added.reduce(withSaying, sayings)] }) : checked;
      }),

    /** An event without a passage is kept, and listed in Review. */
    'event:leave': ({ eventId, passageId }) =>
      changeEvent(eventId, 'leave-event', async ({ sayings }) =>
        ok({ sayings: sayings.filter((saying) => saying.passageId !== passageId) }),
      ),

    'event:merge': (input) => mergeEvents(deps, input),
    'event:insert': (input) => insertEvents(deps, input),
    'event:settle-lines': (input) => settleLines(deps, input),

    ...createExportingEvents(deps),

    /** Marks events as deleted, in one step; missing ones are skipped. */
    'event:delete': ({ eventIds }) =>
      archive.perform(async (reader) => {
        const files = await reader.eventFiles();
        const standing = standingEvents(eventsAround(files, eventIds));
        const going = new Set(eventIds.flatMap((id) => standing.get(id)?.own ?? []));
        const at = toTimestamp(machine.nowMs());
        const changes = [...going]
          .filter(({ deletedAt }) => deletedAt === null)
          .flatMap((event) => eventChanges(files, event, { ...event, deletedAt: at, updatedAt: at }));
        return ok({ value: null, name: changes.length > 1 ? 'delete-events' : 'delete-event', changes });
      }),
  };
};
