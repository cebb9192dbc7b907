import { randomUUID } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { doJob } from '#electron/backup/process/do-job.ts';
import { convertArchive } from '#electron/storage/encryption/convert/convert-archive.ts';
import { privateModes } from '#electron/storage/file/write/file-modes.ts';
import { withLock } from '#electron/storage/lock/with-lock.ts';
import { bundleProgram } from '../../support/bundle-program.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { runToEnd } from '../../support/run-limited.ts';
import { encryptBackups } from './encrypt-backups.ts';
import { idle, layBackupScene, placeIn } from './scene.ts';

/** Of the changes on the disk one in so many is tried; each in `npm run torture`. */
const every = Number(process.env.PRECIS_STEPS ?? 11);
/** Stands in every file of passages. */
const words = '"passages"';

type Tree = Awaited<ReturnType<typeof readTree>>;

const restored = async (folder: string, backupId: string | null): Promise<Tree> => {
  const to = join(folder, 'compared');
  await removeFolder(to);
  const place = placeIn(folder, backupId);
  const done = await doJob({ kind: 'restore', place, what: { kind: 'archive' }, to }, idle);
  expect(done, `${backupId}`).toMatchObject({ ok: true, value: { damaged: [] } });
  return readTree(to);
};

/** An archive that was backed up, and encrypted since. */
const layScene = async (folder: string): Promise<{ readonly clear: Tree; readonly encrypted: Tree }> => {
  const { first } = await layBackupScene(folder);
  const root = join(folder, 'archive');
  const machine = { nowMs: Date.now, newId: randomUUID };
  const converted = await withLock({ folder: root, machine, modes: privateModes }, (context) =>
    convertArchive(
      context,
      { to: 'encrypted', passphrase: async () => 'correct horse battery staple' },
      idle,
    ),
  );
  expect(converted.ok).toBe(true);
  return { clear: first, encrypted: await readTree(root) };
};

const hasWords = async (folder: string): Promise<boolean> =>
  Object.values(await readTree(join(folder, 'disk'))).some((text) => text.includes(words));

test('backups that are being encrypted can be restored whenever it is ended, and it goes on', async () => {
  const parent = await makeTemporaryFolder();
  const program = await bundleProgram('tests/torture/backups/clearer.ts', parent);
  const template = join(parent, 'template');
  const { clear, encrypted } = await layScene(template);
  expect(await hasWords(template)).toBe(true);
  const run = join(parent, 'run');
  const laySet = async (): Promise<void> => {
    await removeFolder(run);
    await cp(template, run, { recursive: true, preserveTimestamps: true });
  };
  await laySet();
  const changes = Number((await runToEnd(process.execPath, [program, run, '0'])).stdout);
  expect(changes).toBeGreaterThan(20);
  test.setTimeout(60_000 + (changes / every) * 10_000);
  let kills = 0;
  for (let last = 1; last <= changes; last += every) {
    await laySet();
    const ended = await runToEnd(process.execPath, [program, run, String(last)]);
    if (ended.signal === 'SIGKILL') kills += 1;
    const listed = await doJob({ kind: 'list', place: placeIn(run) }, idle);
    if (!listed.ok) throw new Error(`change ${last}: ${JSON.stringify(listed.error)}`);
    expect(listed.value.length, `change ${last}`).toBeGreaterThan(0);
    for (const { id, isEncrypted } of listed.value)
      expect(await restored(run, id), `change ${last}`).toEqual(isEncrypted ? encrypted : clear);
    await encryptBackups(run);
    expect(await hasWords(run), `change ${last}`).toBe(false);
    expect(await restored(run, null), `change ${last}`).toEqual(encrypted);
  }
  console.log(`${kills} kills of the encrypting of backups, of ${changes} changes on the disk`);
  await removeFolder(parent);
});
