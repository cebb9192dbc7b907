import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../support/app/run-cli.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

const fixtures = join(import.meta.dirname, '../fixtures/import');

type Imported = {
  readonly file: string;
  readonly status: string;
  readonly id: string;
  readonly sha256: string;
  readonly error?: { readonly code: string };
};

let folder: string;
let archive: string;
test.beforeEach(async () => {
  folder = await makeTemporaryFolder();
  archive = join(folder, 'archive');
});
test.afterEach(() => removeFolder(folder));

const importFiles = async (files: readonly string[], cwd = fixtures) => {
  const answer = await runCli(['import', ...files, '--archive', archive, '--json'], { cwd });
  return { exitCode: answer.exitCode, imported: answer.json() as readonly Imported[] };
};

const sha256Of = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

test('one text in seven encodings is one article, and every byte of its original is kept', async () => {
  const names = (await readdir(fixtures)).filter((name) => /^ferry-.*\.txt$/.test(name)).sort();
  expect(names).toHaveLength(7);
  const { exitCode, imported } = await importFiles(names);
  expect(exitCode).toBe(0);
  const text = [
    'The ferry to Skógarnes was cancelled on Tuesday for the third time in a week, the harbour master said.',
    '“We can’t sail when the swell is above four metres,” she told reporters – “not with 61 passengers on board.”',
    'Tickets cost 45 € and stay valid until\nthe end of the month.',
  ].join('\n');
  expect(new Set(imported.map(({ sha256 }) => sha256))).toEqual(new Set([sha256Of(text)]));
  expect(imported.map(({ status }) => status)).toEqual(['imported', ...Array(6).fill('duplicate')]);
  expect(new Set(imported.map(({ id }) => id)).size).toBe(1);
  const [first] = imported;
  const original = await readFile(join(archive, 'articles', first?.id ?? '', 'original.txt'));
  expect(original.equals(await readFile(join(fixtures, first?.file ?? '')))).toBe(true);
});

test('a text that does not name its encoding is read where that is certain, and else waits for its name', async () => {
  const text = 'Переговоры продолжены на следующей неделе, сказал министр.';
  const inKoi8 =
    'f0c5d2c5c7cfd7cfd2d920d0d2cfc4cfccd6c5ced920cec120d3ccc5c4d5c0ddc5ca20cec5c4c5ccc52c20d3cb' +
    'c1dac1cc20cdc9cec9d3d4d22e';
  await writeFile(join(folder, 'koi8.txt'), Buffer.from(inKoi8, 'hex'));
  // "Niš i Čačak" in ISO-8859-2.
  await writeFile(join(folder, 'nis.txt'), Buffer.from('Ni\u00b9 i \u00c8a\u00e8ak', 'latin1'));
  const { exitCode, imported } = await importFiles(['koi8.txt', 'nis.txt'], folder);
  expect(exitCode).toBe(1);
  expect(imported).toMatchObject([
    { status: 'imported', encoding: 'koi8-r', unreadable: 0, sha256: sha256Of(text) },
    {
      status: 'failed',
      error: { code: 'encoding-uncertain', likely: expect.arrayContaining(['iso-8859-2']) },
    },
  ]);
  const named = await importFiles(['nis.txt', '--encoding', 'latin2'], folder);
  expect(named.exitCode).toBe(0);
  expect(named.imported).toMatchObject([
    { status: 'imported', encoding: 'iso-8859-2', sha256: sha256Of('Niš i Čačak') },
  ]);
  const wrong = await importFiles(['koi8.txt', '--encoding', 'utf-8'], folder);
  expect(wrong.imported).toMatchObject([{ status: 'failed', error: { code: 'encoding-mismatch' } }]);
});

test('a page and a Markdown file come with what they say of themselves', async () => {
  const { imported } = await importFiles(['news-json-ld.html', 'ferry-front-matter.md']);
  expect(imported).toMatchObject([
    {
      title: 'Grain convoy waits at Port Ilyin',
      byline: 'Mara Lindqvist, Joon-ho Bae',
      publisher: 'The Strait Observer',
      publishedAt: '2024-04-22T06:30:00+02:00',
      url: 'https://observer.example/2024/04/grain-convoy',
      language: 'en-GB',
    },
    {
      title: 'Ferry to Skógarnes cancelled again',
      byline: 'Ása Brandsdóttir, T. Okafor',
      publisher: 'North Coast Courier',
      publishedAt: '2024-03-12',
      url: 'https://courier.example/2024/03/ferry',
      language: 'en-GB',
    },
  ]);
});

test('a hostile page leaves nothing but its text', async () => {
  const { imported } = await importFiles(['hostile.html']);
  const body = await readFile(join(archive, 'articles', imported[0]?.id ?? '', 'body.json'), 'utf8');
  expect(body).toContain('is only a text, and it has to stay one');
  expect(body).toContain('"https://fine.example/page"');
  expect(body).not.toMatch(/javascript:|data:|onerror|hostileRan|svg text|Never shown/);
});

test('files of a folder become new versions of the articles that they match, and the rest is told of', async () => {
  const pages = join(folder, 'pages');
  await mkdir(pages);
  const note = (name: string, text: string) => writeFile(join(pages, name), text);
  await note('lock.txt', 'The lock closed on Monday, and forty ships were turned back before dawn.');
  await note('port.md', '---\nurl: https://tribune.example/port\n---\nThe port closed for repairs.');
  const { imported: first } = await importFiles(['pages'], folder);
  await note('lock.txt', 'The lock closed on Monday, and fifty ships were turned back before dawn.');
  await note('port (1).md', '---\nurl: https://tribune.example/port\n---\nThe port is open again.');
  await note('talk.key', 'slides');
  const { exitCode, imported } = await importFiles(['pages', '--as-new-versions'], folder);
  expect(exitCode).toBe(1);
  expect(imported).toMatchObject([
    { file: 'pages/lock.txt', status: 'imported', versionOf: first[0]?.id, matchedBy: 'name', toReview: 0 },
    { file: 'pages/port (1).md', status: 'imported', versionOf: first[1]?.id, matchedBy: 'url' },
    { file: 'pages/port.md', status: 'duplicate', id: first[1]?.id, versionOf: null },
    { file: 'pages/talk.key', status: 'failed', error: { code: 'unsupported-slides' } },
  ]);
});

test('what can not be read fails by a code of its own, and nothing is written of it', async () => {
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'binary.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
  await writeFile(join(folder, 'blank.txt'), ' \n\n');
  await writeFile(join(folder, 'talk.key'), 'PK\u0003\u0004');
  await writeFile(join(folder, 'large.txt'), 'x'.repeat(20 * 1024 * 1024 + 1));
  const files = ['missing.txt', 'a-folder', 'empty.txt', 'binary.txt', 'blank.txt', 'talk.key', 'large.txt'];
  const { exitCode, imported } = await importFiles(files, folder);
  expect(exitCode).toBe(1);
  expect(imported.map(({ error }) => error?.code)).toEqual([
    'file-missing',
    'file-is-folder',
    'file-empty',
    'file-binary',
    'no-text-found',
    'unsupported-slides',
    'file-too-large',
  ]);
  const left = await readdir(join(archive, 'articles')).catch(() => []);
  expect(left).toEqual([]);
});
