// The lists of an archive of years, as the window asks for them: from the start of the program until they answer from
// the whole archive, the memory of each process then, how long each takes, and for how long main is held meanwhile.
// Beside it the same of an empty archive. The first start builds what is derived; the second one counts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrecisBridge } from '#domain/contract/bridge.ts';
import { type PackedAnswer, type PackedRecord, unpackAnswer } from '#domain/contract/packed-answer.ts';
import type { Input, RequestName } from '#domain/contract/requests.ts';
import type { Result } from '#domain/result.ts';
import { launchPrecis, type Precis } from '../support/app/launch-precis.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { writeArticles } from '../support/archives/write-articles.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { createRandom, madeWord, madeWords } from '../support/texts/made-words.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { median, meets, percentile } from './figures.ts';

const ARTICLES = Number(process.env.PRECIS_BENCH_ARTICLES ?? 10_000);
const PASSAGES_EACH = 10;
const PARAGRAPHS = 10;
const WORDS = 60;
const ROUNDS = Number(process.env.PRECIS_BENCH_ROUNDS ?? 20);
const READY_WITHIN_MS = 600_000;
const MAIN_HELD_AT_MOST_MS = 50;
const START_AT_MOST = 1.2;
const MEMORY_AT_MOST = 1.5;

type Bridge = { readonly precis: PrecisBridge<unknown> };
type Question = { readonly [N in RequestName]: readonly [N, Input<N>] }[RequestName];
/** Of each process what it takes, in MB. */
type Sizes = ReadonlyMap<string, number>;
type Start = { readonly readyMs: number; readonly sizes: Sizes; readonly heldMs: number };

const folder = await makeTemporaryFolder();
try {
  const empty = join(folder, 'empty');
  const full = join(folder, 'full');
  await writeArticles(empty, []);
  const random = createRandom(7);
  await makeManyPassages(full, {
    articles: ARTICLES,
    passagesEach: PASSAGES_EACH,
    bodyOf: () => paragraphs(...Array.from({ length: PARAGRAPHS }, () => madeWords(random, WORDS))),
  });
  console.log(`the lists of ${ARTICLES} articles with ${ARTICLES * PASSAGES_EACH} passages`);
  for (const archive of [empty, full]) await session('first start', archive, async () => undefined);
  const small = await session('start of the empty one', empty, async () => undefined);
  let heldMs = 0;
  let asked: Sizes = new Map();
  const large = await session('start of the full one', full, async (precis) => {
    heldMs = await measureLists(precis);
    // The window holds what it was handed, as long as its engine sees fit.
    asked = await sizesOf(precis);
  });
  printSizes(small.sizes, large.sizes, asked);
  const isHeldShortly = meets('main held while starting', large.heldMs, MAIN_HELD_AT_MOST_MS, 'ms');
  const isAskedShortly = meets('main held while lists are asked for', heldMs, MAIN_HELD_AT_MOST_MS, 'ms');
  const isAtOnce = meets(
    'lists after, against an empty archive',
    large.readyMs / small.readyMs,
    START_AT_MOST,
    '×',
  );
  const isSmall = meets(
    'memory against an empty archive',
    totalOf(large.sizes) / totalOf(small.sizes),
    MEMORY_AT_MOST,
    '×',
  );
  process.exitCode = isHeldShortly && isAskedShortly && isAtOnce && isSmall ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

/** Starts the app on an archive, waits until its lists are whole and the index is, and lets `act` do something then. */
async function session(
  what: string,
  archive: string,
  act: (precis: Precis) => Promise<void>,
): Promise<Start> {
  const startedMs = performance.now();
  const precis = await launchPrecis({ archive, userData: join(folder, 'user-data') });
  await watchMain(precis);
  await until(precis, async () => (await request(precis, ['app:state', {}])).isCatalogueReady === true);
  const readyMs = performance.now() - startedMs;
  const heldMs = await heldSince(precis);
  // The index of the words is brought up to the files after that.
  const whole = { text: 'nothing', limit: 1, order: 'best', isTyping: false, isWhole: true } as const;
  await request(precis, ['search:archive', whole]);
  await precis.window.waitForTimeout(3000);
  const sizes = await sizesOf(precis);
  console.log(
    `  ${what.padEnd(28)}lists after ${readyMs.toFixed(0)} ms, ${totalOf(sizes).toFixed(0)} MB, main held ${heldMs.toFixed(0)} ms`,
  );
  await act(precis);
  await precis.close();
  return { readyMs, sizes, heldMs };
}

async function until(precis: Precis, isSo: () => Promise<boolean>): Promise<void> {
  const endMs = performance.now() + READY_WITHIN_MS;
  while (!(await isSo())) {
    if (performance.now() > endMs) throw new Error('The lists never became whole.');
    await precis.window.waitForTimeout(50);
  }
}

type Crossed = Result<Record<string, unknown>, unknown> | PackedAnswer | PackedRecord;

/** What the window is answered; a refusal ends the bench. */
async function request(precis: Precis, question: Question): Promise<Record<string, unknown>> {
  const answer = await precis.window.evaluate(
    (asked) => (globalThis as unknown as Bridge).precis.request(asked[0], asked[1] as never),
    question,
  );
  const unpacked = unpackAnswer(answer as Crossed);
  if (!unpacked.ok) throw new Error(JSON.stringify(answer));
  return unpacked.value;
}

/** How long the window waits for the answer. */
async function timeRequest(precis: Precis, question: Question): Promise<number> {
  return precis.window.evaluate(async (asked) => {
    const { precis: bridge } = globalThis as unknown as Bridge;
    const startMs = performance.now();
    const answer: object = await bridge.request(asked[0], asked[1] as never);
    // As the window unpacks it.
    const lists = 'lists' in answer ? Object.values(answer.lists as object) : [];
    const parts = 'parts' in answer ? (answer.parts as string[]) : (lists.flat() as string[]);
    for (const part of parts) JSON.parse(part);
    if (!('value' in answer) && parts.length === 0) throw new Error(`${asked[0]} was refused.`);
    return performance.now() - startMs;
  }, question);
}

/** What each process has for itself, and its share of what they have in common (PSS); Linux tells. */
async function sizesOf({ app }: Precis): Promise<Sizes> {
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ pid, type, name }) => ({ pid, name: name ?? type })),
  );
  const sizes = new Map<string, number>();
  for (const { pid, name } of processes) {
    const [, kilobytes = 0] = /^Pss:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    sizes.set(name, (sizes.get(name) ?? 0) + Number(kilobytes) / 1024);
  }
  return sizes;
}

