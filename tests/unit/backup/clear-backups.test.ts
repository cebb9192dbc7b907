import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ArchiveId } from '#domain/ids.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { repositoryRoot } from '#electron/backup/repository/open-repository.ts';
import { answers } from '#electron/cli/answers.ts';
import type { FileContext } from '#electron/cli/command-context.ts';
import { encryptBackupsCommand } from '#electron/cli/commands/backup/make-backup.ts';
import { createSampleMachine } from '../../support/archive/sample-ids.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import {
  CANARY,
  convert,
  filesWith,
  layArchive,
  PASSPHRASE,
} from '../storage/encryption/encrypted-archive.ts';
import { type Bench, HOUR_MS, idle, it, startMs } from './backup-under-test.ts';
import { forgeBackup } from './forge-backup.ts';

const idOf = (root: string): ArchiveId => JSON.parse(readFileSync(join(root, 'archive.json'), 'utf8')).id;
const listed = async (folder: string, archiveId: ArchiveId) =>
  mustSucceed(await doJob({ kind: 'list', place: { folder, archiveId, backupId: null } }, idle));
const remove = (folder: string, archiveId: ArchiveId) =>
  doJob({ kind: 'remove-clear', folder, archiveId, title: 'Desk' }, idle);

describe('backups of the time before an archive was encrypted', () => {
  it('are told from those that are encrypted, and go with every word of theirs once one of those is whole', async ({
    bench,
  }) => {
    await layArchive(bench.root, 'clear');
    const id = idOf(bench.root);
    mustSucceed(await bench.backUp(id));
    const old = mustSucceed(await bench.backUp(id, 1));
    expect(filesWith(bench.disk, CANARY).length).toBeGreaterThan(0);
    // What was set aside as damaged holds words too.
    const [object = ''] = filesWith(join(repositoryRoot(bench.disk, id), 'objects'), CANARY);
    writeFileSync(
      join(repositoryRoot(bench.disk, id), 'objects', object.slice(0, 2), `${'0'.repeat(64)}.damaged`),
      CANARY,
    );
    mustSucceed(await convert(bench.root, 'encrypted'));
    expect(mustFail(await remove(bench.disk, id))).toMatchObject({ code: 'backup-stopped', why: 'damaged' });
    expect((await listed(bench.disk, id)).map(({ isEncrypted }) => isEncrypted)).toEqual([false, false]);
    const made = mustSucceed(await bench.backUp(id, 2));
    expect((await listed(bench.disk, id)).map(({ isEncrypted }) => isEncrypted)).toEqual([
      true,
      false,
      false,
    ]);
    expect(mustSucceed(await remove(bench.disk, id))).toEqual({ removed: 2, hasUnreadable: false });
    expect((await listed(bench.disk, id)).map((row) => row.id)).toEqual([made.id]);
    expect(filesWith(bench.disk, CANARY)).toEqual([]);
    mustSucceed(await bench.restore(join(bench.parent, 'back')));
    expect(mustFail(await bench.restore(join(bench.parent, 'older'), old.id))).toMatchObject({
      code: 'not-found',
    });
  });

  it('stay, as to their contents, where a list can’t be read: it is not known what it needs', async ({
    bench,
  }) => {
    await layArchive(bench.root, 'clear');
    const id = idOf(bench.root);
    mustSucceed(await bench.backUp(id));
    const lists = join(repositoryRoot(bench.disk, id), 'lists');
    const [list = ''] = readdirSync(lists);
    writeFileSync(join(lists, list), 'cut off');
    mustSucceed(await bench.backUp(id, 1));
    mustSucceed(await convert(bench.root, 'encrypted'));
    mustSucceed(await bench.backUp(id, 2));
    expect(mustSucceed(await remove(bench.disk, id))).toEqual({ removed: 1, hasUnreadable: true });
    expect(filesWith(bench.disk, CANARY).length).toBeGreaterThan(0);
  });

  it('are told from an encrypted one whose list of files is damaged: that one stays', async ({ bench }) => {
    await layArchive(bench.root, 'clear');
    const id = idOf(bench.root);
    mustSucceed(await bench.backUp(id));
    mustSucceed(await convert(bench.root, 'encrypted'));
    mustSucceed(await bench.backUp(id, 1));
    const forged = await forgeBackup(bench.disk);
    const [part] = forged.parts;
    writeFileSync(join(bench.root, 'pad.json'), readFileSync(join(bench.root, 'tags.json')));
    mustSucceed(await bench.backUp(id, 2));
    writeFileSync(forged.pathOf(part), 'cut off');
    expect((await listed(bench.disk, id)).map(({ isEncrypted }) => isEncrypted)).toEqual([true, true, false]);
    expect(mustSucceed(await remove(bench.disk, id))).toEqual({ removed: 1, hasUnreadable: true });
    expect(await listed(bench.disk, id)).toHaveLength(2);
  });

  it('are those, too, that were made while the archive was encrypted', async ({ bench }) => {
    await layArchive(bench.root, 'clear');
    const id = idOf(bench.root);
    const [tags, articles] = ['tags.json', 'articles'].map((name) => join(bench.root, name)) as [
      string,
      string,
    ];
    const asBefore = readFileSync(tags);
    mustSucceed(await convert(bench.root, 'encrypted'));
    const encrypted = readFileSync(tags);
    writeFileSync(tags, asBefore);
    writeFileSync(join(bench.root, 'conversion.age'), 'as far as it had come');
    mustSucceed(await bench.backUp(id));
    writeFileSync(tags, encrypted);
    rmSync(join(bench.root, 'conversion.age'));
    mustSucceed(await bench.backUp(id, 1));
    expect((await listed(bench.disk, id)).map(({ isEncrypted }) => isEncrypted)).toEqual([true, false]);
    expect(mustSucceed(await remove(bench.disk, id))).toEqual({ removed: 1, hasUnreadable: false });
    expect(readdirSync(articles).length).toBeGreaterThan(0);
  });
});

