import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { readTree } from '../support/files/read-tree.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

/** A job takes as long as the disk does. */
const whenDone = { timeout: 20_000 };

test('an archive is backed up, tested, and restored', async ({ folder, launch }) => {
  const [disk, out] = [join(folder, 'disk'), join(folder, 'out')];
  await mkdir(out);
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-folder', path: join(folder, 'archive', 'inside') },
    { kind: 'open-folder', path: disk },
    { kind: 'open-folder', path: out },
    { kind: 'open-folder', path: out },
    { kind: 'open-files', paths: [join(folder, 'dialogs.json')] },
    { kind: 'open-folder', path: out },
  ]);
  const { window: page } = await launch({ hasSample: true, env });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await openSettings(page, 'Backup');
  await expect(page.getByText('none selected yet')).toBeVisible();

  await runByPalette(page, 'Choose a backup folder');
  await expect(page.getByText('That place is inside an archive.')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Choose a folder…' }).press('Enter');
  await expect(page.getByText(/^Backed up and verified: \d+ files/)).toBeVisible(whenDone);
  await expect(page.getByText(/^\d\d:\d\d, \d+ files, .+, verified$/)).toBeVisible();
  await screenshotThemes(page, 'settings');

  await runByPalette(page, 'Test the backup');
  await expect(page.getByRole('dialog', { name: 'Test the backup' })).toBeVisible();
  await screenshotThemes(page, 'test');
  await page.getByRole('button', { name: 'Test', exact: true }).press('Enter');
  await expect(page.getByText(/^The backup was restored and compared: \d+ files/)).toBeVisible(whenDone);

  await runByPalette(page, 'Remove the sample');
  await expect(page.getByRole('button', { name: 'Remove the sample', exact: true })).toHaveCount(0);
  await runByPalette(page, 'Restore from a backup');
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' });
  await dialog.getByRole('radio', { name: /^The whole archive/ }).press('ArrowDown');
  await dialog.getByRole('searchbox').fill('beijing');
  await expect(dialog.getByRole('option').first()).toContainText('in the trash');
  await screenshotThemes(page, 'restore');
  const chosen = dialog.getByRole('option', { name: /Article/ }).first();
  await chosen.press('Enter');
  await dialog.getByRole('button', { name: 'Into this archive' }).press('Enter');
  await expect(page.getByText('Restored the article from the backup.')).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(
    page
      .getByRole('main')
      .getByText(/Beijing/)
      .first(),
  ).toBeVisible();

  await runByPalette(page, 'Restore from a backup');
  await dialog.getByRole('button', { name: 'Into a new folder…' }).press('Enter');
  await expect(page.getByText(/^Restored and compared: \d+ files/)).toBeVisible(whenDone);
  const [restored = ''] = readdirSync(out);
  expect(restored).toMatch(/ restored \d{4}-\d\d-\d\d \d{4}$/);
  expect(Object.keys(await readTree(join(out, restored)))).toContain('archive.json');

  await runByPalette(page, 'Export the archive as a zip');
  await expect(page.getByText(/^The archive is in one zip: \d+ files/)).toBeVisible(whenDone);
  await runByPalette(page, 'Unpack an archive from a zip');
  await expect(page.getByText(/^dialogs.json was not unpacked\. It is not a valid zip/)).toBeVisible(
    whenDone,
  );
  await keepLook(page, 'refused');
  expect(readdirSync(out).sort()).toHaveLength(2);
});
