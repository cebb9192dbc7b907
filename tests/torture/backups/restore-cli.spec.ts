import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { commandLineArguments } from '../../../scripts/app/electron-arguments.mjs';
import { electronUnderTest } from '../../support/app/electron-under-test.ts';
import { runCli } from '../../support/app/run-cli.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { RUN_LIMIT_MS } from '../../support/run-limited.ts';
import { layBackupScene } from './scene.ts';

/** Each is a start of the command line: a few in a short run, a tenth of a thousand in `npm run torture`. */
const kills = Math.ceil(Number(process.env.PRECIS_KILLS ?? 60) / 10);
let parent = '';
test.beforeAll(async () => {
  test.info().skip(process.platform === 'win32', 'a group of processes is of Unix alone');
  parent = await makeTemporaryFolder();
});
test.afterAll(() => removeFolder(parent));

const wordsOf = (disk: string, to: string): readonly string[] => ['restore', '--from', disk, '--to', to];

/** What a restore has begun to write beside the place that it restores to. */
const begunFor = (to: string): readonly string[] =>
  readdirSync(parent).filter((each) => each.startsWith(`${basename(to)}.tmp-`));

/** So many milliseconds after the start, or after the first write. */
type Moment = { readonly afterMs: number; readonly of: 'start' | 'writing' };

const momentOf = async ({ afterMs, of }: Moment, to: string, hasEnded: () => boolean): Promise<void> => {
  // The moment of the end is what is tried here: it has to be met to the millisecond.
  while (of === 'writing' && !hasEnded() && begunFor(to).length === 0) await wait(1);
  await wait(afterMs);
};

/**
 * Starts the command and ends it and all that it has started by force at that moment, or once it has ended by itself.
 */
const killRestore = async (disk: string, to: string, moment: Moment): Promise<'killed' | 'ended'> => {
  const child = spawn(electronUnderTest(), commandLineArguments([...wordsOf(disk, to)]), {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined, INIT_CWD: parent },
  });
  const ended = once(child, 'exit');
  const endGroup = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  let isInTime = true;
  const limit = setTimeout(() => {
    isInTime = false;
    endGroup();
  }, RUN_LIMIT_MS);
  const first = await Promise.race([
    ended.then(() => 'ended' as const),
    momentOf(moment, to, () => child.exitCode !== null).then(() => 'killed' as const),
  ]);
  if (first === 'killed') endGroup();
  await ended;
  clearTimeout(limit);
  expect(isInTime, 'the command ended').toBe(true);
  return first;
};

test(`what the command line restores is whole or not there, in ${kills} kills`, async () => {
  test.setTimeout(kills * 60_000 + 120_000);
  const scene = await layBackupScene(join(parent, 'scene'));
  const disk = join(parent, 'scene', 'disk');
  const wanted = scene.first;
  const ofDisk = await readTree(disk);
  const began = performance.now();
  expect((await runCli(wordsOf(disk, join(parent, 'whole')))).exitCode).toBe(0);
  const takesMs = performance.now() - began;
  const tally = { none: 0, whole: 0, half: 0 };
  for (let kill = 0; kill < kills; kill++) {
    const to = join(parent, `restored-${kill}`);
    // Most of the run is the start: every second kill falls into the short time in which it writes.
    const moment: Moment =
      kill % 2 === 0
        ? { of: 'writing', afterMs: (kill * 7) % 60 }
        : { of: 'start', afterMs: takesMs * (0.4 + (0.8 * ((kill * 37) % 100)) / 100) };
    await killRestore(disk, to, moment);
    if (existsSync(to)) {
      expect(await readTree(to), `kill ${kill + 1}`).toEqual(wanted);
      tally.whole += 1;
    } else tally.none += 1;
    // What was begun beside it is no archive to anybody, unless it is all there.
    for (const name of begunFor(to)) {
      tally.half += 1;
      if (hasArchiveFile(join(parent, name)))
        expect(await readTree(join(parent, name)), name).toEqual(wanted);
    }
    expect(await readTree(disk), `kill ${kill + 1}`).toEqual(ofDisk);
    const again = `${to}-again`;
    expect((await runCli(wordsOf(disk, again))).exitCode).toBe(0);
    expect(await readTree(again)).toEqual(wanted);
  }
  console.log(
    `${kills} kills of restore: ${tally.none} times nothing was there, ${tally.whole} times all; ${tally.half} begun folders, none of them an archive before it was whole`,
  );
});
