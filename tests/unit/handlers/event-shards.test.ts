/** Events in several files: where new ones go, and what an act, an undo, damage and a sync do to each of them. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { EVENTS_VERSION, type EventsFile } from '#domain/archive/files.ts';
import type { Handlers } from '#domain/contract/requests.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import { type Event, MAX_EVENT_NOTE } from '#domain/event/event.ts';
import { EVENT_FILE_BYTES } from '#domain/event/event-files.ts';
import type { EventId } from '#domain/ids.ts';
import type { Timestamp } from '#domain/time.ts';
import { createCopyMerger } from '#electron/handlers/copies/copy-merger.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { checkArchive } from '#electron/storage/check/check-archive.ts';
import { plainCodec } from '#electron/storage/encryption/file-codec.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { sampleEvent } from '../../support/archive/sample-records.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const SECOND = 'events/0002.json';
/** So many with the longest note fill a file. */
const FULL = Math.floor(EVENT_FILE_BYTES / MAX_EVENT_NOTE);

let bench: Workbench;
let handlers: Handlers;
beforeEach(async () => {
  bench = await openWorkbench();
  handlers = createHandlers(bench.deps);
});
afterEach(() => bench.close());

const pathOf = (name: string): string => join(bench.archive.folder, name);
const readEvents = async (name: string): Promise<readonly Event[]> =>
  (JSON.parse(await readFile(pathOf(name), 'utf8')) as EventsFile).events;
const idsIn = async (name: string) => (await readEvents(name)).map(({ id }) => id);
const titles = async (text = ''): Promise<readonly string[]> => {
  const { keys } = await bench.deps.catalogue['event:chronology']({ text });
  const rows = await bench.deps.catalogue['event:rows']({ keys: [...keys] });
  return rows.map(({ title }) => title);
};
const addEvent = async (title: string, note = ''): Promise<EventId> => {
  const eventId = newEventId();
  const date = edtfSchema.parse('2024-04-19');
  succeed(
    await handlers['event:add']({
      ...{ eventId, title, date, certainty: 'stated', note, concernedIds: [], sayings: [] },
    }),
  );
  return eventId;
};
/** Lays a file of events down, and opens the archive as another start would. */
const layEvents = async (files: Readonly<Record<string, readonly Event[]>>): Promise<void> => {
  bench = await bench.reopen(async () => {
    await mkdir(pathOf('events'), { recursive: true });
    for (const [name, events] of Object.entries(files))
      await writeFile(
        pathOf(name),
        serialiseContent({
          version: EVENTS_VERSION,
          events: events.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        }),
      );
  });
  handlers = createHandlers(bench.deps);
};
const full = (): Event[] =>
  Array.from({ length: FULL }, (_, at) => sampleEvent(`Old ${at}`, { note: 'x'.repeat(MAX_EVENT_NOTE) }));
const change = (eventId: EventId, title: string) =>
  handlers['event:change']({ eventId, change: { title }, editId: title });

describe('a new event', () => {
  it('goes into events.json, and into a further file where that is full', async () => {
    const first = await addEvent('First');
    expect(await readdir(pathOf('events'))).toEqual([]);
    await layEvents({ 'events.json': [...(await readEvents('events.json')), ...full()] });
    const [second, third] = [await addEvent('Second'), await addEvent('Third')];
    expect(await idsIn(SECOND)).toEqual([second, third]);
    expect(await idsIn('events.json')).toContain(first);
    expect(await titles()).toEqual(expect.arrayContaining(['First', 'Old 0', 'Second', 'Third']));
    expect(succeed(await bench.archive.manifest()).entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'events/0002', what: 'root' })]),
    );
  });

  it('is found where it stands by what is done to it, and a full file stays as it is', async () => {
    await layEvents({ 'events.json': full(), [SECOND]: [] });
    const eventId = await addEvent('Named');
    const [first, second] = [await readFile(pathOf('events.json')), await readFile(pathOf(SECOND))];
    succeed(await change(eventId, 'Renamed'));
    expect(await titles('renamed')).toEqual(['Renamed']);
    succeed(await handlers['event:delete']({ eventIds: [eventId] }));
    expect(await titles('renamed')).toEqual([]);
    succeed(await handlers['trash:restore']({ rows: [{ kind: 'event', id: eventId }] }));
    expect(await titles('renamed')).toEqual(['Renamed']);
    expect(await readFile(pathOf('events.json'))).toEqual(first);
    for (let step = 0; step < 3; step++) succeed(await handlers['undo:undo']({}));
    expect(await readFile(pathOf(SECOND))).toEqual(second);
    succeed(await handlers['undo:undo']({}));
    expect(await idsIn(SECOND)).toEqual([]);
    succeed(await handlers['undo:redo']({}));
    expect(await readFile(pathOf(SECOND))).toEqual(second);
  });

  it('goes into the file after the last where that can’t be read; all others are there', async () => {
    await layEvents({ 'events.json': [sampleEvent('Kept')], [SECOND]: [sampleEvent('Lost')] });
    const damaged = await bench.reopen(() => writeFile(pathOf(SECOND), '{"version":'));
    bench = damaged;
    handlers = createHandlers(bench.deps);
    expect(await titles()).toEqual(['Kept']);
    const eventId = await addEvent('New');
    expect(await idsIn('events/0003.json')).toEqual([eventId]);
    expect(codeOf(await change(newEventId(), 'Whatever'))).toBe('archive-damaged');
    const { findings } = await checkArchive({ root: bench.archive.folder, codec: plainCodec });
    expect(findings.map(({ file, code }) => [file, code])).toEqual([[SECOND, 'damaged']]);
  });

  it('is mended from the version before where the file of it is gone', async () => {
    await layEvents({ 'events.json': full(), [SECOND]: [] });
    await addEvent('Before');
    await addEvent('After');
    const { folder } = bench.archive;
    bench = await bench.reopen(async () => {
      await rm(pathOf(SECOND));
      const { findings } = await checkArchive({ root: folder, codec: plainCodec });
      expect(findings).toMatchObject([{ file: SECOND, code: 'missing', isRepairable: true }]);
    });
    expect(await titles('before')).toEqual(['Before']);
  });
});

