import { cp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKnownEncrypted } from '#electron/app/archive/known-encrypted.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';
import { convert, layArchive } from '../storage/encryption/encrypted-archive.ts';

let folder = '';
let archive = '';
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  archive = join(folder, 'archive');
  await layArchive(archive, 'clear');
  await cp(archive, join(folder, 'clear'), { recursive: true });
  await convert(archive, 'encrypted');
});
afterEach(() => removeFolder(folder));

const known = () => openKnownEncrypted(join(folder, 'user-data'));
const replaceWhole = async (): Promise<void> => {
  await rm(archive, { recursive: true });
  await cp(join(folder, 'clear'), archive, { recursive: true });
};

describe('an archive that was encrypted when it was open last', () => {
  it('is known again after a start, and told from one that was put in its place', async () => {
    await known().keep(archive, true);
    expect(await known().isClearNow(archive)).toBe(false);
    await replaceWhole();
    expect(await known().isClearNow(archive)).toBe(true);
    await symlink(archive, join(folder, 'link'));
    expect(await known().isClearNow(join(folder, 'link'))).toBe(true);
  });

  it('is asked about no more once the person has opened it in the clear', async () => {
    await known().keep(archive, true);
    await replaceWhole();
    await known().keep(archive, false);
    expect(await known().isClearNow(archive)).toBe(false);
  });

  it('is left to the question about its files where a key lies there still', async () => {
    await known().keep(archive, true);
    await cp(join(folder, 'clear', 'archive.json'), join(archive, 'archive.json'));
    expect(await known().isClearNow(archive)).toBe(false);
  });

  it('is none where it never was, or where it is gone', async () => {
    expect(await known().isClearNow(join(folder, 'clear'))).toBe(false);
    await known().keep(archive, true);
    await replaceWhole();
    await writeFile(join(archive, 'archive.json'), '{');
    // Its version before may be sound, and open in the clear.
    expect(await known().isClearNow(archive)).toBe(true);
    await rm(archive, { recursive: true });
    expect(await known().isClearNow(archive)).toBe(false);
  });
});
