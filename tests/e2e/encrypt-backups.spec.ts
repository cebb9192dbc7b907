import { readFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { nextWindow } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { layRichArchive } from '../support/damages/rich-archive.ts';
import { readTree } from '../support/files/read-tree.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const passphrase = 'correct horse battery staple';
const slow = { timeout: 40_000 };

/** How many files below a folder hold a word of the archive. */
const filesWith = async (folder: string, word: string): Promise<number> =>
  Object.values(await readTree(folder)).filter((text) => text.includes(word)).length;

test('backups of before an archive was encrypted are replaced, and one in the clear is asked about', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000);
  const [archive, disk] = [join(folder, 'archive'), join(folder, 'disk')];
  await mkdir(disk);
  await layRichArchive(archive);
  await cp(archive, join(folder, 'before'), { recursive: true });
  const { env } = await scriptDialogs(folder, [{ kind: 'open-folder', path: disk }]);
  const { app, window: clear, close } = await launch({ env });
  await expect(clear.getByRole('button', { name: 'New memo' }).first()).toBeVisible(slow);
  await runByPalette(clear, 'Choose a backup folder');
  await expect(clear.getByText(/^Backed up and verified: \d+ files/)).toBeVisible(slow);
  expect(await filesWith(disk, 'China')).toBeGreaterThan(0);

  await runByPalette(clear, 'Encrypt the archive');
  const dialog = clear.getByRole('dialog', { name: 'Encrypt the archive' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByLabel('Repeat').fill(passphrase);
  await dialog.getByRole('checkbox').press('Space');
  const gone = clear.waitForEvent('close', slow);
  await dialog
    .getByRole('button', { name: 'Encrypt' })
    .press('Enter')
    .catch(() => undefined);
  await gone;
  const opened = await nextWindow(app, 'open');
  const offer = opened.getByRole('alertdialog', { name: 'Encrypt the backups' });
  await expect(offer).toContainText('1 backup made before you encrypted this archive', slow);
  await screenshotThemes(opened, 'offer');
  await offer.getByRole('button', { name: 'Keep them' }).press('Enter');
  await openSettings(opened, 'Backup');
  const main = opened.getByRole('main');
  await expect(main.getByText('1 backup made before this archive was encrypted')).toBeVisible(slow);
  await screenshotThemes(opened, 'settings');
  await runByPalette(opened, 'Restore from a backup');
  const restoring = opened.getByRole('dialog', { name: 'Restore from a backup' });
  await expect(restoring).toContainText('This backup is not encrypted', slow);
  await screenshotThemes(opened, 'restore');
  await restoring.getByRole('button', { name: 'Cancel' }).press('Enter');
  await main.getByRole('button', { name: 'Encrypt the backups…', exact: true }).press('Enter');
  // What was done is told for some seconds.
  const told = opened.getByText('Backed up, encrypted. 1 unencrypted backup deleted.').waitFor(slow);
  await offer.getByRole('button', { name: 'Back up and delete them' }).press('Enter');
  await told;
  await expect(main.getByText('made before this archive was encrypted')).toHaveCount(0);
  expect(await filesWith(disk, 'China')).toBe(0);
  await close();

  await rm(archive, { recursive: true });
  await cp(join(folder, 'before'), archive, { recursive: true });
  const before = readFileSync(join(archive, 'archive.json'));
  const asked = await scriptDialogs(folder, [{ kind: 'ask', button: 'Open it' }]);
  const again = await launch({ env: asked.env });
  await expect(again.window.getByRole('button', { name: 'New memo' }).first()).toBeVisible(slow);
  expect((await asked.asked()).at(-1)).toMatchObject({ message: 'This archive is no longer encrypted.' });
  expect(readFileSync(join(archive, 'archive.json'))).toEqual(before);
});
