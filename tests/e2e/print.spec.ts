import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openMemo } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { pdfInfo, pdfText } from '../support/files/read-pdf.ts';
import { keepLook } from '../support/window/keep-looks.ts';

// The printer is replaced in the process.
test.use({ needsOwnProcess: true });

test('a memo and an article are printed, without the window around them', async ({ launch, folder }) => {
  const archive = join(folder, 'archive');
  const { app, window: page } = await launch({ archive, hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.keyboard.press('Control+p');
  // Where tests run there is no printer.
  await expect(page.getByText('No printer is set up on this computer.')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('[data-prints]')).toHaveCount(0);

  // In the place of a printer: what would be given to it, as a PDF.
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows().find((one) => one.isVisible()) ?? {};
    if (webContents === undefined) return;
    webContents.getPrintersAsync = async () => [
      { name: 'paper', displayName: 'Paper', description: '', options: {} },
    ];
    webContents.print = (_options, tell) => {
      void webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }).then((pdf) => {
        Object.assign(globalThis, { printed: pdf.toString('base64') });
        tell?.(true, '');
      });
    };
  });
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await keepLook(page, 'dialog');
  await page.evaluate(() => window.precis.setZoomFactor(1.5));
  await dialog.getByRole('button', { name: 'Print…' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  const printed = async () => app.evaluate(() => (globalThis as { printed?: string }).printed ?? '');
  await expect.poll(printed, { timeout: 30_000 }).not.toBe('');
  const file = test.info().outputPath('printed.pdf');
  await writeFile(file, Buffer.from(await printed(), 'base64'));
  const info = await pdfInfo(file);
  // The shown pages of the memo, at their full size; the window's zoom and words are not on them.
  expect([info.Pages, info['Page size'], info.Title]).toEqual([
    '4',
    expect.stringContaining('A4'),
    'PM-2024-001',
  ]);
  expect((await pdfText(file)).trim()).toBe('');
  await expect(page).toHaveTitle(/ – Precis$/u);
  const [memo = ''] = await readdir(join(archive, 'memos'));
  const kept = async () => {
    const names = await readdir(join(archive, 'memos', memo, 'snapshots')).catch(() => []);
    return Promise.all(
      names.map((name) => readFile(join(archive, 'memos', memo, 'snapshots', name), 'utf8')),
    );
  };
  await expect
    .poll(async () => (await kept()).map((text) => JSON.parse(text).snapshot.cause))
    .toEqual(['print']);
  await expect(page.locator('[data-prints]')).toHaveCount(0);

  // An article is laid out by the window itself, in light colours on a dark day too.
  await app.evaluate(() => Object.assign(globalThis, { printed: '' }));
  await openArticle(page, 'Envoy carries a sanctions warning to Beijing');
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  await page.keyboard.press('Control+p');
  await expect.poll(printed, { timeout: 30_000 }).not.toBe('');
  const article = test.info().outputPath('article.pdf');
  await writeFile(article, Buffer.from(await printed(), 'base64'));
  expect((await pdfInfo(article)).Title).toBe('Envoy carries a sanctions warning to Beijing');
  const text = (await pdfText(article)).replaceAll(/\s+/gu, ' ');
  for (const words of [
    'Harbour Dispatch, 22 April 2024 (stated)',
    'every quotation are invented.',
    'Passages 1 Claim · ',
    'SHA-256 of the stored text: ',
  ]) {
    expect(text).toContain(words);
  }
  await expect(page.locator('[data-prints]')).toHaveCount(0);
});
