// A program that backs the archive in `archive` of the folder that is its second argument up to `disk` there, and
// restores what it backed up to `restored`. It writes a line of JSON before and after each of the two. What is refused
// is tried again.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { ok, type Result } from '#domain/result.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import type { Said } from '../faults/actor.ts';
import { backUpJob, idle, placeIn } from './scene.ts';

const [, folder = ''] = process.argv.slice(2);

const say = (said: Said): void => {
  writeSync(1, `${JSON.stringify(said)}\n`);
};

/** Answers what it has left out. */
type Work = () => Promise<Result<readonly string[], AppError>>;

const perform = async (act: string, work: Work): Promise<void> => {
  say({ kind: 'begins', act, sets: {} });
  for (let count = 1; count <= 3; count++) {
    const done = await work();
    if (done.ok) {
      if (done.value.length > 0) say({ kind: 'left-out', paths: done.value });
      return say({ kind: 'done' });
    }
    say({ kind: 'refused', error: done.error });
  }
};

await perform('back up', async () => {
  const taken = await doJob(backUpJob(folder, 1), idle);
  return taken.ok ? ok([]) : taken;
});
const to = join(folder, 'restored');
await perform('restore', async () => {
  const restored = await doJob(
    { kind: 'restore', place: placeIn(folder), what: { kind: 'archive' }, to },
    idle,
  );
  return restored.ok ? ok(restored.value.damaged) : restored;
});
say({ kind: 'shows', contents: {} });
