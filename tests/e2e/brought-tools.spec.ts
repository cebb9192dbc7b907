import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText } from '../support/app/reader-page.ts';
import { runCli } from '../support/app/run-cli.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// Exports of other tools, read by the built app in its own sandboxed page.

const clipping = (title: string, place: string, words: string): string =>
  `${title}\r\n- Your Highlight on page 12 | Location ${place} | Added on Monday, 4 March 2024 10:15:00\r\n\r\n${words}\r\n==========\r\n`;

const clippings = [
  clipping('The Lock (Marrow, Ilse)', '170-172', 'Forty ships were turned back at the lock of Vessen.'),
  clipping('The Lock (Marrow, Ilse)', '190-191', 'Nobody said why the gates stayed shut.'),
  clipping('Another Book (Weber)', '5-6', 'The checks would last for nine days.'),
  clipping('Third Book (Nobody)', '5-6', '<You have reached the clipping limit for this item>'),
].join('');

test('clippings are shown, taken, undone and taken again as articles of excerpts, and written for Obsidian', async ({
  folder,
  launch,
}) => {
  const file = join(folder, 'My Clippings.txt');
  await writeFile(file, clippings);
  const dialogs = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [file] },
    { kind: 'open-folder', path: join(folder, 'vault') },
  ]);
  const { window: page } = await launch({ env: dialogs.env });
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('import from kindle');
  await page.getByRole('option', { name: /Import from Kindle/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from Kindle' });
  await expect(dialog).toContainText('My Clippings.txt: 2 new articles, 3 passages. Nothing is written yet.');
  await expect(dialog.getByRole('row', { name: /The Lock/ })).toContainText('New, with excerpts only');
  await screenshotThemes(page, 'preview');
  await dialog.getByRole('tab', { name: 'Left out 1' }).click();
  await expect(dialog).toContainText('1 clipping without text');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported 2 articles and 3 passages')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Undone: imported from another tool')).toBeVisible();
  expect(await readdir(join(folder, 'archive', 'articles'))).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByText('Redone: imported from another tool')).toBeVisible();
  await page.keyboard.press('Control+2');
  await page.getByRole('row', { name: 'The Lock', exact: true }).click();
  await expect(articleText(page)).toContainText('Nobody said why the gates stayed shut.');
  await expect(page.getByText('These are excerpts, not the article.')).toBeVisible();
  await screenshotThemes(page, 'excerpts');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('export to obsidian');
  await page.getByRole('option', { name: /Export to Obsidian/ }).click();
  const out = page.getByRole('dialog', { name: 'Export to Obsidian (Markdown)' });
  await screenshotThemes(page, 'export');
  await out.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText(/Wrote 2 files to/)).toBeVisible();
  expect((await readdir(join(folder, 'vault', 'Precis'))).toSorted()).toEqual([
    'Another Book.md',
    'The Lock.md',
  ]);
});

test('exports that mean harm do none, and each is told in its own words', async ({ folder }) => {
  const asked: string[] = [];
  const listener = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const markup = `<img src=${address}/img onerror="fetch('${address}/js')"><script src=${address}/script></script><iframe src=${address}/frame></iframe>`;
  const quoting = { type: 'TextQuoteSelector', exact: `words ${markup}`, prefix: markup, suffix: '' };
  const files: Readonly<Record<string, string>> = {
    'harm.md': `# Note\n\n${markup}\n\nWords ==that **matter** ${markup}== here.\n\n![x](${address}/picture.png)`,
    'harm.json': JSON.stringify({
      rows: [
        {
          id: 'a',
          uri: `${address}/page`,
          text: markup,
          tags: ['__proto__'],
          target: [{ selector: [quoting] }],
        },
      ],
    }),
    'deep.json': '['.repeat(200_000),
    'bomb.rdf':
      '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rdf:RDF xmlns:rdf="r">&b;</rdf:RDF>',
    'other.csv': 'a,b\n1,2\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const bring = async (tool: string, file: string) => {
    const answer = await runCli(['import-from', tool, file, '--archive', 'archive', '--json'], {
      cwd: folder,
    });
    return answer.json() as {
      readonly error?: { readonly code: string };
      readonly articles?: readonly { readonly passages: number }[];
    };
  };
  expect((await bring('obsidian', 'harm.md')).articles).toMatchObject([{ passages: 1 }]);
  expect((await bring('hypothesis', 'harm.json')).articles).toMatchObject([{ passages: 1 }]);
  expect((await bring('zotero', 'bomb.rdf')).error?.code).toBe('document-unsafe');
  expect((await bring('hypothesis', 'deep.json')).error?.code).toBe('not-of-tool');
  expect((await bring('readwise', 'other.csv')).error?.code).toBe('not-of-tool');
  expect(await readdir(join(folder, 'archive', 'articles'))).toHaveLength(2);
  await new Promise<void>((resolve) => listener.close(() => resolve()));
  expect(asked).toEqual([]);
});
