import { expect } from '@playwright/test';
import { beginMemo, memoSection, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';

test('words of a memo are found and replaced by keys, and that is undone', async ({ launch }) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Harbour');
  await writeIn(page, 'Background');
  await page.keyboard.type('The port is shut. The Port stays shut.');
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search').filter({ has: page.getByLabel('Find in this memo') });
  await expect(bar.getByLabel('Find in this memo')).toBeFocused();
  await page.keyboard.type('port');
  await expect(bar).toContainText('of 2');
  await bar.getByLabel('Replace with').fill('harbour');
  await screenshotThemes(page, 'find');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(memoSection(page, 'Background')).toContainText('The harbour is shut. The harbour stays shut.');
  await bar.getByLabel('Find in this memo').press('Escape');
  await expect(bar).toBeHidden();
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(memoSection(page, 'Background')).toContainText('The port is shut. The Port stays shut.');
});
