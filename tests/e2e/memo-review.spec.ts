import { readdir } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { beginMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportInto } from '../support/files/exported-files.ts';

// A memo goes to its reviewers as a Word document, and says who has it.

const round = (page: Page) => page.getByRole('complementary', { name: 'Round 1 of the memo’s review' });

const sendForReview = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Send for review…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Send .* for review$/u });
  await dialog.getByRole('textbox', { name: 'Reviewers' }).fill('J. Miller\nK. Osei');
  await dialog.getByRole('spinbutton', { name: /^day/u }).click();
  await page.keyboard.type('26042099');
  await dialog.getByRole('button', { name: 'Make the file' }).click();
  await expect(dialog).toHaveCount(0);
};

test('goes out for review, says who has it and by when, and the round is closed and undone', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'Firms outside China are next');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('Listings will name firms outside China.');
  await sendForReview(page);
  await expect(round(page)).toContainText('Round 1 is with J. Miller, K. Osei since');
  await expect(round(page)).toContainText('due 26 April 2099');
  await expect.poll(async () => (await readdir(folder)).join(' ')).toContain('for review.docx');

  await round(page).getByRole('button', { name: 'Close round 1' }).click();
  await expect(round(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Draft/u }).first()).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(round(page)).toBeVisible();
});
