import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { layOutDeb } from '../../../scripts/installers/deb/lay-out-deb.mjs';
import { readDebOrder } from '../../../scripts/installers/deb/read-deb-order.mjs';
import { inProject } from '../../../scripts/run/paths.mjs';
import { isOnPath } from '../../../scripts/setup/system-packages.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precis-deb-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const description =
  'Read and write\n Read articles offline, keep the passages that matter, and write briefing memos in which every quotation can be traced.';

/** The words of electron-builder for a small app. */
const wordsFor = (output: string, files: readonly string[] = []): string[] =>
  [
    ['-s', 'dir', '--force', '-t', 'deb'],
    ['-d', 'libgtk-3-0t64 | libgtk-3-0', '-d', 'xdg-utils', '--deb-recommends', 'libsecret-1-0'],
    ['--deb-compression', 'zst', '--architecture', 'amd64'],
    ['--after-install', join(folder, 'after-install'), '--after-remove', join(folder, 'after-remove')],
    ['--description', description, '--version', '0.1.0~dev', '--package', output],
    [
      '--name',
      'precis',
      '--maintainer',
      'Precis contributors',
      '--vendor',
      'Precis contributors',
      '--url',
      '',
    ],
    ['--category', 'text', '--deb-priority', 'optional', '--license', 'MIT'],
    files,
  ].flat();

/** An app as electron-builder leaves it, with modes that no package should have. */
const layApp = (): string[] => {
  mkdirSync(join(folder, 'app/resources'), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'app/precis'), 'program');
  chmodSync(join(folder, 'app/precis'), 0o700);
  writeFileSync(join(folder, 'app/resources/app.asar'), 'archive', { mode: 0o600 });
  writeFileSync(join(folder, 'icon=1.png'), 'icon');
  for (const script of ['after-install', 'after-remove']) writeFileSync(join(folder, script), '#!/bin/sh\n');
  return [
    `${folder}/app/=/opt/Precis`,
    `${folder}/icon=1.png=/usr/share/icons/hicolor/16x16/apps/precis.png`,
  ];
};

describe('an order for a deb', () => {
  it('is read from the words of electron-builder', () => {
    expect(readDebOrder(wordsFor('/x.deb', ['a=b=/opt/b']))).toMatchObject({
      name: 'precis',
      version: '0.1.0~dev',
      compression: 'zstd',
      depends: ['libgtk-3-0t64 | libgtk-3-0', 'xdg-utils'],
      synopsis: 'Read and write',
      homepage: '',
      files: [{ from: 'a=b', to: '/opt/b' }],
    });
  });

  it.each([
    ['another kind of package', ['-t', 'rpm'], 'only a deb can be made here'],
    ['no version', ['-t', 'deb', '--name', 'precis'], 'without --version'],
    ['a file that would lie outside', wordsFor('/x.deb', ['a=/opt/../../b']), 'which file lies where'],
    ['a word that is not known', wordsFor('/x.deb', ['--before-install', 'x']), 'before-install'],
  ])('is refused with %s', (_, words, reason) => {
    expect(() => readDebOrder(words)).toThrow(reason);
  });
});

