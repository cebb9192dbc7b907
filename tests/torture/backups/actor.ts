// A program that backs the archive in `archive` of the folder that is its second argument up to `disk` there, and
// restores what it backed up to `restored`. It writes a line of JSON before and after each of the two. What is refused
// is tried again.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Result } from '#domain/result.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import type { Said } from '../faults/actor.ts';
import { backUpJob, idle, placeIn } from './scene.ts';

const [, folder = ''] = process.argv.slice(2);

const say = (said: Said): void => {
  writeSync(1, `${JSON.stringify(said)}\n`);
};

const perform = async (act: string, work: () => Promise<Result<unknown, AppError>>): Promise<void> => {
  say({ is: 'begins', act, sets: {} });
  for (let count = 1; count <= 3; count++) {
    const done = await work();
    if (done.ok) return say({ is: 'done' });
    say({ is: 'refused', error: done.error });
  }
};

await perform('back up', () => doJob(backUpJob(folder, 1), idle));
const restored = join(folder, 'restored');
await perform('restore', () =>
  doJob({ does: 'restore', place: placeIn(folder), what: { is: 'archive' }, to: restored }, idle),
);
say({ is: 'shows', contents: {} });
