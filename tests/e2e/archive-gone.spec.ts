import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'The archive’s folder is gone.' });
const status = (page: Page) => page.getByRole('contentinfo');
const padOf = (archive: string): Promise<string> =>
  readFile(join(archive, 'pad.json'), 'utf8').catch(() => '');

test('a folder that is moved away is said to be gone at once, and what is typed meanwhile is saved when it is back', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  const { window: page } = await launch({ archive, hasSample: true });
  await beginMemo(page, 'Before the move');
  await expect(status(page)).toContainText(/Saved \d\d:\d\d/);

  await rename(archive, `${archive}-moved`);
  await expect(banner(page)).toBeVisible();
  await expect(status(page)).toContainText('The archive is missing');
  await expect(status(page)).not.toContainText(/Saved|Everything is saved/);
  for (const key of ['Control+2', 'Control+3', 'Control+4']) await page.keyboard.press(key);
  await expect(page.getByText('can’t be read in full')).toHaveCount(0);
  await screenshotThemes(page, 'archive-gone');
  await banner(page).getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByText('The archive is still missing')).toBeVisible();

  await page.keyboard.press('Control+8');
  await expect(page.getByRole('textbox', { name: 'Scratch pad' })).toBeFocused();
  await page.keyboard.type('Typed while it was away.');
  await expect(status(page)).toContainText('Not saved');
  await expect(banner(page)).toContainText('One edit is not saved.');
  await rename(`${archive}-moved`, archive);
  await expect(banner(page)).toHaveCount(0);
  await expect.poll(() => padOf(archive)).toContain('Typed while it was away.');
  await expect(status(page)).toContainText(/Saved \d\d:\d\d/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  await page.getByRole('row', { name: /Before the move/ }).click();
  await expect(memoText(page)).toBeVisible();
});

test('a folder that was moved away is opened where it is now', async ({ launch, folder }) => {
  const archive = join(folder, 'archive');
  const moved = `${archive}-moved`;
  const dialogs = await scriptDialogs(folder, [{ kind: 'open-folder', path: moved }]);
  const { window: page, app } = await launch({ archive, hasSample: true, env: dialogs.env });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('row', { name: /Beijing visit/ })).toBeVisible({ timeout: 15_000 });
  await rename(archive, moved);
  // The folder is looked at every two seconds, and later on a busy machine.
  await expect(banner(page)).toBeVisible({ timeout: 15_000 });
  const next = app.waitForEvent('window');
  await banner(page).getByRole('button', { name: 'Open it in its new folder…' }).click();
  const again = await next;
  await expect(again.getByRole('button', { name: 'New memo' }).first()).toBeVisible({ timeout: 15_000 });
  await again.keyboard.press('Control+4');
  await expect(again.getByRole('row', { name: /Beijing visit/ })).toBeVisible({ timeout: 15_000 });
  await expect(banner(again)).toHaveCount(0);
});
