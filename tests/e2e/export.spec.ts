import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { beginMemo, memoText, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportedFile, exportInto } from '../support/files/exported-files.ts';
import { pdfMetadata } from '../support/files/read-pdf.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsInThemes, violationsOf } from '../support/window/violations-of.ts';

/** The dialog, once the page that it shows is drawn. */
const openExport = async (page: Page): Promise<Locator> => {
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  return dialog;
};

test('a memo is exported as a Word document, then copied as an e-mail', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: /^DOCX/ }).press('Space');
  await expect(dialog.getByRole('note')).toContainText('Word uses its own');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('Visit: final');
  await dialog.getByRole('checkbox', { name: /Hashes/ }).press('Space');
  await keepLook(page, 'dialog');
  expect(await violationsInThemes(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Export DOCX' }).press('Enter');

  const done = page.getByRole('dialog', { name: 'DOCX saved' });
  await expect(done).toContainText('Visit final.docx');
  const parts = unzipSync(await readFile(join(folder, 'Visit final.docx')));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('Beijing visit: what the warning changes');
  expect(text).toContain('Annex: copies cited');

  await done.getByRole('button', { name: 'Copy as e-mail' }).press('Enter');
  await expect(done).toContainText('Copied. The first line is the subject.');
  await keepLook(page, 'done');
  expect(await violationsInThemes(page)).toEqual([]);
  await done.getByRole('button', { name: 'Mark as sent…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: /^Mark .* as sent$/u })).toBeVisible();
});

test('what keeps a memo from being exported is said and leads to its place', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'Port closed');
  await writeIn(page, 'Background');
  await page.keyboard.type('He says “The institute has […] published the series” @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const dialog = await openExport(page);
  const exporting = dialog.getByRole('button', { name: 'Export PDF' });
  await expect(exporting).toHaveAttribute('aria-disabled', 'true');
  const error = dialog.getByRole('region', { name: 'Errors' }).getByRole('listitem').first();
  await expect(error).toBeVisible();
  await keepLook(page, 'errors');
  expect(await violationsInThemes(page)).toEqual([]);
  await exporting.press('Enter');
  await expect(error.getByRole('button', { name: 'Show in memo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
});

test('an error is shown in the memo from the dialog that its button opened', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'Port closed');
  await writeIn(page, 'Background');
  await page.keyboard.type('He says “The institute has […] published the series” @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  const errors = dialog.getByRole('region', { name: 'Errors' });
  await errors.getByRole('button', { name: 'Show in memo' }).first().click();
  await expect(dialog).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
});

test('the pages are turned, and a file that is there is kept or replaced', async ({ folder, launch }) => {
  await exportInto(folder);
  const { env } = await scriptDialogs(folder, [{ kind: 'open-folder', path: folder }]);
  const { window: page } = await launch({ hasSample: true, env });
  await openMemo(page, /Beijing visit/);
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Next page' }).press('Enter');
  await expect(dialog.getByRole('img', { name: /^Page 2 of / })).toBeVisible();
  await dialog.getByRole('button', { name: /^Folder:/ }).press('Enter');
  await expect(dialog.getByRole('button', { name: /^Folder:/ })).toBeEnabled();
  await dialog.getByRole('radio', { name: 'Archival (PDF/A-2b)' }).press('Space');
  await expect(dialog).toContainText('Looks the same for decades.');
  expect(await violationsOf(page)).toEqual([]);
  await keepLook(page, 'archival');

  const name = dialog.getByRole('textbox', { name: 'File name' });
  await name.fill('taken');
  await writeFile(join(folder, 'taken.pdf'), 'of somebody else');
  await name.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('taken.pdf already exists in that folder');
  expect(await readFile(join(folder, 'taken.pdf'), 'utf8')).toBe('of somebody else');
  await dialog.getByRole('button', { name: 'Keep both' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'PDF saved' })).toContainText('taken (2).pdf');
  expect(await exportedFile(folder, ' (2).pdf')).toBe(join(folder, 'taken (2).pdf'));
  expect(await pdfMetadata(join(folder, 'taken (2).pdf'))).toContain('<pdfaid:part>2</pdfaid:part>');
});

test('the text of an e-mail is shown and copied by Enter', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: /^E-mail/ }).press('Space');
  const preview = dialog.getByRole('complementary', { name: 'Preview' });
  await expect(preview).toContainText('TLP:AMBER – DRAFT 1 (not for citation) – PM-');
  await keepLook(page, 'email');
  await dialog.getByRole('button', { name: 'Copy as e-mail' }).press('Enter');
  await expect(dialog).toContainText('Copied. The first line is the subject.');
});

test('the export dialog can be read and used at double size', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.evaluate(() => Reflect.get(globalThis, 'precis').setZoomFactor(2));
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(dialog.getByRole('button', { name: 'Export PDF' })).toBeInViewport({ ratio: 1 });
  await keepLook(page, 'double');
  const overflows = await dialog.evaluate((box) => box.scrollWidth > box.clientWidth);
  expect(overflows).toBe(false);
});
