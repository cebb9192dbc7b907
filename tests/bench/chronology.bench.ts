// The chronology of an archive of years, as the index answers it: the first time after a start, again, and after one
// event was changed, with how long that change takes to be saved, and how long beside a hundred events. Main and the
// window are left out: `npm run bench -- lists` has what crosses between them.

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { EVENTS_VERSION } from '#domain/archive/files.ts';
import { edtfSchema } from '#domain/dates/when/edtf.ts';
import type { Event, Saying } from '#domain/event/event.ts';
import { type EventFileName, fileForEvent } from '#domain/event/event-files.ts';
import type { EventId } from '#domain/ids.ts';
import { createHandlers } from '#electron/handlers/create-handlers.ts';
import { EVENT_FOLDER, nameOfFile } from '#electron/storage/folder/layout.ts';
import { newEventId } from '../support/archive/sample-ids.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { openWorkbench, type Workbench } from '../support/workbench/open-workbench.ts';
import { succeed } from '../support/workbench/results.ts';
import { median, meets, percentile } from './figures.ts';

const ARTICLES = Number(process.env.PRECIS_BENCH_ARTICLES ?? 2_000);
const PASSAGES_EACH = 10;
const EVENTS = Number(process.env.PRECIS_BENCH_EVENTS ?? 10_000);
const FEW_EVENTS = 100;
const ROUNDS = 30;
/** Rounds before the measured ones: an app in use has compiled its code long ago. */
const WARMING = 60;
const IN_SIGHT = 40;
const FIRST_ROWS_AT_MOST_MS = 100;
const SAVE_AT_MOST_MS = 5;
/** Of the median, by that beside a hundred events. */
const SAVE_RATIO_AT_MOST = 1.15;
/** What will be asked for is made when nothing was done for two seconds. */
const REST_MS = 3500;
const DAY_MS = 86_400_000;
const DAYS = 3000;

const folder = await makeTemporaryFolder();
const smallFolder = await makeTemporaryFolder();
try {
  await writeArchive(join(smallFolder, 'archive'), FEW_EVENTS);
  const small = await openWorkbench(undefined, smallFolder);
  await small.deps.catalogue.ready;
  await writeArchive(join(folder, 'archive'), EVENTS);
  const opening = performance.now();
  const bench = await openWorkbench(undefined, folder);
  const { catalogue } = bench.deps;
  await catalogue.ready;
  console.log(`${EVENTS} events, lists after ${(performance.now() - opening).toFixed(0)} ms`);
  const first = await timeRows(bench);
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round++) again.push(await timeRows(bench));
  const changed: number[] = [];
  const saved: number[] = [];
  const savedOfFew: number[] = [];
  const added: number[] = [];
  for (let round = -WARMING; round < ROUNDS; round++) {
    // Each waits for the lists of the one before: nothing else is at work.
    const fewMs = await changeEvent(small, round + WARMING);
    await timeRows(small);
    const savedMs = await changeEvent(bench, round + WARMING);
    const rowsMs = await timeRows(bench);
    const addedMs = await addEvent(bench);
    await timeRows(bench);
    if (round < 0) continue;
    saved.push(savedMs);
    changed.push(rowsMs);
    added.push(addedMs);
    savedOfFew.push(fewMs);
  }
  const print = (name: string, times: readonly number[]): void =>
    console.log(
      `  ${name}: p50 ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`,
    );
  print(`save of a change, ${FEW_EVENTS} events`, savedOfFew);
  print('save of a change', saved);
  print('save of a new event', added);
  const ratio = median(saved) / median(savedOfFew);
  const isSaved = meets('save of a change, p95', percentile(saved, 0.95), SAVE_AT_MOST_MS, 'ms');
  const isSteady = meets('save of a change, ratio to few events', ratio, SAVE_RATIO_AT_MOST, '×');
  const isFirst = meets('first rows, the first time', first, FIRST_ROWS_AT_MOST_MS, 'ms');
  const isAgain = meets('first rows, again', median(again), FIRST_ROWS_AT_MOST_MS, 'ms');
  const isChanged = meets('first rows, after a change', median(changed), FIRST_ROWS_AT_MOST_MS, 'ms');
  const rested = await bench.reopen();
  await rested.deps.catalogue.ready;
  await setTimeout(REST_MS);
  const afterRest = await timeRows(rested);
  await rested.close();
  meets('first rows, the first time after a rest', afterRest, FIRST_ROWS_AT_MOST_MS, 'ms');
  await small.close();
  process.exitCode = isFirst && isAgain && isChanged && isSaved && isSteady ? 0 : 1;
} finally {
  await removeFolder(folder);
  await removeFolder(smallFolder);
}
process.exit();

