import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { openMemo } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsOf } from '../support/window/violations-of.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`a memo is exported as a Word document, then copied as an e-mail, ${theme}`, async ({
    folder,
    launch,
  }) => {
    const file = join(folder, 'exported.docx');
    const { env } = await scriptDialogs(folder, [{ dialog: 'save-file', path: file }]);
    const { window: page } = await launch({ hasSample: true, env });
    await page.emulateMedia({ colorScheme: theme });
    await openMemo(page, /Beijing visit/);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog', { name: /^Export/ });
    await dialog.getByRole('radio', { name: /^Word/ }).press('Space');
    await expect(dialog.getByRole('note')).toContainText('Word uses its own');
    await expect(dialog.getByText(/TLP-AMBER\.docx$/)).toBeVisible();
    await dialog.getByRole('checkbox', { name: /Hashes/ }).press('Space');
    await page.screenshot({ path: test.info().outputPath('dialog.png') });
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Export Word…' }).press('Enter');

    const done = page.getByRole('dialog', { name: /saved$/ });
    await expect(done).toContainText('exported.docx');
    const parts = unzipSync(await readFile(file));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('Beijing visit: what the warning changes');
    expect(text).toContain('Annex: copies cited');

    await done.getByRole('button', { name: 'Copy as e-mail' }).press('Enter');
    await expect(done).toContainText('Copied. The first line is the subject.');
    await page.screenshot({ path: test.info().outputPath('done.png') });
    expect(await violationsOf(page)).toEqual([]);
  });
}

test('the export dialog can be read and used at double size', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.evaluate(() => Reflect.get(globalThis, 'precis').setZoomFactor(2));
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog.getByRole('button', { name: 'Export PDF…' })).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: test.info().outputPath('double.png') });
  const overflows = await dialog.evaluate((box) => box.scrollWidth > box.clientWidth);
  expect(overflows).toBe(false);
});
