import { randomUUID } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { EVENTS_VERSION } from '#domain/archive/files.ts';
import { MAX_EVENT_NOTE } from '#domain/event/event.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { sampleEvent } from '../support/archive/sample-records.ts';
import { bundleProgram } from '../support/bundle-program.ts';
import { damageArchive } from '../support/damages/damage-archive.ts';
import { lostBetween, readArchive } from '../support/damages/read-archive.ts';
import { layRichArchive } from '../support/damages/rich-archive.ts';
import { readTree } from '../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS, runToEnd } from '../support/run-limited.ts';
import { succeed } from '../support/workbench/results.ts';

/** Each is a start of a program of its own. */
const kills = Math.ceil(Number(process.env.PRECIS_KILLS ?? 40) / 2);
const firstSeed = Number(process.env.PRECIS_SEED ?? 1);

let folder = '';
let actor = '';
let original = '';
test.beforeAll(async () => {
  folder = await makeTemporaryFolder();
  actor = await bundleProgram('tests/torture/acts-actor.ts', folder);
  // The stemmer reads its WebAssembly from beside itself.
  const stemmer = join(dirname(fileURLToPath(import.meta.resolve('multilingual-stemmer'))), 'browser');
  await cp(stemmer, join(folder, 'browser'), { recursive: true });
  original = join(folder, 'original');
  await layRichArchive(original);
});
test.afterAll(() => removeFolder(folder));

type Act = 'remove-sample' | 'change-events' | 'repair' | 'take-back';
type Told = { readonly wasKilled: boolean; readonly lines: readonly string[] };

/** The library of the catalogue looks for its own file beside itself, as a module of the older kind. */
const besideSqlite = `data:text/javascript,globalThis.__dirname=${JSON.stringify(dirname(fileURLToPath(import.meta.resolve('node-sqlite3-wasm'))))}`;

/** Does it, and ends it by force before its nth change on the disk; 0: never. */
const run = async (act: Act, archive: string, last: number): Promise<Told> => {
  const words = ['--import', besideSqlite, actor, act, archive, String(last)];
  const { signal, status, stdout, stderr } = await runToEnd(process.execPath, words);
  if (signal !== 'SIGKILL') expect(status, stderr).toBe(0);
  return { wasKilled: signal === 'SIGKILL', lines: stdout.trim().split('\n') };
};

/** Marks every second article and memo as of the sample. */
const markSample = async (archive: string): Promise<void> => {
  for (const [holds, file] of [
    ['articles', 'annotations.json'],
    ['memos', 'memo.json'],
  ] as const) {
    const ids = (await readdir(join(archive, holds))).toSorted();
    for (const id of ids.filter((_, number) => number % 2 === 0)) {
      const path = join(archive, holds, id, file);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replaceAll(/"isSample": ?false/gu, '"isSample": true'));
    }
  }
};

/**
 * All files of records, wherever they lie, and which of them lie in the trash. The times of the act, which differ with
 * each run, are left out, and so is the note of a folder that it is in the trash.
 */
