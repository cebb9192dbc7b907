import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { RecordChange } from '#domain/archive/changes.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { calendarDateSchema } from '#domain/time.ts';
import type { Archive } from '#electron/ports/archive.ts';
import { sampleMemo } from '../../support/archive/sample-folders.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { sampleSnapshot } from '../../support/memo/memo-snapshots.ts';
import { it, mustFail, mustSucceed, perform } from './archive-under-test.ts';
import { makeReadOnly } from './hostile-disk.ts';

const addMemo = async (archive: Archive): Promise<Memo> => {
  const memo = sampleMemo('The visit');
  mustSucceed(await perform(archive, { newMemos: [memo] }));
  return memo.memo;
};

const addSnapshot = async (archive: Archive, memo: Memo): Promise<Snapshot> => {
  const snapshot = sampleSnapshot(memo);
  mustSucceed(await perform(archive, { newSnapshots: [snapshot] }));
  return snapshot;
};

const folderOf = (folder: string, { id }: Memo): string => join(folder, 'memos', id, 'snapshots');
const fileOf = (folder: string, memo: Memo, { id }: Snapshot): string =>
  join(folderOf(folder, memo), `${id}.json`);

const send = (memo: Memo, snapshot: Snapshot): RecordChange => ({
  type: 'record',
  file: { kind: 'memo', memoId: memo.id },
  collection: 'memo',
  recordId: memo.id,
  before: memo,
  after: {
    ...memo,
    state: 'sent',
    sending: {
      snapshotId: snapshot.id,
      recipients: ['Director'],
      sentOn: calendarDateSchema.parse('2024-04-24'),
      way: '',
      seenChanges: [],
    },
  },
});

describe('a snapshot', () => {
  it('is read back as it was taken, by another opening too', async ({ open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const snapshot = await addSnapshot(archive, memo);
    expect(mustSucceed(await archive.snapshot(memo.id, snapshot.id)).snapshot).toEqual(snapshot);
    await archive.close();
    const again = await open();
    expect(await again.snapshotIds(memo.id)).toEqual([snapshot.id]);
    expect(mustSucceed(await again.snapshot(memo.id, snapshot.id)).snapshot).toEqual(snapshot);
  });

  it('is never replaced', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const snapshot = await addSnapshot(archive, memo);
    const before = await readFile(fileOf(folder, memo, snapshot));
    const other = { ...snapshot, cause: 'daily' as const };
    expect(mustFail(await perform(archive, { newSnapshots: [other] })).code).toBe('write-failed');
    expect(await readFile(fileOf(folder, memo, snapshot))).toEqual(before);
  });

  it('is kept where the sending that took it is undone, and serves where that is done again', async ({
    open,
  }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const snapshot = sampleSnapshot(memo);
    const changes = [send(memo, snapshot)];
    mustSucceed(await perform(archive, { name: 'send-memo', changes, newSnapshots: [snapshot] }));
    mustSucceed(await archive.undo());
    expect(mustSucceed(await archive.memo(memo.id)).memo).toEqual(memo);
    expect(await archive.snapshotIds(memo.id)).toEqual([snapshot.id]);
    mustSucceed(await archive.redo());
    expect(mustSucceed(await archive.memo(memo.id)).memo.sending?.snapshotId).toBe(snapshot.id);
  });

  it('alone is no step of undo, and tells that its memo has changed', async ({ open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const heard: unknown[] = [];
    archive.onChanged(({ memoIds, undo }) => heard.push([memoIds, undo.undo]));
    await addSnapshot(archive, memo);
    expect(heard).toEqual([[[memo.id], 'add-passage']]);
  });

  it('goes to the trash with its memo, and comes back with it', async ({ open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const snapshot = await addSnapshot(archive, memo);
    const changes = [{ type: 'folder', to: 'trash', kind: 'memo', id: memo.id } as const];
    mustSucceed(await perform(archive, { name: 'delete-memo', changes }));
    expect(await archive.snapshotIds(memo.id)).toEqual([]);
    expect(mustFail(await archive.snapshot(memo.id, snapshot.id)).code).toBe('not-found');
    mustSucceed(await archive.undo());
    expect(mustSucceed(await archive.snapshot(memo.id, snapshot.id)).snapshot).toEqual(snapshot);
  });

  it('of a memo that is gone makes no folder of it', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    await rename(join(folder, 'memos', memo.id), join(folder, 'elsewhere'));
    const failed = await perform(archive, { newSnapshots: [sampleSnapshot(memo)] });
    expect(mustFail(failed).code).toBe('write-failed');
    expect(await readdir(join(folder, 'memos'))).toEqual([]);
  });
});

describe('a sending that can’t be written', () => {
  it('leaves neither a snapshot nor a memo that is sent', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const first = await addSnapshot(archive, memo);
    const before = await readTree(folder);
    const snapshot = sampleSnapshot(memo);
    // The snapshot can be written, the memo above it can't.
    const allow = await makeReadOnly(join(folder, 'memos', memo.id));
    try {
      const changes = [send(memo, snapshot)];
      const failed = await perform(archive, { name: 'send-memo', changes, newSnapshots: [snapshot] });
      expect(mustFail(failed)).toMatchObject({ code: 'write-failed', file: `memos/${memo.id}/memo.json` });
    } finally {
      await allow();
    }
    expect(await archive.snapshotIds(memo.id)).toEqual([first.id]);
    expect(mustSucceed(await archive.memo(memo.id)).memo).toEqual(memo);
    expect(await readTree(folder)).toEqual(before);
  });
});

