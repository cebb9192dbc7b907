import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runCli } from '../support/run-cli.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';

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

test('what can not be read fails by a code of its own, and nothing is written of it', async () => {
  await mkdir(join(folder, 'a-folder'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'binary.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
  await writeFile(join(folder, 'blank.txt'), ' \n\n');
  await writeFile(join(folder, 'scan.pdf'), '%PDF-1.7');
  await writeFile(join(folder, 'large.txt'), 'x'.repeat(20 * 1024 * 1024 + 1));
  const files = ['missing.txt', 'a-folder', 'empty.txt', 'binary.txt', 'blank.txt', 'scan.pdf', 'large.txt'];
  const { exitCode, imported } = await importFiles(files, folder);
  expect(exitCode).toBe(1);
  expect(imported.map(({ error }) => error?.code)).toEqual([
    'file-missing',
    'file-is-folder',
    'file-empty',
    'file-binary',
    'no-text-found',
    'format-unsupported',
    'file-too-large',
  ]);
  const left = await readdir(join(archive, 'articles')).catch(() => []);
  expect(left).toEqual([]);
});
