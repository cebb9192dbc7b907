import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTypstResources, refusedImports } from '#electron/export/typst/compile-typst.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/files/temporary-folder.ts';

describe('what a template may import', () => {
  it.each(['#import "tokens.typ": *', '#include "part-2.typ"', '// import "@preview/x:1.0.0"', '= Imports'])(
    'is a file beside it: %s',
    (source) => {
      expect(refusedImports(source)).toEqual([]);
    },
  );

  it.each([
    '#import "@preview/tablex:0.0.8": *',
    '#import"@local/x:1.0.0"',
    '#import ("@prev" + "iew/x:1.0.0")',
    '#import "x.typ" + "@preview"',
    '#include "../secret.typ"',
    '#include "/etc/passwd"',
    '#let where = "@preview/x:1.0.0"\n#import where: y',
    '/* */ #import  \t "\\u{40}preview/x:1.0.0"',
  ])('is nothing else: %s', (source) => {
    expect(refusedImports(source)).toHaveLength(1);
  });
});

describe('the resources folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await makeTemporaryFolder();
    await mkdir(join(folder, 'fonts'));
    await mkdir(join(folder, 'templates'));
  });
  afterEach(() => removeFolder(folder));

  it('is refused before anything is compiled where a template would fetch a package', async () => {
    await writeFile(join(folder, 'templates', 'memo.typ'), '#import "@preview/x:1.0.0"');
    expect(() => readTypstResources(folder)).toThrow('memo.typ may not import "@preview/x:1.0.0"');
  });

  it('is read with templates and fonts by name', async () => {
    await writeFile(join(folder, 'templates', 'memo.typ'), '= Memo');
    await writeFile(join(folder, 'templates', 'notes.txt'), '#import "@preview/x:1.0.0"');
    await writeFile(join(folder, 'fonts', 'b.ttf'), 'B');
    await writeFile(join(folder, 'fonts', 'a.ttf'), 'A');
    const { templates, fonts } = readTypstResources(folder);
    expect([...templates]).toEqual([['memo.typ', '= Memo']]);
    expect(fonts.map(String)).toEqual(['A', 'B']);
  });
});
