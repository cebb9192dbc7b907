import { describe, expect, it } from 'vitest';
import {
  findGonePaths,
  findLongComments,
  findUnreasonedFolders,
} from '../../../scripts/checks/tree-rules.mjs';

const filesIn = (folder: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, number) => `${folder}/${number}.ts`);
const page = (...folders: readonly string[]): string =>
  `# A\n\n| \`domain/b\` | no reason |\n\n## Large folders\n\n| folder | why |\n|---|---|\n${folders
    .map((folder) => `| \`${folder}\` | it is so |\n`)
    .join('')}\n## Next\n\n| \`domain/c\` | no reason |\n`;

describe('a folder of more than fifteen source files', () => {
  it('needs a row in the table of large folders, which others do not', () => {
    const files = [...filesIn('domain/a', 16), ...filesIn('domain/b', 16), ...filesIn('electron/c', 15)];
    expect(findUnreasonedFolders(files, page('domain/a'))).toEqual([
      expect.stringMatching(/^domain\/b holds 16 source files/),
    ]);
    expect(findUnreasonedFolders(files, page('domain/a', 'domain/b', 'electron/c', 'gone'))).toEqual([
      expect.stringMatching(/^electron\/c needs no reason/),
      expect.stringMatching(/^gone needs no reason/),
    ]);
  });

  it('is counted without what lies in folders below it, and without styles and tests', () => {
    const files = [
      ...filesIn('domain/a', 15),
      ...filesIn('domain/a/b', 1),
      'domain/a/x.css',
      ...filesIn('tests/unit', 16),
    ];
    expect(findUnreasonedFolders(files, page())).toEqual([]);
  });
});

describe('a path that a page names', () => {
  const files = ['domain/a/b.ts', 'tests/unit/c.test.ts', '.dependency-cruiser.cjs'];
  const gone = (text: string) => findGonePaths('docs/x.md', text, files);

  it.each([
    'see `domain/a/b.ts`',
    'see `domain/a`, `domain/a/` and `tests/unit`',
    'in `b.ts` and `.dependency-cruiser.cjs`',
    'one of `tests/unit/*-contract.ts`, `domain/contract/<noun>.ts`',
    'not a path: `passage:add`, `npm run check -- docs/old.ts`, domain/old',
  ])('is there: %s', (text) => expect(gone(text)).toEqual([]));

  it.each([
    ['a file', 'see `domain/a/old.ts`', 'domain/a/old.ts'],
    ['a folder', 'see `domain/old/`', 'domain/old'],
    ['a file by its name', 'in `old.ts`, once more `old.ts`', 'old.ts'],
  ])('is told of where it is gone: %s', (_, text, name) => {
    expect(gone(text)).toEqual([`docs/x.md names ${name}, which is not there`]);
  });
});

describe('a line of a comment', () => {
  it('has at most 120 columns, unless it is an order to the linter or an address', () => {
    const words = 'word '.repeat(30);
    const text = [`// ${words}`, `const said = '${words}';`, ` * ${words}`, `// biome-ignore ${words}`].join(
      '\n',
    );
    expect(findLongComments('domain/a.ts', text)).toEqual([
      'domain/a.ts:1 is a comment of more than 120 columns',
      'domain/a.ts:3 is a comment of more than 120 columns',
    ]);
  });
});