const recordsIn = async (archive: string) => {
  const kept =
    /^(?:(?:trash\/)?(?:articles|memos)\/.+(?<!\/deleted\.json)|(?:tags|sources|tasks|searches)\.json)$/u;
  const times = /"(updatedAt|deletedAt)": ?(?:"[^"]*"|null)/gu;
  const files = Object.entries(await readTree(archive)).filter(([path]) => kept.test(path));
  const contents = files.map(([path, text]) => [
    path.replace(/^trash\//u, ''),
    text.replaceAll(times, '"$1": …'),
  ]);
  return {
    contents: contents.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    inTrash: files
      .map(([path]) => path)
      .filter((path) => path.startsWith('trash/'))
      .toSorted(),
  };
};

const countRecords = (paths: readonly string[]): number =>
  paths.filter((path) => /(?:annotations|memo)\.json$/u.test(path)).length;

const howMuch = (removed: number, sample: number): 'there' | 'removed' | 'part' => {
  if (removed === 0) return 'there';
  return removed === sample ? 'removed' : 'part';
};

test(`the removal of the sample loses no record in ${kills} kills, and stands once it is acknowledged`, async () => {
  test.setTimeout(RUN_LIMIT_MS + kills * 10_000);
  const start = join(folder, 'sampled');
  await cp(original, start, { recursive: true });
  await markSample(start);
  const archive = join(folder, 'removed');
  const machine = { nowMs: Date.now, newId: randomUUID };
  const begin = async (): Promise<void> => {
    await rm(archive, { recursive: true, force: true });
    await cp(start, archive, { recursive: true });
  };
  const openAnew = async () => {
    const opened = succeed(await openArchive({ folder: archive, machine }));
    expect(opened.repairs()).toEqual([]);
    await opened.close();
    return recordsIn(archive);
  };
  await begin();
  const there = await openAnew();
  const { lines: whole } = await run('remove-sample', archive, 0);
  const changes = Number(whole.at(-1));
  const toRemove = Number(/^removed (\d+)$/u.exec(whole[0] ?? '')?.[1]);
  expect(await openAnew(), 'removed and undone').toEqual(there);
  const tally = { there: 0, removed: 0, part: 0 };
  const sample = there.contents.filter(([, text = '']) => text.includes('"isSample": true')).length;
  expect(sample).toBeGreaterThan(2);
  for (let kill = 0; kill < kills; kill++) {
    await begin();
    const last = 1 + ((kill * 7 + firstSeed) % changes);
    const { wasKilled, lines } = await run('remove-sample', archive, last);
    expect(wasKilled, lines.join()).toBe(true);
    const { contents, inTrash } = await openAnew();
    expect(contents, `kill ${kill + 1}`).toEqual(there.contents);
    const removed = countRecords(inTrash) - countRecords(there.inTrash);
    tally[howMuch(removed, sample)] += 1;
    if (last === toRemove + 1) expect(removed, `kill ${kill + 1}, removed`).toBe(sample);
    if (lines.includes('undone')) expect(removed, `kill ${kill + 1}, undone`).toBe(0);
  }
  console.log(
    `${kills} kills over ${changes} changes: the sample was ${tally.there} times all there, ${tally.removed} times all in the trash, ${tally.part} times partly; no record lost`,
  );
  expect(Math.min(tally.there, tally.removed)).toBeGreaterThan(0);
});

test(`events of several files lose nothing that was acknowledged in ${kills} kills, and stand once`, async () => {
  test.setTimeout(RUN_LIMIT_MS + kills * 10_000);
  const start = join(folder, 'with-events');
  await cp(original, start, { recursive: true });
  const old = Array.from({ length: 40 }, (_, at) =>
    sampleEvent(`Old ${at}`, { note: 'x'.repeat(MAX_EVENT_NOTE) }),
  );
  const text = serialiseContent({ version: EVENTS_VERSION, events: old });
  await writeFile(join(start, 'events.json'), text);
  const archive = join(folder, 'changed-events');
  const begin = async (): Promise<void> => {
    await rm(archive, { recursive: true, force: true });
    await cp(start, archive, { recursive: true });
  };
  const readAnew = async () => {
    const opened = succeed(
      await openArchive({ folder: archive, machine: { nowMs: Date.now, newId: randomUUID } }),
    );
    const files = await opened.eventFiles();
    expect(opened.repairs()).toEqual([]);
    await opened.close();
    expect(files.map(({ fault }) => fault)).toEqual(files.map(() => null));
    return files.map(({ events }) => events ?? []);
  };
  await begin();
  const { lines: whole } = await run('change-events', archive, 0);
  const changes = Number(whole.at(-1));
  const [first = [], second = []] = await readAnew();
  expect(await readFile(join(archive, 'events.json'), 'utf8'), 'undone to the same bytes').toBe(text);
  expect([first.length, second.map(({ title }) => title)]).toEqual([old.length, ['First', 'Second']]);
  for (let kill = 0; kill < kills; kill++) {
    await begin();
    const { wasKilled, lines } = await run('change-events', archive, 1 + ((kill * 7 + firstSeed) % changes));
    expect(wasKilled, lines.join()).toBe(true);
    const [kept = [], further = [], ...none] = await readAnew();
    const when = `kill ${kill + 1} after ${lines.join()}`;
    expect(none, when).toEqual([]);
    const titles = further.map(({ title }) => title);
    if (lines.includes('event First')) expect(titles.length, when).toBeGreaterThan(0);
    if (lines.includes('event Second')) expect(titles, when).toContain('Second');
    expect(
      kept.map(({ id, title }) => [id, title]),
      when,
    ).toEqual(old.map(({ id, title }) => [id, title]));
    // The act takes away no note but that of the event that was merged.
    expect(
      kept.slice(1).map(({ note }) => note),
      when,
    ).toEqual(old.slice(1).map(({ note }) => note));
    if (lines.includes('undone')) expect(kept[0]?.note, when).toBe(old[0]?.note);
  }
  console.log(`${kills} kills over ${changes} changes of events: nothing that was acknowledged is lost`);
});

/** The archive without what a repair has put away, and what a program that was ended has left half written. */
const withoutPutAway = async (archive: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    Object.entries(await readTree(archive)).filter(
      ([path]) => !(path.startsWith('trash/before-repair') || path.includes('.tmp')),
    ),
  );
const hasNote = async (archive: string): Promise<boolean> =>
  Object.keys(await readTree(archive)).some((path) => path.endsWith('/repair.json'));

type Damaged = {
  readonly folder: string;
  readonly seed: number;
  readonly done: string;
  readonly before: ReturnType<typeof readArchive>;
  readonly bytes: Readonly<Record<string, string>>;
};
const tally = { kills: 0, again: 0, back: 0 };

/** A copy of it, which acts can be killed in. */
const copyOf = async ({ folder: damaged }: Damaged): Promise<string> => {
  const copy = join(folder, 'killed');
  await rm(copy, { recursive: true, force: true });
  await cp(damaged, copy, { recursive: true });
  return copy;
};

const expectNothingLost = ({ before, seed, done }: Damaged, copy: string, when: string): void =>
  expect(lostBetween(before, readArchive(copy)), `seed ${seed} ${when}: ${done}`).toEqual([]);

/** Every second taking back is killed as well, and gone on with. */
const takeBack = async (damaged: Damaged, copy: string): Promise<void> => {
  tally.back += 1;
  if (tally.back % 2 === 0 && (await run('take-back', copy, 4 + (damaged.seed % 9))).wasKilled) {
    tally.kills += 1;
    expectNothingLost(damaged, copy, 'killed as it was taken back');
  }
  await run('take-back', copy, 0);
  expect(await withoutPutAway(copy), `seed ${damaged.seed} taken back: ${damaged.done}`).toEqual(
    damaged.bytes,
  );
};

/** Kills a repair before that change, and then repairs again, or takes back what was begun. */
const killRepair = async (damaged: Damaged, last: number, isTakenBack: boolean): Promise<void> => {
  const copy = await copyOf(damaged);
  if (!(await run('repair', copy, last)).wasKilled) return;
  tally.kills += 1;
  expectNothingLost(damaged, copy, `killed before change ${last}`);
  if (!isTakenBack) {
    tally.again += 1;
    await run('repair', copy, 0);
    expectNothingLost(damaged, copy, 'repaired again');
  } else if (await hasNote(copy)) await takeBack(damaged, copy);
};

const damage = async (seed: number): Promise<Damaged> => {
  const damaged = join(folder, `damaged-${seed}`);
  await cp(original, damaged, { recursive: true });
  const done = damageArchive(damaged, seed).join('; ');
  return { folder: damaged, seed, done, before: readArchive(damaged), bytes: await withoutPutAway(damaged) };
};

test(`a repair and its taking back lose nothing in ${kills} kills, and what was begun is taken back`, async () => {
  test.setTimeout(RUN_LIMIT_MS + kills * 20_000);
  for (let seed = firstSeed; tally.kills < kills; seed++) {
    const damaged = await damage(seed);
    const whole = await copyOf(damaged);
    const changes = Number((await run('repair', whole, 0)).lines.at(-1));
    // Where nothing is to be mended there is nothing to be killed in.
    const parts = (await hasNote(whole)) ? [0.35, 0.6, 0.85] : [];
    for (const [at, part] of parts.entries())
      await killRepair(damaged, Math.max(1, Math.floor(changes * part) - (seed % 3)), (seed + at) % 2 === 1);
    await rm(damaged.folder, { recursive: true });
  }
  console.log(
    `${tally.kills} kills from seed ${firstSeed}: ${tally.again} repaired again, ${tally.back} taken back to the byte, nothing lost`,
  );
});

test(`the taking back of a repair loses nothing in ${kills} kills at its changes, and is gone on with`, async () => {
  test.setTimeout(kills * 20_000);
  let killed = 0;
  for (let seed = firstSeed; killed < kills; seed++) {
    const damaged = await damage(seed);
    const repaired = await copyOf(damaged);
    await run('repair', repaired, 0);
    const start = join(folder, 'repaired');
    await cp(repaired, start, { recursive: true });
    const changes = (await hasNote(start)) ? Number((await run('take-back', repaired, 0)).lines.at(-1)) : 0;
    for (let last = 1; last <= changes && killed < kills; last++) {
      const copy = await copyOf({ ...damaged, folder: start });
      expect((await run('take-back', copy, last)).wasKilled, `seed ${seed}, change ${last}`).toBe(true);
      killed += 1;
      // Reading it mends it, as opening does, and what is taken back already would not be taken back again.
      const read = join(folder, 'read');
      await cp(copy, read, { recursive: true });
      expectNothingLost(damaged, read, `killed before change ${last} of taking back`);
      await rm(read, { recursive: true });
      await run('take-back', copy, 0);
      expect(await withoutPutAway(copy), `seed ${seed}, change ${last}: ${damaged.done}`).toEqual(
        damaged.bytes,
      );
    }
    await rm(start, { recursive: true });
    await rm(damaged.folder, { recursive: true });
  }
  console.log(`${killed} kills of taking back from seed ${firstSeed}: all gone on with to the byte`);
});
