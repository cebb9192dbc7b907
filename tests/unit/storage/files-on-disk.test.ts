import { existsSync, linkSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { type Fingerprint, fingerprintOf } from '#electron/storage/file/fingerprint.ts';
import { setAside } from '#electron/storage/file/read/set-aside.ts';
import { toWriteFailed } from '#electron/storage/file/system-error.ts';
import { copyDurably, linkOrCopy } from '#electron/storage/file/write/link-or-copy.ts';
import {
  ChangedMeanwhile,
  rollback,
  writeAtomically,
} from '#electron/storage/file/write/write-atomically.ts';
import { it as base } from './archive-under-test.ts';

const it = base.extend<{ path: string }>({
  path: async ({ folder }, use) => {
    await mkdir(folder);
    await use(join(folder, 'file.json'));
  },
});

const write = (path: string, text: string, expected?: Fingerprint) =>
  writeAtomically(path, Buffer.from(text), `${path}.tmp-1`, expected === undefined ? {} : { expected });

/** A folder on another file system than that of the tests, where there is one. */
const otherDisk = ['/dev/shm', '/var/tmp'].find(
  (place) => existsSync(place) && statSync(place).dev !== statSync(tmpdir()).dev,
);

const readIfThere = (path: string): Promise<string | null> =>
  existsSync(path) ? readFile(path, 'utf8') : Promise.resolve(null);

describe('a file that is replaced', () => {
  it('has the version before beside it, and only that', async ({ folder, path }) => {
    expect((await write(path, 'one')).hadFile).toBe(false);
    expect(await readdir(folder)).toEqual(['file.json']);
    expect((await write(path, 'two')).hadFile).toBe(true);
    expect((await write(path, 'three')).hadFile).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('three');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two');
    expect((await readdir(folder)).sort()).toEqual(['file.json', 'file.json.bak']);
  });

  it('holds every byte of a text that is longer than one write takes', async ({ path }) => {
    const text = 'é中😀x'.repeat(400_000);
    await write(path, text);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('is as it was when the write is taken back', async ({ folder, path }) => {
    await write(path, 'one');
    await write(path, 'two');
    await rollback(path, true, `${path}.tmp-2`);
    expect(await readFile(path, 'utf8')).toBe('one');
    expect((await readdir(folder)).sort()).toEqual(['file.json', 'file.json.bak']);
  });

  it('is gone when the write that made it is taken back', async ({ path }) => {
    await write(path, 'one');
    await rollback(path, false, `${path}.tmp-2`);
    expect(existsSync(path)).toBe(false);
  });

  it('is replaced only as it was expected, again and again', async ({ path }) => {
    const first = await write(path, 'one', 'none');
    const second = await write(path, 'two', first.fingerprint);
    await write(path, 'three', second.fingerprint);
    expect(await readFile(path, 'utf8')).toBe('three');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two');
  });

  it.for<[string, (path: string) => Promise<void>]>([
    ['was written anew', (path) => writeFile(path, 'six')],
    ['was replaced', (path) => writeFile(`${path}.new`, 'one').then(() => rename(`${path}.new`, path))],
    ['was removed', (path) => rm(path)],
  ])('that %s by another program is left as it is, with its version before', async ([, meddle], { path }) => {
    await write(path, 'nil');
    const { fingerprint } = await write(path, 'one');
    await meddle(path);
    const before = await readIfThere(path);
    await expect(write(path, 'two', fingerprint)).rejects.toThrow(ChangedMeanwhile);
    expect(await readIfThere(path)).toBe(before);
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('nil');
    expect(existsSync(`${path}.tmp-1`)).toBe(false);
  });

  it('that another program puts there while the bytes go to the disk is left as it is', async ({ path }) => {
    const { fingerprint } = await write(path, 'one');
    const large = 'x'.repeat(1 << 20);
    const writing = write(path, large, fingerprint);
    // At once, before the large write can have ended.
    writeFileSync(`${path}.new`, 'theirs');
    renameSync(`${path}.new`, path);
    const outcome = await writing.then(
      () => 'written',
      (cause: unknown) => (cause instanceof ChangedMeanwhile ? 'left' : cause),
    );
    expect([outcome, await readFile(path, 'utf8')]).toEqual(['left', 'theirs']);
  });

  it('that nobody expects is left as it is', async ({ path }) => {
    await writeFile(path, 'theirs');
    await expect(write(path, 'ours', 'none')).rejects.toThrow(ChangedMeanwhile);
    await expect(write(path, 'ours', 'unknown')).rejects.toThrow(ChangedMeanwhile);
    expect(await readFile(path, 'utf8')).toBe('theirs');
    expect(fingerprintOf(`${path}.bak`)).toBe('none');
  });

  it('is left alone when there are bytes of another in the way', async ({ path }) => {
    await write(path, 'one');
    await writeFile(`${path}.tmp-1`, 'of somebody else');
    await expect(write(path, 'two')).rejects.toThrow('EEXIST');
    expect(await readFile(path, 'utf8')).toBe('one');
  });
});

describe('a second name for a file', () => {
  it('is a link, which takes no room', async ({ path }) => {
    await writeFile(path, 'bytes');
    linkOrCopy(path, `${path}.bak`);
    expect((await stat(path)).nlink).toBe(2);
  });

  it.runIf(otherDisk !== undefined)('is a copy where there can be no link', async ({ folder, path }) => {
    // Another file system: a link to it fails as it does on one that has no links.
    const elsewhere = join(otherDisk ?? '', `precis-test-${process.pid}`);
    await writeFile(elsewhere, 'bytes');
    onTestFinished(() => rm(elsewhere));
    expect(() => linkSync(elsewhere, path)).toThrow('EXDEV');
    linkOrCopy(elsewhere, path);
    expect(await readFile(path, 'utf8')).toBe('bytes');
    expect(() => linkOrCopy(elsewhere, path)).toThrow('EEXIST');
    expect(() => linkOrCopy(join(folder, 'missing'), join(folder, 'other'))).toThrow('ENOENT');
  });

  it('never takes the place of a file', async ({ path }) => {
    await writeFile(path, 'one');
    await writeFile(`${path}.bak`, 'two');
    expect(() => linkOrCopy(path, `${path}.bak`)).toThrow('EEXIST');
    expect(() => copyDurably(path, `${path}.bak`)).toThrow('EEXIST');
    expect(await readFile(`${path}.bak`, 'utf8')).toBe('two');
  });
});

describe('damaged bytes that are set aside', () => {
  const nowMs = Date.parse('2024-04-24T09:00:00.000Z');

  it('are kept once, under the time', async ({ path }) => {
    await writeFile(path, 'damaged');
    expect(setAside(path, nowMs, false)).toBe('file.json.corrupt-20240424T090000000Z');
    expect(setAside(path, nowMs + 1000, false)).toBe('file.json.corrupt-20240424T090000000Z');
  });

  it('keep to themselves when they are other bytes of the same moment', async ({ folder, path }) => {
    await writeFile(path, 'damaged');
    setAside(path, nowMs, false);
    await writeFile(path, 'damaged otherwise');
    expect(setAside(path, nowMs, false)).toBe('file.json.corrupt-20240424T090000000Z-2');
    expect(await readFile(join(folder, 'file.json.corrupt-20240424T090000000Z'), 'utf8')).toBe('damaged');
  });
});

describe('a failure of the system', () => {
  const failure = (code: string) => Object.assign(new Error(code), { code });

  it.for([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['EFBIG', 'too-large'],
    ['EIO', 'other'],
  ] as const)('%s means: %s', ([code, reason]) => {
    expect(toWriteFailed('tags.json', failure(code))).toEqual({
      code: 'write-failed',
      file: 'tags.json',
      reason,
    });
  });

  it('is told from a mistake in the program, which is thrown on', () => {
    expect(() => toWriteFailed('tags.json', new TypeError('a mistake'))).toThrow('a mistake');
  });
});
