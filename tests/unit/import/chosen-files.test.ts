import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenFiles } from '#electron/import/chosen-files.ts';
import { asOrdinaryUser } from '../../support/files/as-ordinary-user.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = join(await makeTemporaryFolder(), 'case');
  await mkdir(folder);
});
afterEach(() => removeFolder(join(folder, '..')));

const lay = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), name);
  }
};

describe('the files of what was chosen', () => {
  it('are those of a folder and of the folders in it, in the order of their names', async () => {
    await lay('note.txt', 'a/deep/10.txt', 'a/deep/9.txt', 'story.html', 'data.csv');
    const { files, holdsMany } = await chosenFiles.laidOpen([folder]);
    expect(holdsMany).toBe(true);
    expect(files.map(({ name }) => name)).toEqual([
      'case/a/deep/9.txt',
      'case/a/deep/10.txt',
      'case/data.csv',
      'case/note.txt',
      'case/story.html',
    ]);
    for (const { path, name } of files) expect(join('case', relative(folder, path))).toBe(name);
  });

  it('are neither hidden, nor what programs leave, nor the pictures of a saved page', async () => {
    await lay('a.txt', '.DS_Store', '.git/x.txt', '~$a.docx', 'Thumbs.db', '__MACOSX/a.txt');
    await lay('story.html', 'story_files/ad.html', 'other_files/b.txt', 'Seite.htm', 'Seite-Dateien/c.js');
    const { files } = await chosenFiles.laidOpen([folder]);
    expect(files.map(({ name }) => name)).toEqual([
      'case/a.txt',
      'case/other_files/b.txt',
      'case/Seite.htm',
      'case/story.html',
    ]);
  });

  it('are found where links lead round in a circle, and to nothing', async () => {
    await lay('a.txt');
    await symlink(folder, join(folder, 'loop'));
    await symlink(join(folder, 'gone.txt'), join(folder, 'broken.txt'));
    const { files } = await chosenFiles.laidOpen([folder]);
    expect(files.map(({ name }) => name)).toEqual(['case/a.txt']);
  });

  it('are, of what lies too deep, its folder, so that it can be told', async () => {
    const at = (depth: number): string => Array.from({ length: depth }, () => 'd').join('/');
    await lay(`${at(39)}/seen.txt`, `${at(40)}/unseen.txt`);
    const { files } = await chosenFiles.laidOpen([folder]);
    expect(files.map(({ name }) => name)).toEqual([`case/${at(40)}`, `case/${at(39)}/seen.txt`]);
  });

  it('are what was chosen itself where that is a file, is not there, or is an empty folder', async () => {
    await lay('a.txt');
    await mkdir(join(folder, 'empty'));
    const paths = ['a.txt', 'none.txt', 'empty'].map((name) => join(folder, name));
    const { files, holdsMany } = await chosenFiles.laidOpen(paths);
    expect(files.map(({ path }) => path)).toEqual(paths);
    expect(holdsMany).toBe(false);
  });
});

describe('an inbox', () => {
  it('has the files of its folder, also of one that can only be read, and none where it can’t be read', async () => {
    await lay('note.txt');
    const lookIn = () => asOrdinaryUser(async () => chosenFiles.lookIn(folder));
    await chmod(join(folder, '..'), 0o755);
    await chmod(folder, 0o555);
    expect((await lookIn())?.files).toMatchObject([{ name: 'case/note.txt' }]);
    await chmod(folder, 0o311);
    expect(await lookIn()).toBeNull();
    await chmod(folder, 0o755);
  });
});
