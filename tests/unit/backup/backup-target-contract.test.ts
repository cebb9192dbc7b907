/** What each place promises to which an archive is put for later: the backups in a folder, and a zip. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArchiveId } from '#domain/ids.ts';
import type { Result } from '#domain/result.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { type OpenArchiveOptions, openArchive } from '#electron/storage/open-archive.ts';
import { sampleArticle, sampleMemo } from '../../support/archive/sample-folders.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { filesBelow } from '../../support/files/files-below.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { mustFail, mustSucceed, perform } from '../storage/archive-under-test.ts';
import { givePassphrase, PASSPHRASE } from '../storage/encryption/encrypted-archive.ts';
import { idle, it, startMs } from './backup-under-test.ts';

type Kept = { readonly files: number; readonly bytes: number };
type TakenBack = Kept & { readonly damaged: readonly string[] };

/** A place for an archive, both ways. */
type Target = {
  put(root: string, disk: string, archiveId: ArchiveId): Promise<Result<Kept, AppError>>;
  takeBack(disk: string, to: string): Promise<Result<TakenBack, AppError>>;
};

const backups: Target = {
  put: (root, folder, archiveId) =>
    doJob({ kind: 'backup', root, archiveId, title: 'Desk', folder, mayFound: true, nowMs: startMs }, idle),
  takeBack: (folder, to) => {
    const place = { folder, archiveId: null, backupId: null };
    return doJob({ kind: 'restore', place, what: { kind: 'archive' }, to }, idle);
  },
};
const zip: Target = {
  put: (root, disk) => doJob({ kind: 'pack', root, to: join(disk, 'desk.zip') }, idle),
  takeBack: (disk, to) => doJob({ kind: 'unpack', file: join(disk, 'desk.zip'), to }, idle),
};

const clear: Partial<OpenArchiveOptions> = {};
const encrypted = { newPassphrase: PASSPHRASE, passphrase: givePassphrase };

const layArchive = async (folder: string, how: Partial<OpenArchiveOptions>): Promise<ArchiveId> => {
  const machine = createSampleMachine();
  const archive = mustSucceed(await openArchive({ folder, machine, create: true, ...how }));
  const newArticles = [sampleArticle('Talks resume'), sampleArticle('Talks end')];
  mustSucceed(await perform(archive, { newArticles, newMemos: [sampleMemo('The visit')] }));
  await archive.close();
  return archive.info.id;
};

/** The paths of every file below the folder. */
const pathsBelow = (folder: string): readonly string[] =>
  [...filesBelow(folder)].map((path) => join(folder, path));

/** Turns a byte in the middle of a file over, and answers what turns it back. */
const harm = async (path: string): Promise<() => Promise<void>> => {
  const whole = await readFile(path);
  const harmed = Buffer.from(whole);
  const middle = Math.floor(whole.length / 2);
  harmed[middle] = (harmed[middle] ?? 0) ^ 0xff;
  await writeFile(path, harmed);
  return () => writeFile(path, whole);
};

type Tree = Awaited<ReturnType<typeof readTree>>;

/** What came back; null where it was refused as a whole, and nothing came. */
const takeBackTo = async ({ takeBack }: Target, disk: string, to: string) => {
  const taken = await takeBack(disk, to);
  if (taken.ok) return { tree: await readTree(to), damaged: taken.value.damaged };
  expect(existsSync(to)).toBe(false);
  return null;
};

/** The files that are not as they were, and of which nobody was told. */
const alteredIn = ({ tree, damaged }: { tree: Tree; damaged: readonly string[] }, before: Tree) =>
  Object.keys(before).filter((name) => tree[name] !== before[name] && !damaged.includes(name));

const cases = [
  ['the backups in a folder', 'in the clear', backups, clear],
  ['the backups in a folder', 'encrypted', backups, encrypted],
  ['a zip', 'in the clear', zip, clear],
  ['a zip', 'encrypted', zip, encrypted],
] as const;

describe.each(cases)('%s, of an archive %s,', (_place, _kind, target, how) => {
  it('gives back every file to the byte, and leaves the archive as it is', async ({ bench }) => {
    const id = await layArchive(bench.root, how);
    const before = await readTree(bench.root);
    const kept = mustSucceed(await target.put(bench.root, bench.disk, id));
    expect(await readTree(bench.root)).toEqual(before);
    const back = join(bench.parent, 'back');
    const { files, bytes, damaged } = mustSucceed(await target.takeBack(bench.disk, back));
    expect({ files, bytes, damaged }).toEqual({ files: kept.files, bytes: kept.bytes, damaged: [] });
    expect(await readTree(back)).toEqual(before);
    const again = await openArchive({ folder: back, machine: createSampleMachine(), ...how });
    expect(mustSucceed(again).repairs()).toEqual([]);
    await mustSucceed(again).close();
  });

  it('gives back nothing that is not as it was put there, unless it says so', async ({ bench }) => {
    const id = await layArchive(bench.root, how);
    const before = await readTree(bench.root);
    mustSucceed(await target.put(bench.root, bench.disk, id));
    const told: boolean[] = [];
    for (const [at, path] of pathsBelow(bench.disk).entries()) {
      const mend = await harm(path);
      const taken = await takeBackTo(target, bench.disk, join(bench.parent, `back-${at}`));
      await mend();
      told.push(taken === null || taken.damaged.length > 0);
      expect(taken === null ? [] : alteredIn(taken, before), path).toEqual([]);
    }
    expect(told).toContain(true);
  });

  it('replaces nothing that stands where it is to be taken back to', async ({ bench }) => {
    const id = await layArchive(bench.root, how);
    mustSucceed(await target.put(bench.root, bench.disk, id));
    const back = join(bench.parent, 'back');
    await mkdir(back);
    await writeFile(join(back, 'holiday.txt'), 'sun');
    mustFail(await target.takeBack(bench.disk, back));
    expect(await readTree(back)).toEqual({ 'holiday.txt': 'sun' });
  });

  it('holds nothing of a file outside to which a link leads', async ({ bench }) => {
    const id = await layArchive(bench.root, how);
    await writeFile(join(bench.parent, 'secret'), 'of nobody’s business');
    await symlink('../secret', join(bench.root, 'searches.json.bak'));
    const put = await target.put(bench.root, bench.disk, id);
    if (!put.ok) return expect(await readdir(bench.disk)).toEqual([]);
    const back = join(bench.parent, 'back');
    mustSucceed(await target.takeBack(bench.disk, back));
    expect(Object.values(await readTree(back)).join()).not.toContain('of nobody’s business');
  });
});
