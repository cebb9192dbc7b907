import { expect } from '@playwright/test';
import { beginMemo, memoSection, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';

test('a link is typed, made, changed and removed by keys', async ({ launch }) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Links');
  await writeIn(page, 'Background');
  await page.keyboard.type('See www.example.org/list, and the annex');
  const links = memoText(page).getByRole('link');
  await expect(links).toHaveText(['www.example.org/list']);
  await expect(links).toHaveAttribute('data-address', 'https://www.example.org/list');

  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+K');
  const menu = page.getByRole('dialog', { name: 'Link' });
  await expect(menu.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await page.keyboard.type('no address');
  await page.keyboard.press('Enter');
  await expect(menu).toContainText('Enter a web or e-mail address.');
  await menu.getByRole('textbox', { name: 'Address' }).fill('example.org/annex');
  await page.keyboard.press('Enter');
  await expect(links).toHaveText(['www.example.org/list', 'annex']);
  await expect(memoText(page)).toBeFocused();

  await page.keyboard.press('ArrowLeft');
  await expect(menu).toContainText('https://example.org/annex');
  await screenshotThemes(page, 'link');
  await menu.getByRole('button', { name: 'Remove link' }).click();
  await expect(links).toHaveText(['www.example.org/list']);
  await expect(memoSection(page, 'Background')).toContainText('and the annex');
  await page.keyboard.press('Control+z');
  await expect(links).toHaveText(['www.example.org/list', 'annex']);
});

test('one key leads from a citation to its passage, and back to the memo', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'There and back');
  await writeIn(page, 'Background');
  await page.keyboard.type('He said @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const chip = memoText(page).locator('[data-chip]');
  await expect(chip).toHaveCount(1);
  await chip.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await chip.click();
  const menu = page.getByRole('dialog', { name: 'Citation' });
  await expect(menu).toBeVisible();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await screenshotThemes(page, 'citation-menu');
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  const open = page.locator('[data-single-keys][data-label]');
  await expect(open).toHaveCount(1);
  await open.getByRole('button', { name: /^Cite M/u }).click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Cited in PM-');
  await page.keyboard.press('Control+j');
  await expect(menu).toBeVisible();
  // The sample's memo cites it too, and this one was open last.
  await page.getByRole('button', { name: 'Others…' }).click();
  const choice = page.getByRole('dialog', { name: 'Cited in 2 memos' });
  await expect(choice.getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(choice).toHaveCount(0);

  await page.getByRole('button', { name: /^Passages 1/u }).click();
  await page.locator('[data-passage-id]').filter({ hasText: 'A first round of listings' }).click();
  const card = page.getByRole('region', { name: 'The passage' });
  await expect(card.getByRole('button', { name: /^Cited in 2 memos/u })).toBeVisible();
  await screenshotThemes(page, 'cited-in');
});
