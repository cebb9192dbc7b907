import { describe, expect, it } from 'vitest';
import { restorablePaths } from '#domain/backup/archive-path.ts';

const linux = { isWindows: false, foldsCase: false };
const windows = { isWindows: true, foldsCase: true };

describe('the paths of a backup list that are restored', () => {
  it.each([
    '..\\evil.json',
    'articles\\..\\..\\evil',
    '\\\\host\\share\\x',
    'C:\\evil',
    'C:evil',
    'c:/evil',
    '../evil',
    'articles/../../evil',
    '/etc/passwd',
    './x',
    'a//b',
    '.git/hooks/post-checkout',
    '.GIT/config',
    '.git./config',
    '.g\u200cit/config',
    'GIT~1/hooks/x',
    'notes/.git/hooks/x',
    '.ssh/authorized_keys',
    '.vscode/tasks.json',
    'nul.json',
    'articles/CON',
    'com1',
    'a\u0000b',
  ])('do not hold %j on any system', (path) => {
    for (const system of [linux, windows]) expect([...restorablePaths([path], system)]).toEqual([]);
  });

  it('hold what an archive holds, and what a person keeps beside it', () => {
    const paths = [
      'archive.json',
      'tags.json',
      'tags.json.bak',
      '.gitignore',
      'notes/A.txt',
      'notes/a.txt',
      'What?.md',
    ];
    expect([...restorablePaths(paths, linux)]).toEqual(paths);
    expect([...restorablePaths(paths, windows)]).toEqual(paths.slice(0, 5));
  });

  it('hold the file of the archive where another would take its place', () => {
    const paths = ['TAGS.json', 'tags.json', 'ﬁle', 'tags.json'];
    expect([...restorablePaths(paths, linux)]).toEqual(['tags.json', 'ﬁle']);
    expect([...restorablePaths(['e\u0301.md', '\u00e9.md'], windows)]).toEqual(['e\u0301.md']);
  });
});