describe('a deb, laid out', () => {
  it('holds each file with the mode of an installed one, its sum, and the control file', () => {
    const stage = mkdtempSync(join(folder, 'stage-'));
    layOutDeb(readDebOrder(wordsFor('/x.deb', layApp())), stage);
    const mode = (path: string): number => statSync(join(stage, path)).mode & 0o7777;
    expect(['opt/Precis', 'opt/Precis/precis', 'DEBIAN/postinst', 'DEBIAN/postrm'].map(mode)).toEqual(
      Array(4).fill(0o755),
    );
    expect(mode('opt/Precis/resources/app.asar')).toBe(0o644);
    expect(readFileSync(join(stage, 'DEBIAN/md5sums'), 'utf8').match(/ {2}.*/gu)).toEqual(
      expect.arrayContaining(['  opt/Precis/precis', '  usr/share/icons/hicolor/16x16/apps/precis.png']),
    );
    expect(readFileSync(join(stage, 'DEBIAN/control'), 'utf8')).toBe(`Package: precis
Version: 0.1.0~dev
Architecture: amd64
Maintainer: Precis contributors
Installed-Size: 1
Depends: libgtk-3-0t64 | libgtk-3-0, xdg-utils
Recommends: libsecret-1-0
Section: text
Priority: optional
Description: Read and write
 Read articles offline, keep the passages that matter, and write briefing memos
 in which every quotation can be traced.
`);
  });

  it.skipIf(!isOnPath('dpkg-deb'))('becomes the same package byte for byte, whenever it is made', () => {
    const files = layApp();
    const make = (name: string): Buffer => {
      const output = join(folder, name);
      execFileSync(inProject('scripts/installers/deb/make-deb.mjs'), wordsFor(output, files), {
        env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' },
      });
      return readFileSync(output);
    };
    const first = make('first.deb');
    writeFileSync(join(folder, 'app/resources/app.asar'), 'archive');
    expect(make('second.deb').equals(first)).toBe(true);
    const listed = execFileSync('dpkg-deb', ['--contents', join(folder, 'first.deb')], { encoding: 'utf8' });
    expect(listed).toMatch(/^-rwxr-xr-x root\/root .* \.\/opt\/Precis\/precis$/mu);
  });
});

it('a deb that was not finished leaves nothing under its name, nor an older one', () => {
  const output = join(folder, 'precis.deb');
  const words = wordsFor(output, layApp());
  writeFileSync(output, 'of an earlier build');
  mkdirSync(join(folder, 'bin'));
  const unfinished = '#!/bin/sh\nfor last; do :; done\necho half > "$last"\nexit 2\n';
  writeFileSync(join(folder, 'bin/dpkg-deb'), unfinished, { mode: 0o755 });
  const made = spawnSync(inProject('scripts/installers/deb/make-deb.mjs'), words, {
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
  });
  expect(made.status).toBe(2);
  expect(readdirSync(folder).filter((name) => name.startsWith('precis.deb'))).toEqual([]);
});

it.each([
  [[], []],
  [['report.html'], ['report.html']],
  [
    ['--archive', 'desk'],
    ['--archive', 'desk'],
  ],
  [['/home/analyst/list'], ['/home/analyst/list']],
  [
    ['list', 'articles', '--json'],
    ['--ozone-platform=headless', '--log-level=3', '--cli', '--', 'list', 'articles', '--json'],
  ],
  [['--version'], ['--ozone-platform=headless', '--log-level=3', '--cli', '--', '--version']],
  [['lst'], ['--ozone-platform=headless', '--log-level=3', '--cli', '--', 'lst']],
])('the command of the deb starts the window or the command line: precis %j', (words, expected) => {
  const shown = join(folder, 'app');
  writeFileSync(shown, '#!/bin/sh\nprintf "%s\\n" "$@"\n', { mode: 0o755 });
  const script = readFileSync(inProject('scripts/installers/deb/precis.sh'), 'utf8');
  writeFileSync(join(folder, 'precis.sh'), script.replace('/opt/Precis/precis', shown));
  const said = execFileSync('sh', [join(folder, 'precis.sh'), ...words], { encoding: 'utf8' });
  expect(said.split('\n').filter((word) => word !== '' && word !== '--no-sandbox')).toEqual(expected);
});

it('the copyright file of the deb holds the licence of the project', () => {
  const words = (path: string): string =>
    readFileSync(inProject(path), 'utf8').replace(/^ \.?/gmu, '').replace(/\s+/gu, ' ').trim();
  const [, , ...paragraphs] = readFileSync(inProject('LICENSE'), 'utf8').split('\n\n');
  expect(words('scripts/installers/deb/copyright')).toContain(
    paragraphs.join(' ').replace(/\s+/gu, ' ').trim(),
  );
});
