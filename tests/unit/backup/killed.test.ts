import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect } from 'vitest';
import type { BackupAnswer, BackupRequest } from '#electron/backup/process/backup-messages.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import type { HelperProcess } from '#electron/ports/helper-process.ts';
import { hasArchiveFile } from '#electron/storage/folder/inspect-folder.ts';
import { buildHelperProcess } from '../../support/build-helper-process.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { pollUntil } from '../../support/poll-until.ts';
import { mustSucceed } from '../storage/archive-under-test.ts';
import { HOUR_MS, idle, it, layArchive, startMs } from './backup-under-test.ts';

let spawn: (args: readonly string[]) => HelperProcess<BackupRequest, BackupAnswer>;
beforeAll(async () => {
  const built = await buildHelperProcess<BackupRequest, BackupAnswer>(
    'electron/backup/process/backup-process.ts',
  );
  spawn = built.spawn;
}, 60_000);

/**
 * Begins a job in a process of its own and kills it so long after it has started; answers whether it was done by then.
 */
const killAfter = async (
  request: BackupRequest,
  afterMs: number,
  hasStarted: () => Promise<unknown> = async () => undefined,
): Promise<boolean> => {
  const child = spawn([]);
  let isDone = false;
  child.onAnswer(({ kind }) => {
    isDone ||= kind === 'done';
  });
  const ended = new Promise<void>((resolve) => child.onExit(resolve));
  child.send(request);
  await hasStarted();
  await wait(afterMs);
  child.kill();
  await ended;
  return isDone;
};

describe('a backup that is killed', () => {
  it('leaves every earlier backup as it was, and the next one goes on', { timeout: 120_000 }, async ({
    bench,
  }) => {
    const files = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [`${n % 10}/${n}.txt`, `text ${n}`]),
    );
    const archiveId = await layArchive(bench.root, files);
    const { root, disk: folder } = bench;
    for (let round = 0; round < 12; round++) {
      for (let n = round; n < 150; n += 12)
        await writeFile(join(root, `${n % 10}/${n}.txt`), `round ${round}, ${n}`);
      const nowMs = startMs + round * HOUR_MS;
      const job = { kind: 'backup', root, archiveId, title: 'Desk', folder, mayFound: true, nowMs } as const;
      await killAfter({ kind: 'do', job }, 60 + round * 25);
    }
    expect(mustSucceed(await bench.backUp(archiveId, 20))).toMatchObject({
      files: 151,
      leftOutCount: 0,
      damaged: 0,
    });
    const place = { folder, archiveId, backupId: null };
    const rows = mustSucceed(await doJob({ kind: 'list', place }, idle));
    for (const { id: backupId } of rows) {
      const tested = mustSucceed(
        await doJob({ kind: 'test', place: { ...place, backupId }, temporary: bench.parent }, idle),
      );
      expect(tested).toMatchObject({ files: 151, damaged: [] });
    }
  });
});

describe('a restoring that is killed', () => {
  it('leaves nothing that looks like an archive before it is one', { timeout: 120_000 }, async ({
    bench,
  }) => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, n) => [`${n % 10}/${n}.txt`, `text ${n}`]),
    );
    const archiveId = await layArchive(bench.root, files);
    mustSucceed(await bench.backUp(archiveId, 1));
    const place = { folder: bench.disk, archiveId, backupId: null };
    let begun = 0;
    for (let round = 0; round < 16; round++) {
      const to = join(bench.parent, `back-${round}`);
      const names = () => readdirSync(bench.parent).filter((name) => name.startsWith(`back-${round}.tmp-`));
      const job = { kind: 'restore', place, what: { kind: 'archive' }, to } as const;
      const hasBegun = () => names().length > 0 || existsSync(to) || undefined;
      await killAfter({ kind: 'do', job }, round * 8, () => pollUntil('the restoring writes', hasBegun));
      if (existsSync(to)) expect(await readTree(to)).toEqual(await readTree(bench.root));
      const looksWhole = names()
        .map((name) => join(bench.parent, name))
        .filter(hasArchiveFile);
      for (const folder of looksWhole) expect(await readTree(folder)).toEqual(await readTree(bench.root));
      begun += names().length;
      mustSucceed(await bench.restore(`${to}-again`));
    }
    expect(begun).toBeGreaterThan(0);
  });
});
