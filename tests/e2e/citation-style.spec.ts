import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { memoSection, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportedFile, exportInto } from '../support/files/exported-files.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsInThemes } from '../support/window/violations-of.ts';

const styles = join(import.meta.dirname, '../fixtures/citation-styles');

const pressOn = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true });
  await button.focus();
  await button.press('Enter');
};

test('a form follows a citation style, and its memos cite in footnotes', async ({ folder, launch }) => {
  await exportInto(folder);
  const dependent = join(folder, 'dependent.csl');
  await writeFile(
    dependent,
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>Trade</title><link href="http://www.zotero.org/styles/trade-parent" rel="independent-parent"/></info></style>',
  );
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [dependent] },
    { kind: 'open-files', paths: [join(styles, 'author-date.csl')] },
    { kind: 'open-files', paths: [join(styles, 'notes.csl')] },
  ]);
  const { window: page } = await launch({ env, hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openSettings(page, 'Forms');
  await pressOn(page, 'Duplicate Decision memo');
  const editor = page.getByRole('dialog', { name: /^Form: Decision memo, own$/ });
  const field = editor.getByRole('group', { name: 'Citation style' });
  await field.getByRole('button', { name: 'Citation style…' }).press('Enter');
  await expect(field.getByRole('alert')).toContainText('choose the file of “trade-parent”');
  await field.getByRole('button', { name: 'Citation style…' }).press('Enter');
  await expect(field).toContainText('Author and date of the test office');
  await expect(field.getByRole('region', { name: 'Sample of the citation style' })).toContainText(
    '(Ministry of Ports 2026, p. 14 ¶2)',
  );
  await field.getByRole('button', { name: 'Remove the style' }).press('Enter');
  await expect(field).not.toContainText('Author and date');
  await field.getByRole('button', { name: 'Citation style…' }).press('Enter');
  await expect(field).toContainText('Notes of the test office');
  await expect(field).toContainText('Miller, ‘Harbour closes after warning’, ¶9');
  await field.scrollIntoViewIfNeeded();
  await screenshotThemes(page, 'style-form');
  expect(await violationsInThemes(page)).toEqual([]);
  await expect(editor.getByRole('status')).toHaveText('Saved as you type');
  await pressOn(page, 'Done');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');

  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New memo' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Which port to name');
  await dialog.getByRole('button', { name: /Form/ }).press('Enter');
  await page.getByRole('option', { name: 'Decision memo, own' }).press('Enter');
  await pressOn(page, 'Create');
  await expect(memoSection(page, 'Background')).toBeVisible();
  await writeIn(page, 'Background');
  await page.keyboard.type('The institute said so @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type(' in May.');
  await page.keyboard.press('Control+e');
  const exporting = page.getByRole('dialog', { name: /^Export/ });
  await expect(exporting.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  await keepLook(page, 'style-export');
  await exporting.getByRole('radio', { name: /^Plain text/ }).press('Space');
  await exporting.getByRole('button', { name: /^Export / }).press('Enter');
  await expect(page.getByRole('dialog', { name: /saved$/ })).toBeVisible();
  const text = await readFile(await exportedFile(folder, '.txt'), 'utf8');
  expect(text).toContain('The institute said so');
  expect(text).toMatch(/^\[1\] .*Harbour Dispatch.*¶\d+\.$/mu);
});
