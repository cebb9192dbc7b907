import { expect } from '@playwright/test';
import { memoText, openMemo } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';

test('a press on the pages puts the caret at those words, and they are shown in full', async ({
  launch,
}, info) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.getByRole('tab', { name: 'Preview' }).click();
  const first = page.getByRole('img', { name: /^Page 1 of/ });
  await expect(first).toBeVisible();
  await info.attach('beside', { body: await page.screenshot(), contentType: 'image/png' });
  const width = await first.evaluate((canvas) => canvas.clientWidth);
  expect(width).toBeGreaterThanOrEqual(440);

  await expect(async () => {
    await first.click({ position: { x: 200, y: 200 } });
    await expect(memoText(page)).toBeFocused({ timeout: 1000 });
  }).toPass();

  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Preview' });
  const full = dialog.getByRole('img', { name: /^Page 1 of/ });
  await expect(full).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toBeFocused();
  await info.attach('full', { body: await page.screenshot(), contentType: 'image/png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a press on a page of the full preview goes on in the text', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Preview' });
  const full = dialog.getByRole('img', { name: /^Page 1 of/ });
  await expect(full).toBeVisible();
  // The first press, whether or not the page is drawn already.
  await full.click({ position: { x: 300, y: 300 } });
  await expect(dialog).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
});
