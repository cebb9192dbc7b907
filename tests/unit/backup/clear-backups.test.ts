import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ArchiveId } from '#domain/ids.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { repositoryRoot } from '#electron/backup/repository/open-repository.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { CANARY, convert, filesWith, layArchive } from '../storage/encryption/encrypted-archive.ts';
import { idle, it } from './backup-under-test.ts';

const idOf = (root: string): ArchiveId => JSON.parse(readFileSync(join(root, 'archive.json'), 'utf8')).id;
const listed = async (folder: string, archiveId: ArchiveId) =>
  mustSucceed(await doJob({ does: 'list', place: { folder, archiveId, backupId: null } }, idle));
const remove = (folder: string, archiveId: ArchiveId) =>
  doJob({ does: 'remove-clear', folder, archiveId, title: 'Desk' }, idle);

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
});
