import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOriginal } from '#electron/import/read-original.ts';
import { asOrdinaryUser } from '../../support/files/as-ordinary-user.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

describe('readOriginal', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeTemporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  it('answers the bytes of a file', async () => {
    await writeFile(join(folder, 'a.txt'), 'Żółć');
    expect(await readOriginal(join(folder, 'a.txt'), 1000)).toEqual({
      ok: true,
      value: new Uint8Array(Buffer.from('Żółć')),
    });
  });

  it('answers no bytes for an empty file, which is for the decoder to judge', async () => {
    await writeFile(join(folder, 'a.txt'), '');
    expect(await readOriginal(join(folder, 'a.txt'), 1000)).toEqual({ ok: true, value: new Uint8Array() });
  });

  it('names a file that is not there', async () => {
    expect(await readOriginal(join(folder, 'none.txt'), 1000)).toEqual({ ok: false, error: 'file-missing' });
    await writeFile(join(folder, 'a.txt'), 'x');
    expect(await readOriginal(join(folder, 'a.txt', 'b.txt'), 1000)).toEqual({
      ok: false,
      error: 'file-missing',
    });
  });

  it('names a folder', async () => {
    await mkdir(join(folder, 'sub.txt'));
    expect(await readOriginal(join(folder, 'sub.txt'), 1000)).toEqual({ ok: false, error: 'file-is-folder' });
  });

  it('names what is no file of finite size', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await readOriginal(join(folder, 'pipe.txt'), 1000)).toEqual({
      ok: false,
      error: 'file-unreadable',
    });
    expect(await readOriginal('/dev/zero', 1000)).toEqual({ ok: false, error: 'file-unreadable' });
  });

  it('names a file that may not be read', async () => {
    await writeFile(join(folder, 'a.txt'), 'x');
    await chmod(join(folder, 'a.txt'), 0);
    expect(await asOrdinaryUser(() => readOriginal(join(folder, 'a.txt'), 1000))).toEqual({
      ok: false,
      error: 'file-unreadable',
    });
  });

  it('names a name that no file system takes', async () => {
    expect(await readOriginal(join(folder, 'x'.repeat(5000)), 1000)).toEqual({
      ok: false,
      error: 'file-unreadable',
    });
    expect(await readOriginal('a\0b', 1000)).toEqual({ ok: false, error: 'file-unreadable' });
  });

  it('refuses a file above the limit without reading it', async () => {
    await writeFile(join(folder, 'a.txt'), Buffer.alloc(101, 'x'));
    expect(await readOriginal(join(folder, 'a.txt'), 100)).toEqual({ ok: false, error: 'file-too-large' });
    await writeFile(join(folder, 'b.txt'), Buffer.alloc(100, 'x'));
    expect((await readOriginal(join(folder, 'b.txt'), 100)).ok).toBe(true);
  });
});
