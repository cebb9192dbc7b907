import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printArchiveLink } from '#domain/archive/archive-link.ts';
import { HandedFiles } from '#electron/app/handed-files.ts';
import { readHandedOver } from '#electron/app/launch/handed-over.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

let folder = '';
const at = (...names: readonly string[]): string => join(folder, ...names);
const read = (...words: readonly string[]) => readHandedOver(['precis', ...words], folder, true);

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  mkdirSync(at('desk'));
  writeFileSync(at('desk', 'archive.json'), '{"format":"precis-archive"}');
  writeFileSync(at('report.pdf'), '');
  writeFileSync(at('über uns.html'), '');
});
afterEach(() => removeFolder(folder));

describe('what the app is handed to open', () => {
  it('are files and folders by path or address, and none of its options', () => {
    const address = pathToFileURL(at('über uns.html')).href;
    expect(
      read('--no-sandbox', 'report.pdf', address, '--archive', 'desk', '--user-data-dir', folder),
    ).toEqual({
      archiveFolder: null,
      paths: [at('report.pdf'), at('über uns.html')],
    });
  });

  it('is nothing that does not exist, and nothing behind two dashes', () => {
    expect(read('gone.pdf', 'https://example.org/', 'file://%', '--', 'report.pdf')).toEqual({
      archiveFolder: null,
      paths: [],
    });
  });

  it('is not the app itself, which a development Electron is told of', () => {
    const argv = ['electron', '--no-sandbox', folder, 'report.pdf'];
    expect(readHandedOver(argv, folder, false).paths).toEqual([at('report.pdf')]);
  });

  it.each([
    ['its folder', () => at('desk')],
    ['its archive.json', () => at('desk', 'archive.json')],
    ['a link to it', () => at('Desk.precis')],
  ])('is an archive by %s', (_, path) => {
    writeFileSync(at('Desk.precis'), printArchiveLink('desk'));
    expect(read(path(), 'report.pdf')).toEqual({ archiveFolder: at('desk'), paths: [at('report.pdf')] });
  });

  it.each(['', '{', '{"format":"precis-link","version":1}', '[]', 'x'.repeat(100_000)])(
    'is a file like any other where a link says nothing: %.20s',
    (text) => {
      writeFileSync(at('Desk.precis'), text);
      expect(read('Desk.precis')).toEqual({ archiveFolder: null, paths: [at('Desk.precis')] });
    },
  );
});

describe('files that were handed over', () => {
  it('wait until somebody follows, and are taken once', () => {
    const files = new HandedFiles();
    let told = 0;
    files.give(['a']);
    const stop = files.follow(() => {
      told += 1;
    });
    expect(told).toBe(1);
    files.give(['b']);
    files.give([]);
    expect(told).toBe(2);
    expect(files.take()).toEqual(['a', 'b']);
    expect(files.take()).toEqual([]);
    stop();
    files.give(['c']);
    expect(told).toBe(2);
    expect(files.take()).toEqual(['c']);
  });
});