describe('precis encrypt-backups', () => {
  const run = (bench: Bench, given: string | null, hour = 1) => {
    const ready = encryptBackupsCommand.read({ words: [], from: bench.disk, 'accept-deletion': true });
    if (ready.kind !== 'nothing') throw new Error('the command opens no archive');
    const context: Partial<FileContext> = {
      archiveFolder: bench.root,
      machine: createSampleMachine(),
      passphrase: async () => given,
      resolvePath: (path) => path,
      backupFolderOf: () => null,
      nowMs: () => startMs + hour * HOUR_MS,
      doBackupJob: (job) => doJob(job, idle),
    };
    return ready.run(context as FileContext);
  };

  it('replaces them as the window does, and only in an archive that is encrypted', async ({ bench }) => {
    await layArchive(bench.root, 'clear');
    const id = idOf(bench.root);
    mustSucceed(await bench.backUp(id));
    expect(mustFail(await run(bench, null))).toEqual({ code: 'not-encrypted' });
    mustSucceed(await convert(bench.root, 'encrypted'));
    expect(mustFail(await run(bench, null))).toEqual({ code: 'archive-encrypted' });
    expect(mustFail(await run(bench, 'no passphrase of it'))).toEqual({ code: 'wrong-passphrase' });
    expect(filesWith(bench.disk, CANARY).length).toBeGreaterThan(0);
    const done = mustSucceed(await run(bench, PASSPHRASE));
    expect(done).toMatchObject({ json: { removed: 1, hasUnreadable: false }, hasFailed: false });
    expect(answers['encrypt-backups']?.safeParse(done.json).success).toBe(true);
    expect(filesWith(bench.disk, CANARY)).toEqual([]);
  });

  it('deletes none while a file of the archive is damaged that they may hold whole', async ({ bench }) => {
    const { articleId } = await layArchive(bench.root, 'clear');
    mustSucceed(await bench.backUp(idOf(bench.root)));
    mustSucceed(await convert(bench.root, 'encrypted'));
    writeFileSync(join(bench.root, 'articles', articleId, 'body.json'), 'cut off');
    const before = readdirSync(join(repositoryRoot(bench.disk, idOf(bench.root)), 'lists'));
    const refused = mustFail(await run(bench, PASSPHRASE));
    expect(refused).toMatchObject({ code: 'backups-needed' });
    expect(JSON.stringify(refused)).toContain(`articles/${articleId}/body.json`);
    expect(readdirSync(join(repositoryRoot(bench.disk, idOf(bench.root)), 'lists'))).toEqual(before);
  });

  it('founds no backups in a folder without any', async ({ bench }) => {
    await layArchive(bench.root, 'encrypted');
    expect(mustFail(await run(bench, PASSPHRASE))).toMatchObject({
      code: 'backup-stopped',
      why: 'folder-missing',
    });
    expect(readdirSync(bench.disk)).toEqual([]);
  });
});
