import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgeCodec } from '#electron/storage/encryption/age/age-codec.ts';
import { openArchive } from '#electron/storage/open-archive.ts';
import { isOnPath } from '../../scripts/setup/system-packages.mjs';
import { createSampleMachine } from '../support/archive/sample-ids.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import {
  convert,
  givePassphrase,
  layArchive,
  PASSPHRASE,
} from '../unit/storage/encryption/encrypted-archive.ts';

// The files of an encrypted archive as age opens them, and files of age as Precis does.

const run = promisify(execFile);
const isThere = isOnPath('age') && isOnPath('script');

let folder: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => removeFolder(folder));

/** age asks for a passphrase at a terminal alone: `script` is one. */
const typeTo = (command: string): string => {
  const words = ['-qec', command, '/dev/null'];
  const { stdout, status } = spawnSync('script', words, { input: `${PASSPHRASE}\n`, encoding: 'utf8' });
  expect(status, stdout).toBe(0);
  return stdout;
};

describe.runIf(isThere)('an encrypted archive', { timeout: 240_000 }, () => {
  it('is opened by age alone, with key.age and the passphrase, every file to the byte', async () => {
    const [clear, encrypted] = [join(folder, 'clear'), join(folder, 'encrypted')];
    await layArchive(clear, 'clear');
    await cp(clear, encrypted, { recursive: true });
    expect((await convert(encrypted, 'encrypted')).ok).toBe(true);
    const key = join(folder, 'key.txt');
    typeTo(`age --decrypt -o ${key} ${join(encrypted, 'key.age')}`);
    const files = readdirSync(clear, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:json|bak|txt)$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(clear.length))
      // What says that it is encrypted, and what is sealed because it is, are not the same.
      .filter((path) => !/^\/(?:archive|manifest)\.json/u.test(path));
    expect(files.length).toBeGreaterThan(10);
    for (const path of files) {
      const { stdout } = await run('age', ['--decrypt', '-i', key, join(encrypted, path)], {
        encoding: 'buffer',
      });
      expect(stdout.equals(await readFile(join(clear, path))), path).toBe(true);
    }
    const tags = typeTo(`age --decrypt -i ${join(encrypted, 'key.age')} ${join(encrypted, 'tags.json')}`);
    expect(tags).toContain('"tags"');
  });

  it('is opened by age to the byte at every edge of a chunk', async () => {
    const key = join(folder, 'chunks.txt');
    const identity = await generateX25519Identity();
    await writeFile(key, `${identity}\n`);
    const codec = createAgeCodec(identity, { takesClear: false });
    for (const size of [0, 65_535, 65_536, 65_537, 200_000]) {
      const content = randomBytes(size);
      const file = join(folder, `chunks-${size}`);
      await writeFile(file, await codec.encode(content));
      const { stdout } = await run('age', ['--decrypt', '-i', key, file], { encoding: 'buffer' });
      expect(stdout.equals(content), `${size} bytes`).toBe(true);
    }
  });

  it('takes a file that age has encrypted for it', async () => {
    const archive = join(folder, 'taken');
    await layArchive(archive, 'encrypted');
    const key = join(folder, 'taken.txt');
    typeTo(`age --decrypt -o ${key} ${join(archive, 'key.age')}`);
    const plain = join(folder, 'tags.json');
    await writeFile(plain, '{"version": 2, "tags": []}\n');
    await run('age', ['--encrypt', '-i', key, '-o', join(archive, 'tags.json'), plain]);
    const opened = await openArchive({
      folder: archive,
      machine: createSampleMachine(),
      passphrase: givePassphrase,
    });
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await opened.value.tags()).toMatchObject({ ok: true, value: { tags: [] } });
    await opened.value.close();
  });
});
