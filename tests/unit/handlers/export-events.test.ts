import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { ArticleId, EventId, PassageId } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { createEventHandlers } from '#electron/handlers/event/event-handlers.ts';
import { newEventId } from '../../support/archive/sample-ids.ts';
import { createActs } from '../../support/workbench/create-acts.ts';
import { openWorkbench, type Workbench } from '../../support/workbench/open-workbench.ts';
import { codeOf, succeed } from '../../support/workbench/results.ts';

const text = 'The port closed.\nNobody said why, and nobody asked.';

let bench: Workbench;
let folder: string;
let articleId: ArticleId;
let passageId: PassageId;
const acts = createActs(() => bench);
const events = () => createEventHandlers(bench.deps);

beforeEach(async () => {
  bench = await openWorkbench();
  folder = bench.deps.desktop.exportFolder();
  await mkdir(folder, { recursive: true });
  articleId = await acts.addArticle(text, { title: 'Port closed', publisher: 'Harbour Dispatch' });
  passageId = (await acts.add(articleId, text, 'The port closed')).id;
});
afterEach(() => bench.close());

const addEvent = async (title: string, date: string): Promise<EventId> => {
  const eventId = newEventId();
  succeed(
    await events()['event:add']({
      ...{ eventId, title, date: edtfSchema.parse(date), certainty: 'stated', concernedIds: [], note: '' },
      sayings: [{ articleId, passageId, date: null, certainty: 'stated' }],
    }),
  );
  return eventId;
};
const read = (fileName: string) => readFile(join(folder, fileName), 'utf8');

describe('the export of events', () => {
  it('writes those that are there, in their order, with what their passages say', async () => {
    const eventIds = [
      await addEvent('Closed', '2024-04-19'),
      newEventId(),
      await addEvent('Open', '2024-05'),
    ];
    const fileName = 'all.json';
    const made = succeed(await events()['event:export']({ eventIds, fileName, replaces: false }));
    const written = await read(fileName);
    expect(made).toEqual({ fileName, events: 2, leftOut: 1, bytes: Buffer.byteLength(written) });
    const { events: told } = JSON.parse(written);
    expect(told.map(({ title }: { title: string }) => title)).toEqual(['Closed', 'Open']);
    expect(told[0].passages).toEqual([
      { words: '“The port closed”', article: 'Port closed', paragraph: 1, grade: '', date: null },
    ]);
  });

  it('carries the marking of the articles that an event rests on, also of one in the trash', async () => {
    const handlers = createHandlers(bench.deps);
    const eventIds = [await addEvent('Closed', '2024-04-19')];
    const marking = { kind: 'tlp', label: 'TLP:RED' } as const;
    succeed(await handlers['article:set-marking']({ articleId, marking }));
    const written = async () => {
      succeed(await events()['event:export']({ eventIds, fileName: 'all.csv', replaces: true }));
      return read('all.csv');
    };
    expect(await written()).toContain('Closed,TLP:RED,');
    succeed(await handlers['article:delete']({ articleId }));
    expect(await written()).toContain('Closed,TLP:RED,');
  });

  it('says how many have no day for a calendar', async () => {
    const eventIds = [await addEvent('Closed', '2024-04-19'), await addEvent('Founded', '-0300')];
    const asked = { eventIds, fileName: 'all.ics', replaces: false };
    expect(succeed(await events()['event:export'](asked))).toMatchObject({ events: 1, leftOut: 1 });
  });

  it('replaces no file that is not to be replaced, and leaves the folder of exports in no way', async () => {
    const eventIds = [await addEvent('Closed', '2024-04-19')];
    const exportTo = (fileName: string, replaces = false) =>
      events()['event:export']({ eventIds, fileName, replaces });
    succeed(await exportTo('all.csv'));
    expect(codeOf(await exportTo('all.csv'))).toBe('file-exists');
    succeed(await exportTo('all.csv', true));
    expect(codeOf(await exportTo('../all.csv'))).toBe('invalid-input');
    await expect(readFile(join(dirname(folder), 'all.csv'))).rejects.toThrow();
    expect(codeOf(await exportTo('all.pdf'))).toBe('invalid-input');
  });

  it('writes nothing once it was cancelled', async () => {
    const eventIds = await Promise.all([addEvent('Closed', '2024-04-19'), addEvent('Open', '2024-05')]);
    const handlers = events();
    const exporting = handlers['event:export']({
      eventIds: Array.from({ length: 400 }, (_, at) => eventIds[at % 2] as EventId),
      ...{ fileName: 'all.csv', replaces: false },
    });
    succeed(await handlers['event:cancel-export']({}));
    expect(codeOf(await exporting)).toBe('cancelled');
    await expect(read('all.csv')).rejects.toThrow();
  });
});
