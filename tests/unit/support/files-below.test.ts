import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { bytesBelow, copyTree, filesBelow, filesWith } from '../../support/files/files-below.ts';
import { makeTemporaryFolder } from '../../support/files/temporary-folder.ts';

let folder = '';
const lay = (path: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `what ${path} says`);
};

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  for (const path of ['a/one', 'a/two', 'b/c/three', 'four']) lay(path);
});

describe('a tree that somebody else changes while it is read', () => {
  it('is listed without a folder that vanished before its turn', () => {
    const paths: string[] = [];
    for (const path of filesBelow(folder)) {
      rmSync(join(folder, 'b'), { recursive: true, force: true });
      paths.push(path);
    }
    expect(paths).toEqual(['a/one', 'a/two', 'four']);
  });

  it('is read without a file that vanished before its turn', () => {
    const texts: string[] = [];
    for (const [, bytes] of bytesBelow(folder)) {
      rmSync(join(folder, 'a/two'), { force: true });
      texts.push(bytes.toString());
    }
    expect(texts).toEqual(['what a/one says', 'what b/c/three says', 'what four says']);
  });

  it('is read without a folder that became a file', () => {
    const paths: string[] = [];
    for (const path of filesBelow(folder)) {
      rmSync(join(folder, 'b'), { recursive: true, force: true });
      lay('b');
      paths.push(path);
    }
    expect(paths).toEqual(['a/one', 'a/two', 'four']);
  });

  it('is copied without what vanished', () => {
    copyTree(folder, `${folder}-copy`, (path) => {
      rmSync(join(folder, 'b/c/three'), { force: true });
      return path !== 'four';
    });
    expect([...filesBelow(`${folder}-copy`)]).toEqual(['a/one', 'a/two']);
    rmSync(`${folder}-copy`, { recursive: true });
  });
});

it('names the files that hold the words', () => {
  expect(filesWith(folder, 'b/c')).toEqual(['b/c/three']);
});

it('fails where the folder itself is missing', () => {
  expect(() => [...filesBelow(join(folder, 'nowhere'))]).toThrow('ENOENT');
});