describe('a snapshot that is damaged', () => {
  it('is named, and stops neither the memo nor its other snapshots', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const [lost, sound] = [await addSnapshot(archive, memo), await addSnapshot(archive, memo)];
    await writeFile(fileOf(folder, memo, lost), '{"version": 1, "snap');
    const heard: unknown[] = [];
    archive.onRepaired(({ file, hasBackup }) => heard.push({ file, hasBackup }));
    const name = `memos/${memo.id}/snapshots/${lost.id}.json`;
    expect(mustFail(await archive.snapshot(memo.id, lost.id))).toMatchObject({
      code: 'archive-damaged',
      file: name,
    });
    expect(heard).toEqual([{ file: name, hasBackup: false }]);
    expect(mustSucceed(await archive.snapshot(memo.id, sound.id)).snapshot).toEqual(sound);
    expect(mustSucceed(await archive.memo(memo.id)).memo).toEqual(memo);
  });

  it('is refused where it is another’s under its name', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const [one, other] = [await addSnapshot(archive, memo), await addSnapshot(archive, memo)];
    await writeFile(fileOf(folder, memo, one), await readFile(fileOf(folder, memo, other)));
    expect(mustFail(await archive.snapshot(memo.id, one.id)).code).toBe('archive-damaged');
  });

  it('of a newer Precis is refused as newer and left as it is', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const { id } = await addSnapshot(archive, memo);
    const path = fileOf(folder, memo, { id } as Snapshot);
    const newer = (await readFile(path, 'utf8')).replace(/"version": \d+/u, '"version": 99');
    await writeFile(path, newer);
    expect(mustFail(await archive.snapshot(memo.id, id))).toMatchObject({
      code: 'archive-newer',
      version: 99,
    });
    expect(await readFile(path, 'utf8')).toBe(newer);
  });
});

describe('what a crash left among the snapshots', () => {
  it('is cleared away when the memo is next read, and nothing else', async ({ folder, open }) => {
    const archive = await open();
    const memo = await addMemo(archive);
    const snapshot = await addSnapshot(archive, memo);
    await archive.close();
    const path = folderOf(folder, memo);
    const leftover = `${snapshot.id}.json.tmp-018f0e7b-0000-7000-8000-000000000099-1`;
    await writeFile(join(path, leftover), '{');
    await writeFile(join(path, 'notes.tmp-2024.txt'), 'mine');
    const again = await open();
    mustSucceed(await again.memo(memo.id));
    expect((await readdir(path)).sort()).toEqual([`${snapshot.id}.json`, 'notes.tmp-2024.txt'].sort());
    expect(await again.snapshotIds(memo.id)).toEqual([snapshot.id]);
  });
});