type Place = Pick<Saying, 'articleId' | 'passageId'>;

async function placesIn(archive: string): Promise<readonly Place[]> {
  const articles = join(archive, 'articles');
  const places: Place[] = [];
  for (const articleId of await readdir(articles)) {
    const { passages } = JSON.parse(await readFile(join(articles, articleId, 'annotations.json'), 'utf8'));
    for (const { id } of passages) places.push({ articleId, passageId: id } as Place);
  }
  return places;
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2016, 0, 1) + (number % DAYS) * DAY_MS).toISOString().slice(0, 10);
}

/** Each event is said by two passages; of every fourth one of them gives the day before. */
function eventsOn(places: readonly Place[], count: number): Event[] {
  return Array.from({ length: count }, (_, number): Event => {
    const date = edtfSchema.parse(dayOf(number * 7));
    const other = edtfSchema.parse(dayOf(number * 7 + (number % 4 === 0 ? DAYS - 1 : 0)));
    const at = '2024-04-24T09:00:00.000Z' as Event['createdAt'];
    const said = [places[(number * 2) % places.length], places[(number * 2 + 1) % places.length]] as Place[];
    return {
      ...{ id: newEventId(), date, certainty: 'stated', title: `What happened ${number}`, note: '' },
      mergedInto: null,
      concernedIds: [],
      sayings: said.map((place, turn) => ({
        ...place,
        date: turn === 0 ? date : other,
        certainty: 'stated',
      })),
      ...{ createdAt: at, updatedAt: at, deletedAt: null },
    };
  });
}

async function writeArchive(to: string, count: number): Promise<void> {
  await makeManyPassages(to, { articles: ARTICLES, passagesEach: PASSAGES_EACH });
  const places = await placesIn(to);
  await layEvents(to, eventsOn(places, count));
}

/** The files that as many acts leave. */
async function layEvents(to: string, events: readonly Event[]): Promise<void> {
  const files: { file: EventFileName; events: Event[] }[] = [{ file: { kind: 'events' }, events: [] }];
  for (const event of events) {
    const file = fileForEvent(files, event);
    const last = files.at(-1);
    if (last !== undefined && nameOfFile(file, 'archive') === nameOfFile(last.file, 'archive'))
      last.events.push(event);
    else files.push({ file, events: [event] });
  }
  await mkdir(join(to, EVENT_FOLDER), { recursive: true });
  for (const { file, events: held } of files)
    await writeFile(
      join(to, nameOfFile(file, 'archive')),
      serialiseContent({ version: EVENTS_VERSION, events: held }),
    );
  console.log(`${events.length} events in ${files.length} files`);
}

/** From the question for the order to the rows in sight, in ms. */
async function timeRows({ deps: { catalogue } }: Workbench): Promise<number> {
  const startMs = performance.now();
  const { keys } = await catalogue['event:chronology']({ text: '' });
  await catalogue['event:rows']({ keys: keys.slice(0, IN_SIGHT) });
  return performance.now() - startMs;
}

/** How long a new event takes until it is acknowledged, in ms. */
async function addEvent({ deps }: Workbench): Promise<number> {
  const date = edtfSchema.parse('2024-04-24');
  const said = { concernedIds: [], sayings: [], note: '', certainty: 'stated', title: 'One more' } as const;
  const startMs = performance.now();
  succeed(
    await createHandlers(deps)['event:add']({
      ...said,
      eventId: newEventId(),
      date,
      sayings: [],
      concernedIds: [],
    }),
  );
  return performance.now() - startMs;
}

/** How long the change of one event takes until it is acknowledged, in ms. */
async function changeEvent({ deps }: Workbench, round: number): Promise<number> {
  const { keys } = await deps.catalogue['event:chronology']({ text: '' });
  const eventId = keys[(round * 11) % keys.length] as EventId;
  const change = { title: `Reworded ${round}` };
  const startMs = performance.now();
  succeed(await createHandlers(deps)['event:change']({ eventId, change, editId: `round ${round}` }));
  return performance.now() - startMs;
}