describe('events of several files', () => {
  it('are one where they were merged, and are found by what either says', async () => {
    const [into, one] = [sampleEvent('Lock closed'), sampleEvent('Lock shut', { note: 'harbour' })];
    await layEvents({ 'events.json': [into], [SECOND]: [one] });
    expect(await titles('harbour')).toEqual(['Lock shut']);
    succeed(await handlers['event:merge']({ eventId: into.id, eventIds: [one.id] }));
    expect(await titles()).toEqual(['Lock closed']);
    expect(await titles('harbour')).toEqual(['Lock closed']);
    succeed(await handlers['event:change']({ eventId: one.id, change: { note: 'quay' }, editId: 'note' }));
    expect(await titles('harbour')).toEqual([]);
    expect(await titles('quay')).toEqual(['Lock closed']);
    expect((await readEvents(SECOND))[0]?.note).toBe('');
    for (let step = 0; step < 2; step++) succeed(await handlers['undo:undo']({}));
    expect(await titles('harbour')).toEqual(['Lock shut']);
  });

  it('are one where a sync has left the same in two files, and neither is lost', async () => {
    const event = sampleEvent('Lock closed', { note: 'harbour' });
    const later = '2030-01-01T00:00:00.000Z' as Timestamp;
    const twin = { ...event, title: 'Lock shut', note: 'quay', updatedAt: later };
    await layEvents({ 'events.json': [event], [SECOND]: [twin] });
    expect(await titles()).toEqual(['Lock shut']);
    expect(await titles('harbour')).toEqual(['Lock shut']);
    const { findings } = await checkArchive({ root: bench.archive.folder, codec: plainCodec });
    expect(findings.map(({ file, code }) => [file, code])).toEqual([[SECOND, 'in-two-places']]);
    succeed(await handlers['event:delete']({ eventIds: [event.id] }));
    expect(await titles()).toEqual([]);
    expect(await readEvents('events.json')).toEqual([event]);
    succeed(await handlers['trash:remove']({ rows: [{ kind: 'event', id: event.id }] }));
    expect([await idsIn('events.json'), await idsIn(SECOND)]).toEqual([[], []]);
  });

  it('are read again, that file alone, where another program has changed one', async () => {
    const [kept, other] = [sampleEvent('Kept'), sampleEvent('Lock closed')];
    await layEvents({ 'events.json': [kept], [SECOND]: [other] });
    expect(await titles()).toEqual(['Kept', 'Lock closed']);
    const text = await readFile(pathOf(SECOND), 'utf8');
    await writeFile(pathOf(SECOND), text.replace('Lock closed', 'Lock open'));
    await bench.archive.lookOutside([SECOND]);
    expect(await titles()).toEqual(['Kept', 'Lock open']);
  });

  it('take in a conflict copy of the file that it is named after', async () => {
    const [kept, theirs] = [sampleEvent('Ours'), sampleEvent('Theirs')];
    await layEvents({ 'events.json': [sampleEvent('First')], [SECOND]: [kept] });
    const { archive, machine } = bench.deps;
    const merger = createCopyMerger({ archive, machine, tell: () => undefined });
    const copy = 'events/0002.sync-conflict-20240501-101500-ABCDEFG.json';
    await writeFile(pathOf(copy), JSON.stringify({ version: EVENTS_VERSION, events: [kept, theirs] }));
    await merger.meet([copy]);
    expect(merger.left()).toEqual([]);
    expect((await idsIn(SECOND)).toSorted()).toEqual([kept.id, theirs.id].toSorted());
    expect(await idsIn('events.json')).toHaveLength(1);
  });
});