function totalOf(sizes: Sizes): number {
  return [...sizes.values()].reduce((total, megabytes) => total + megabytes, 0);
}

function printSizes(...columns: readonly Sizes[]): void {
  const row = (name: string, values: readonly string[]): void =>
    console.log(`  ${name.padEnd(32)}${values.map((value) => value.padStart(12)).join('')}`);
  row('memory in MB', ['empty', 'full', 'after all']);
  for (const name of new Set(columns.flatMap((sizes) => [...sizes.keys()])))
    row(
      name,
      columns.map((sizes) => (sizes.get(name) ?? 0).toFixed(0)),
    );
  row(
    'all',
    columns.map((sizes) => totalOf(sizes).toFixed(0)),
  );
}

/** Begins to watch for how long main answers nothing at a time. */
async function watchMain({ app }: Precis): Promise<void> {
  await app.evaluate(() => {
    const state = { longestMs: 0, lastMs: performance.now() };
    const beat = (): void => {
      const nowMs = performance.now();
      state.longestMs = Math.max(state.longestMs, nowMs - state.lastMs);
      state.lastMs = nowMs;
      setTimeout(beat, 1);
    };
    beat();
    Reflect.set(globalThis, 'watched', state);
  });
}

async function heldSince({ app }: Precis): Promise<number> {
  return app.evaluate(() => {
    const state = Reflect.get(globalThis, 'watched') as { longestMs: number };
    const { longestMs } = state;
    state.longestMs = 0;
    return longestMs;
  });
}

type Place = { readonly id: string; readonly articleId: string };

function questions(random: () => number, places: readonly Place[]): Readonly<Record<string, () => Question>> {
  const table = (column: string, grouping: string, filter: object = {}): Question => [
    'passage:table',
    { filter, sort: { column, direction: 'ascending' }, grouping } as never,
  ];
  const anyPlace = (): Place => places[Math.floor(random() * places.length)] ?? { id: '', articleId: '' };
  const related = ({ id, articleId }: Place): Question => [
    'passage:related',
    { passageId: id as never, articleId: articleId as never },
  ];
  const word = (): string => madeWord(60 + Math.floor(random() * 240));
  return {
    'the reading list': () => ['article:list', { filter: {}, order: 'newest' }],
    'the reading list by a word': () => ['article:list', { filter: { text: word() }, order: 'newest' }],
    'the table': () => table('createdAt', 'none'),
    'the table by quote': () => table('quote', 'none'),
    'the table by grade, in tags': () => table('grade', 'tag'),
    'the table of a label by a word': () => table('createdAt', 'none', { label: 'data', text: word() }),
    'forty rows': () => [
      'passage:rows',
      { passageIds: Array.from({ length: 40 }, () => anyPlace().id) as never },
    ],
    related: () => related(anyPlace()),
    'what a text names': () => ['search:find', { text: word(), limit: 20 }],
    counts: () => ['counts:get', {}],
    tags: () => ['tag:list', {}],
    sources: () => ['source:list', {}],
    review: () => ['review:list', {}],
    tasks: () => ['task:list', { isOpenOnly: true }],
  };
}

/** Prints how long each list takes; answers the longest time for which main was held. */
async function measureLists(precis: Precis): Promise<number> {
  const sorted: Question = [
    'passage:table',
    { filter: {}, sort: { column: 'createdAt', direction: 'ascending' }, grouping: 'none' },
  ];
  const table = (await request(precis, sorted)) as unknown as {
    readonly groups: readonly { readonly passageIds: readonly string[] }[];
  };
  const ids = table.groups.flatMap(({ passageIds }) => passageIds).filter((_, at) => at % 200 === 0);
  const asked = { passageIds: ids.slice(0, 500) as never } as const;
  const places = (await request(precis, ['passage:rows', asked])) as unknown as readonly Place[];
  let longestMs = 0;
  console.log(
    `  ${''.padEnd(32)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'main held'.padStart(12)}   in ms`,
  );
  for (const [name, make] of Object.entries(questions(createRandom(11), places))) {
    await heldSince(precis);
    const took: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) took.push(await timeRequest(precis, make()));
    const heldMs = await heldSince(precis);
    longestMs = Math.max(longestMs, heldMs);
    const figures = [median(took), percentile(took, 0.95)].map((ms) => ms.toFixed(0).padStart(8));
    console.log(`  ${name.padEnd(32)}${figures.join('')}${heldMs.toFixed(0).padStart(12)}`);
  }
  return longestMs;
}
