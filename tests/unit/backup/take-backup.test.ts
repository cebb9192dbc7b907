import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { followArchive, storeFile } from '#electron/backup/follow-archive.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { Objects } from '#electron/backup/repository/objects.ts';
import { repositoryRoot } from '#electron/backup/repository/open-repository.ts';
import { acquireLock } from '#electron/storage/lock/acquire-lock.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { makeReadOnly, mountSmallDisk, whyNoSmallDisk } from '../storage/hostile-disk.ts';
import { HOUR_MS, idle, it, layArchive, makeArchive, startMs } from './backup-under-test.ts';

const uuid = (n: number): string => `018f0e7a-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('a backup', () => {
  it('holds every file of the archive but the lock, each compared on the way back', async ({ bench }) => {
    const id = await makeArchive(bench.root, ['One', 'Two']);
    await writeFile(join(bench.root, 'my notes.txt'), 'of my own');
    const taken = mustSucceed(await bench.backUp(id));
    const restored = mustSucceed(await bench.restore(join(bench.parent, 'back')));
    expect(restored).toMatchObject({ files: taken.files, bytes: taken.bytes, damaged: [] });
    expect(await readTree(join(bench.parent, 'back'))).toEqual(await readTree(bench.root));
    expect(readdirSync(bench.disk)).toEqual([`precis-backup-${id}`]);
  });

  it('gives back the scratch pad alone, with the lists of the archive', async ({ bench }) => {
    const id = await layArchive(bench.root, {
      'pad.json': '{}',
      'tags.json': '{}',
      'memos/of-nobody.txt': 'x',
    });
    mustSucceed(await bench.backUp(id));
    mustSucceed(await bench.restore(join(bench.parent, 'back'), null, { kind: 'pad', id: 'pad' }));
    expect(readdirSync(join(bench.parent, 'back')).sort()).toEqual(['archive.json', 'pad.json', 'tags.json']);
  });

  it('copies what is new, once', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'same', 'b.txt': 'same', 'c.txt': 'other' });
    expect(mustSucceed(await bench.backUp(id))).toMatchObject({ files: 4, copied: 3 });
    expect(mustSucceed(await bench.backUp(id, 1))).toMatchObject({ files: 4, copied: 0 });
    await writeFile(join(bench.root, 'c.txt'), 'newer');
    expect(mustSucceed(await bench.backUp(id, 2))).toMatchObject({ files: 4, copied: 1 });
  });

  it('sees a change that neither size nor time of writing shows', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'one' });
    const path = join(bench.root, 'a.txt');
    const { atime, mtime } = await stat(path);
    mustSucceed(await bench.backUp(id));
    await writeFile(path, 'two');
    await utimes(path, atime, mtime);
    mustSucceed(await bench.backUp(id, 1));
    mustSucceed(await bench.restore(join(bench.parent, 'back')));
    expect(await readFile(join(bench.parent, 'back', 'a.txt'), 'utf8')).toBe('two');
  });

  it('keeps the backups of two archives, and of two copies of one, apart in one folder', async ({
    bench,
  }) => {
    const id = await makeArchive(bench.root, ['One']);
    const copy = join(bench.parent, 'copy');
    const other = await layArchive(copy, { 'a.txt': 'of the other' });
    mustSucceed(await bench.backUp(id));
    mustSucceed(await bench.backUp(other, 1, { root: copy }));
    expect(readdirSync(bench.disk).sort()).toEqual([`precis-backup-${other}`, `precis-backup-${id}`].sort());
    expect(mustFail(await bench.restore(join(bench.parent, 'back')))).toMatchObject({ code: 'not-found' });
  });

  it('follows a link to a file of the archive, and leaves one that leads out with a word', async ({
    bench,
  }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'inside' });
    await writeFile(join(bench.parent, 'secret'), 'outside');
    await symlink('a.txt', join(bench.root, 'inside.txt'));
    await symlink('../secret', join(bench.root, 'outside.txt'));
    await symlink('/', join(bench.root, 'all'));
    expect(mustSucceed(await bench.backUp(id))).toMatchObject({
      files: 3,
      leftOutCount: 2,
      leftOut: expect.arrayContaining([
        { path: 'outside.txt', why: 'link' },
        { path: 'all', why: 'link' },
      ]),
    });
  });

  it('leaves out what is not finished, and what Git keeps for itself', async ({ bench }) => {
    const id = await layArchive(bench.root, {
      '.lock': 'x',
      [`tags.json.tmp-${uuid(1)}-3`]: 'half',
      [`articles/.incoming-${uuid(2)}/body.json`]: 'half',
      '.git/HEAD': 'ref',
      'report.tmp-2024.docx': 'a report',
    });
    mustSucceed(await bench.backUp(id));
    mustSucceed(await bench.restore(join(bench.parent, 'back')));
    expect(Object.keys(await readTree(join(bench.parent, 'back')))).toEqual([
      'archive.json',
      'report.tmp-2024.docx',
    ]);
  });
});

describe('a backup of an archive that changes meanwhile', () => {
  it('reads a file again that was written while it was read', async ({ bench }) => {
    await layArchive(bench.root, { 'a.txt': 'one' });
    const path = join(bench.root, 'a.txt');
    const objects = new Objects(join(bench.parent, 'store'));
    await mkdir(join(bench.parent, 'store', 'objects'), { recursive: true });
    let readings = 0;
    const busy = {
      async copy(source: string) {
        const sha256 = await objects.copy(source);
        if (++readings < 3) await writeFile(path, `changed ${readings}`);
        return sha256;
      },
    };
    const stored = await storeFile(busy, path, 'a.txt');
    expect(readings).toBe(3);
    const bytes = typeof stored === 'object' && stored !== null ? await objects.read(stored.sha256) : null;
    expect(Buffer.from(bytes ?? []).toString()).toBe('changed 2');
  });

  it('names one that never comes to rest', async ({ bench }) => {
    await layArchive(bench.root, { 'a.txt': 'one' });
    const path = join(bench.root, 'a.txt');
    const objects = new Objects(join(bench.parent, 'store'));
    await mkdir(join(bench.parent, 'store', 'objects'), { recursive: true });
    let readings = 0;
    const copy = async (source: string) => {
      writeFileSync(path, `changed ${++readings}`);
      const sha256 = await objects.copy(source);
      writeFileSync(path, `and again ${readings}`);
      return sha256;
    };
    expect(await storeFile({ copy }, path, 'a.txt')).toBe('changing');
  });

  it('misses no article that comes out of the trash between two looks', async ({ bench }) => {
    const trashed = `trash/articles/${uuid(7)}`;
    await layArchive(bench.root, { [`${trashed}/article.json`]: 'it', 'b.txt': 'b' });
    await mkdir(join(bench.root, 'articles'));
    const objects = new Objects(join(bench.parent, 'store'));
    await mkdir(join(bench.parent, 'store', 'objects'), { recursive: true });
    let hasMoved = false;
    const followed = await followArchive({
      root: bench.root,
      objects,
      watch: {
        ...idle,
        onProgress: () => {
          if (hasMoved) return;
          hasMoved = true;
          void rename(join(bench.root, trashed), join(bench.root, 'articles', uuid(7)));
        },
      },
      reuse: () => null,
    });
    const paths = followed.files.map(({ path }) => path).sort();
    expect(paths).toEqual(['archive.json', `articles/${uuid(7)}/article.json`, 'b.txt']);
  });
});

describe('a backup that can’t be made says why, and keeps the earlier ones', () => {
  it('of an archive within itself', async ({ bench }) => {
    const id = await layArchive(bench.root, {});
    await mkdir(join(bench.root, 'inside'));
    const job = { kind: 'backup' as const, root: bench.root, archiveId: id };
    const inside = { ...job, folder: join(bench.root, 'inside'), title: '', mayFound: true, nowMs: startMs };
    expect(mustFail(await doJob(inside, idle))).toEqual({ code: 'place-in-archive', folder: bench.root });
    expect(readdirSync(join(bench.root, 'inside'))).toEqual([]);
  });

  it('to a disk that is away, where it makes nothing', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'a' });
    mustSucceed(await bench.backUp(id));
    await rename(bench.disk, `${bench.disk} away`);
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({
      code: 'backup-stopped',
      why: 'folder-missing',
    });
    // The place where a disk is mounted stays when the disk goes.
    await mkdir(bench.disk);
    expect(mustFail(await bench.backUp(id, 1, { mayFound: false }))).toMatchObject({ why: 'folder-missing' });
    expect(readdirSync(bench.disk)).toEqual([]);
  });

  it('while another makes one there', async ({ bench }) => {
    const id = await layArchive(bench.root, {});
    mustSucceed(await bench.backUp(id));
    const lock = await acquireLock(join(repositoryRoot(bench.disk, id), '.lock'), {
      newNonce: () => 'other',
      overrulesOtherHost: false,
      mode: 0o600,
    });
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'in-use' });
    if (lock.ok) await lock.value.release();
    mustSucceed(await bench.backUp(id, 2));
  });

  it('once another archive stands in the place of the one that is backed up', async ({ bench }) => {
    const id = await layArchive(bench.root, {});
    mustSucceed(await bench.backUp(id));
    await rm(bench.root, { recursive: true });
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'archive-gone' });
    await makeArchive(bench.root, []);
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'archive-gone' });
  });

  it('to a backup of a newer Precis, of which it changes nothing', async ({ bench }) => {
    const id = await layArchive(bench.root, {});
    mustSucceed(await bench.backUp(id));
    const mark = join(repositoryRoot(bench.disk, id), 'backup.json');
    await writeFile(mark, '{"format":"precis-backup","version":9}');
    const before = await readTree(bench.disk);
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'newer' });
    expect(await readTree(bench.disk)).toEqual(before);
  });

  it('when it is cancelled', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'a', 'b/c.txt': 'c' });
    const cancel = new AbortController();
    const watch = { signal: cancel.signal, onProgress: () => cancel.abort() };
    expect(mustFail(await bench.backUp(id, 0, { watch }))).toEqual({ code: 'cancelled' });
    expect(existsSync(join(repositoryRoot(bench.disk, id), '.lock'))).toBe(false);
    mustSucceed(await bench.backUp(id, 1));
  });

  it('to a folder that can’t be written in', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'a' });
    mustSucceed(await bench.backUp(id));
    const allow = await makeReadOnly(repositoryRoot(bench.disk, id));
    expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'read-only' });
    await allow();
    mustSucceed(await bench.backUp(id, 2));
  });

  it.skipIf(whyNoSmallDisk() !== null)('to a disk that gets full', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'a' });
    const disk = mountSmallDisk(bench.disk);
    try {
      const first = mustSucceed(await bench.backUp(id));
      await writeFile(join(bench.root, 'large.txt'), Buffer.alloc(300_000, 'x'));
      disk.fill(20);
      expect(mustFail(await bench.backUp(id, 1))).toMatchObject({ why: 'disk-full' });
      await disk.empty();
      const restored = mustSucceed(await bench.restore(join(bench.parent, 'back'), first.id));
      expect(restored.damaged).toEqual([]);
      expect(mustSucceed(await bench.backUp(id, 2)).leftOutCount).toBe(0);
    } finally {
      disk.unmount();
    }
  });
});

describe('backups over time', () => {
  it('let go of what no backup needs any more, and of nothing else', { timeout: 30_000 }, async ({
    bench,
  }) => {
    const id = await layArchive(bench.root, {});
    for (const hour of [0, 1, 2, ...Array.from({ length: 26 }, (_, n) => 44 + n)]) {
      await writeFile(join(bench.root, 'a.txt'), `at hour ${hour}`);
      mustSucceed(await bench.backUp(id, hour));
    }
    const place = { folder: bench.disk, archiveId: id, backupId: null };
    const rows = mustSucceed(await doJob({ kind: 'list', place }, idle));
    const hours = rows.map(({ takenAt }) => (Date.parse(takenAt) - startMs) / HOUR_MS);
    // Of the last 24 hours each, and the last of the day before.
    expect(hours).toEqual([...Array.from({ length: 24 }, (_, ago) => 69 - ago), 2]);
    for (const [n, { id: backupId }] of rows.entries()) {
      const to = join(bench.parent, `back ${n}`);
      expect(mustSucceed(await bench.restore(to, backupId)).damaged).toEqual([]);
      expect(await readFile(join(to, 'a.txt'), 'utf8')).toBe(`at hour ${hours[n]}`);
    }
    const objects = new Objects(repositoryRoot(bench.disk, id));
    await objects.look();
    // archive.json, and for each backup its text and its part.
    expect(objects.names()).toHaveLength(1 + 2 * rows.length);
  });

  it('mend a content that has rotted, as long as the archive has it', { timeout: 30_000 }, async ({
    bench,
  }) => {
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`${n}.txt`, `text ${n}`]));
    const id = await layArchive(bench.root, files);
    mustSucceed(await bench.backUp(id));
    const objects = new Objects(repositoryRoot(bench.disk, id));
    await objects.look();
    for (const sha256 of objects.names()) {
      const bytes = Buffer.from((await objects.read(sha256)) ?? []).toString();
      if (bytes.startsWith('text ')) await writeFile(objects.pathOf(sha256), 'rotten');
    }
    const place = { folder: bench.disk, archiveId: id, backupId: null };
    const tested = mustSucceed(await doJob({ kind: 'test', place, temporary: bench.parent }, idle));
    expect(tested.damaged).toHaveLength(80);
    let found = 0;
    for (let hour = 1; hour <= 64; hour++) found += mustSucceed(await bench.backUp(id, hour)).damaged;
    expect(found).toBe(80);
    expect(mustSucceed(await doJob({ kind: 'test', place, temporary: bench.parent }, idle)).damaged).toEqual(
      [],
    );
    expect(readdirSync(bench.parent).filter((name) => name.startsWith('precis-restore'))).toEqual([]);
  });

  it('pass over a list that was cut off, and let no content go while one is there', async ({ bench }) => {
    const id = await layArchive(bench.root, { 'a.txt': 'first' });
    const first = mustSucceed(await bench.backUp(id));
    const list = join(repositoryRoot(bench.disk, id), 'lists', `${first.id}.list`);
    await writeFile(list, (await readFile(list, 'utf8')).slice(0, -20));
    await writeFile(join(bench.root, 'a.txt'), 'second');
    for (const hour of [30, 30.2]) mustSucceed(await bench.backUp(id, hour));
    expect(mustFail(await bench.restore(join(bench.parent, 'back'), first.id))).toMatchObject({
      why: 'damaged',
    });
    const objects = new Objects(repositoryRoot(bench.disk, id));
    await objects.look();
    const texts = await Promise.all(objects.names().map((name) => objects.read(name)));
    expect(texts.map((bytes) => Buffer.from(bytes ?? []).toString())).toContain('first');
  });
});
