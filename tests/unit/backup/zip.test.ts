import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { ZipFault } from '#domain/contract/errors/backup-errors.ts';
import { doJob } from '#electron/backup/process/do-job.ts';
import { makeZip, type ZipPart } from '../../support/files/make-zip.ts';
import { readTree } from '../../support/files/read-tree.ts';
import { mustFail, mustSucceed } from '../storage/archive-under-test.ts';
import { idle, it, layArchive, makeArchive } from './backup-under-test.ts';

const id = '018f0e7a-0000-7000-8000-000000000001';
const archive = {
  name: 'archive.json',
  data: `{"version":1,"format":"precis-archive","id":"${id}","title":"T","createdAt":"2024-04-24T09:00:00.000Z"}`,
};
const unpack = (file: string, to: string) => doJob({ kind: 'unpack', file, to }, idle);

describe('an archive in a zip', () => {
  it('comes out as it went in, but for what is no file of an archive', async ({ bench }) => {
    await makeArchive(bench.root, ['One', 'Two']);
    await writeFile(join(bench.root, 'my notes.txt'), 'of my own');
    const to = join(bench.disk, 'desk.zip');
    const packed = mustSucceed(await doJob({ kind: 'pack', root: bench.root, to }, idle));
    expect(readdirSync(bench.disk)).toEqual(['desk.zip']);
    const out = join(bench.parent, 'out');
    expect(mustSucceed(await unpack(to, out))).toEqual({
      files: packed.files,
      bytes: packed.bytes,
      damaged: [],
    });
    const { 'my notes.txt': _, ...own } = await readTree(bench.root);
    expect(await readTree(out)).toEqual(own);
  });

  it('holds every file where they are far more than are packed at once', async ({ bench }) => {
    const originals = Array.from({ length: 700 }, (_, n): [string, string] => {
      const article = `018f0e7a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
      return [`articles/${article}/original.txt`, `The ${n}th. `.repeat(n % 50)];
    });
    await layArchive(bench.root, Object.fromEntries(originals));
    const to = join(bench.disk, 'desk.zip');
    expect(mustSucceed(await doJob({ kind: 'pack', root: bench.root, to }, idle)).files).toBe(701);
    const out = join(bench.parent, 'out');
    mustSucceed(await unpack(to, out));
    expect(await readTree(out)).toEqual(await readTree(bench.root));
  });

  it('is not packed where a file of it can’t be read, and replaces nothing', async ({ bench }) => {
    await layArchive(bench.root, {});
    const to = join(bench.disk, 'desk.zip');
    mustSucceed(await doJob({ kind: 'pack', root: bench.root, to }, idle));
    expect(mustFail(await doJob({ kind: 'pack', root: bench.root, to }, idle))).toEqual({
      code: 'file-exists',
      file: 'desk.zip',
    });
    await symlink('/etc/passwd', join(bench.root, 'tags.json'));
    const other = join(bench.disk, 'other.zip');
    expect(mustFail(await doJob({ kind: 'pack', root: bench.root, to: other }, idle))).toMatchObject({
      code: 'archive-unreadable',
      file: 'tags.json',
    });
    const inside = join(bench.root, 'desk.zip');
    expect(mustFail(await doJob({ kind: 'pack', root: bench.root, to: inside }, idle)).code).toBe(
      'place-in-archive',
    );
    expect(readdirSync(bench.disk)).toEqual(['desk.zip']);
  });

  it('leaves nothing when packing is cancelled', async ({ bench }) => {
    await makeArchive(bench.root, ['One', 'Two']);
    const cancel = new AbortController();
    const watch = { signal: cancel.signal, onProgress: () => cancel.abort() };
    const packed = await doJob({ kind: 'pack', root: bench.root, to: join(bench.disk, 'desk.zip') }, watch);
    expect(mustFail(packed)).toEqual({ code: 'cancelled' });
    expect(readdirSync(bench.disk)).toEqual([]);
  });

  it('may be packed with its folder, and with what a file manager lays beside it', async ({ bench }) => {
    const file = join(bench.disk, 'desk.zip');
    await writeFile(
      file,
      makeZip([
        { name: 'Desk/', mode: 0o040755, method: 0 },
        { ...archive, name: 'Desk/archive.json' },
        { name: 'Desk/.DS_Store', data: 'x' },
        { name: 'Desk/archive.json.bak', data: 'x' },
        { name: '__MACOSX/Desk/._archive.json', data: 'x' },
      ]),
    );
    mustSucceed(await unpack(file, join(bench.parent, 'out')));
    expect(readdirSync(join(bench.parent, 'out'))).toEqual(['archive.json']);
  });
});

type Hostile = readonly [what: string, why: ZipFault, parts: readonly ZipPart[]];

const LINK = 0o120777;
const inArticle = `articles/${id}`;
const hostile: readonly Hostile[] = [
  ['climbs out of its folder', 'path-outside', [archive, { name: '../evil', data: 'x' }]],
  ['climbs out further in', 'path-outside', [archive, { name: `${inArticle}/../../../evil`, data: 'x' }]],
  ['names a place from the root', 'path-outside', [archive, { name: '/tmp/evil', data: 'x' }]],
  ['names a drive', 'path-outside', [archive, { name: 'C:/evil', data: 'x' }]],
  ['climbs out by backslashes', 'path-outside', [archive, { name: '..\\evil', data: 'x' }]],
  ['hides a place behind a NUL', 'path-outside', [archive, { name: 'tags.json\0.txt', data: 'x' }]],
  ['holds a link', 'link', [archive, { name: 'tags.json', data: '/etc/passwd', mode: LINK }]],
  ['holds a link to a folder', 'link', [{ name: 'articles', data: '/tmp', mode: LINK }, archive]],
  ['holds a device', 'link', [archive, { name: 'tags.json', mode: 0o020666 }]],
  ['holds a program', 'not-of-archive', [archive, { name: 'evil.exe', data: 'MZ' }]],
  [
    'holds a name that Windows reserves',
    'reserved-name',
    [archive, { name: `${inArticle}/aux.json`, data: 'x' }],
  ],
  ['holds a name that ends in a dot', 'reserved-name', [archive, { name: 'tags.json.', data: 'x' }]],
  [
    'holds a file twice',
    'same-name',
    [archive, { name: 'tags.json', data: 'a' }, { name: 'tags.json', data: 'b' }],
  ],
  [
    'holds two names that differ in case',
    'same-name',
    [archive, { name: 'TAGS.json', data: 'a' }, { name: 'tags.json', data: 'b' }],
  ],
  ['lays two files on top of each other', 'overlap', [archive, { name: 'tags.json', data: 'a', liesOn: 0 }]],
  [
    'lays a file over the next',
    'overlap',
    [
      { ...archive, saysPackedSize: 1000 },
      { name: 'tags.json', data: 'a' },
    ],
  ],
  ['is a bomb', 'ratio', [archive, { name: 'tags.json', data: Buffer.alloc(50 << 20) }]],
  [
    'says that a file is larger than it is',
    'size',
    [archive, { name: 'tags.json', data: 'abc', saysSize: 1000 }],
  ],
  [
    'says that a file is smaller than it is',
    'size',
    [archive, { name: 'tags.json', data: Buffer.alloc(5000), saysSize: 3 }],
  ],
  [
    'says that a stored file is smaller than it is',
    'size',
    [archive, { name: 'tags.json', data: 'abcdef', method: 0, saysSize: 3 }],
  ],
  [
    'holds other bytes than were packed',
    'checksum',
    [archive, { name: 'tags.json', data: 'abc', saysCrc: 7 }],
  ],
  [
    'holds a file larger than any archive has',
    'too-large',
    [archive, { name: 'tags.json', data: 'a', saysSize: 3 * 2 ** 30 }],
  ],
  [
    'is larger than any archive',
    'too-large',
    [
      archive,
      ...Array.from({ length: 40 }, (_, n) => ({
        name: `articles/${id.slice(0, -2)}${n + 10}/original.txt`,
        saysSize: 2 ** 31,
        saysPackedSize: 2 ** 31,
      })),
    ],
  ],
  ['is encrypted', 'encrypted', [archive, { name: 'tags.json', data: 'abc', flags: 1 }]],
  ['is packed in another way', 'method', [archive, { name: 'tags.json', data: 'abc', method: 12 }]],
  ['is the zip of something else', 'no-archive', [{ name: 'tags.json', data: '{}' }]],
  ['has an archive.json that says nothing', 'no-archive', [{ name: 'archive.json', data: '{}' }]],
];

describe('a zip that', () => {
  it.for(hostile)('%s writes nothing and is refused: %s', async ([, why, parts], { bench }) => {
    const file = join(bench.disk, 'evil.zip');
    await writeFile(file, makeZip(parts));
    const outside = readdirSync(bench.parent);
    expect(mustFail(await unpack(file, join(bench.parent, 'out')))).toMatchObject({
      code: 'zip-refused',
      file: 'evil.zip',
      why,
    });
    expect(readdirSync(bench.parent)).toEqual(outside);
    expect(existsSync('/tmp/evil')).toBe(false);
  });

  it('is cut off, or is no zip, is refused', async ({ bench }) => {
    const file = join(bench.disk, 'evil.zip');
    const whole = makeZip([archive, { name: 'tags.json', data: 'a'.repeat(500) }]);
    for (const bytes of [
      whole.subarray(0, -30),
      whole.subarray(40),
      Buffer.from('no zip'),
      Buffer.alloc(0),
    ]) {
      await writeFile(file, bytes);
      expect(mustFail(await unpack(file, join(bench.parent, 'out')))).toMatchObject({
        code: 'zip-refused',
        why: 'unreadable',
      });
    }
    expect(mustFail(await unpack(join(bench.disk, 'none.zip'), join(bench.parent, 'out')))).toMatchObject({
      why: 'unreadable',
    });
    expect(existsSync(join(bench.parent, 'out'))).toBe(false);
  });

  it('has one byte turned is refused, or gives what was packed', { timeout: 30_000 }, async ({ bench }) => {
    await layArchive(bench.root, { 'tags.json': 'a tag '.repeat(30), 'tasks.json': 'x' });
    const file = join(bench.disk, 'desk.zip');
    mustSucceed(await doJob({ kind: 'pack', root: bench.root, to: file }, idle));
    const sound = await readFile(file);
    const tree = await readTree(bench.root);
    for (let at = 0; at < sound.length; at += 5) {
      const turned = Buffer.from(sound);
      turned.writeUInt8(turned.readUInt8(at) ^ 0x55, at);
      await writeFile(file, turned);
      const out = join(bench.parent, `out ${at}`);
      const result = await unpack(file, out);
      if (!result.ok) expect(result.error.code).toBe('zip-refused');
      else for (const [path, text] of Object.entries(await readTree(out))) expect(text).toBe(tree[path]);
    }
  });

  it('is to be unpacked over something else is not', async ({ bench }) => {
    const file = join(bench.disk, 'desk.zip');
    await writeFile(file, makeZip([archive]));
    const out = join(bench.parent, 'out');
    await mkdir(out);
    await writeFile(join(out, 'mine.txt'), 'mine');
    expect(mustFail(await unpack(file, out))).toEqual({ code: 'folder-not-empty', folder: out });
    await rename(join(out, 'mine.txt'), join(bench.parent, 'mine.txt'));
    mustSucceed(await unpack(file, out));
    await mkdir(join(out, 'inside'));
    expect(mustFail(await unpack(file, join(out, 'inside'))).code).toBe('place-in-archive');
  });
});
