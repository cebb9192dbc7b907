import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import {
  beginMemo,
  memoSection,
  memoText,
  openMemo,
  openMemoList,
  writeIn,
} from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { readMemos } from '../support/files/read-memos.ts';
import { pdfText } from '../support/files/read-pdf.ts';
import { keepLook } from '../support/window/keep-looks.ts';

// A memo that was sent: kept as its readers have it, and changed by a memo of its own.

const title = 'Firms outside China are next';
const banner = (page: Page) => page.getByRole('complementary', { name: 'Status of this memo' });

const snapshotsIn = async (archive: string): Promise<number> => {
  const ids = await readdir(join(archive, 'memos'));
  const counts = await Promise.all(
    ids.map(async (id) => (await readdir(join(archive, 'memos', id, 'snapshots')).catch(() => [])).length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

const storedText = async (archive: string): Promise<string> => JSON.stringify(await readMemos(archive));

const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Mark as sent…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mark .* as sent$/u });
  await dialog.getByRole('textbox', { name: 'Sent to' }).fill('Director\nRegional desk');
  await dialog.getByRole('textbox', { name: 'How' }).fill('e-mail');
  // Enter breaks a line of the field; with Ctrl it does what the dialog is for.
  await dialog.getByRole('textbox', { name: 'Sent to' }).press('Control+Enter');
  // The PDF as it is sent is made and kept meanwhile.
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
};

/** Writes a memo that cites one passage, and marks it as sent. */
const sendCitingMemo = async (page: Page, archive: string): Promise<void> => {
  await beginMemo(page, title);
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('Listings will name firms outside China. @first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => storedText(archive)).toContain('Listings will name firms outside China.');
  await send(page);
};

test('is read-only, and an update of it ends it when that is sent', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page, archive } = await launch({ hasSample: true });
  await sendCitingMemo(page, archive);
  await expect(banner(page)).toContainText('to Director; Regional desk');
  await expect.poll(() => snapshotsIn(archive)).toBe(1);

  await expect(memoText(page)).toHaveAttribute('spellcheck', 'false');
  await memoSection(page, 'Bottom line').locator('p').first().click();
  await page.keyboard.type('Nobody reads this.');
  await expect(memoText(page)).not.toContainText('Nobody reads this.');
  await expect(
    memoText(page).getByRole('textbox', { name: 'Heading of the section' }).first(),
  ).not.toBeEditable();
  await expect(
    memoText(page)
      .getByRole('button', { name: /Likelihood/u })
      .first(),
  ).toBeDisabled();
  await expect(page.getByRole('row', { name: /first round/u })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cite', exact: true })).toHaveCount(0);
  await page.getByRole('tab', { name: /^Checks/u }).click();
  const finding = page.getByRole('button', { name: '“For” is empty.' });
  await expect(finding).toBeVisible();
  await expect(page.getByRole('button', { name: /^Intended/u })).toHaveCount(0);
  await finding.press('i');
  await expect(page.getByRole('textbox', { name: 'Intended, because' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Export…' }).click();
  const exportDialog = page.getByRole('dialog', { name: /^Export/ });
  await expect(exportDialog.getByRole('button', { name: 'Export PDF' })).toBeVisible();
  await expect(exportDialog.getByRole('group', { name: 'Tasks to print' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(exportDialog).toHaveCount(0);
  await keepLook(page, 'sent');

  await banner(page).getByRole('button', { name: 'Update' }).click();
  await expect(banner(page)).toContainText('which stays valid until this one is sent');
  await expect(memoSection(page, 'What has changed')).toContainText('This updates');
  await keepLook(page, 'update');
  await expect(memoText(page)).toHaveAttribute('spellcheck', 'true');
  await writeIn(page, 'Bottom line');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Fifty follow.');
  await banner(page).getByRole('button', { name: 'Compare…' }).click();
  const comparison = page.getByRole('dialog', { name: 'Compare with the previous memo' });
  await expect(comparison.getByRole('button', { name: /as it was sent.*Then$/u })).toBeVisible();
  await expect(
    comparison.getByRole('region', { name: 'Text with changes' }).locator('ins').last(),
  ).toContainText('Fifty follow.');
  await keepLook(page, 'compare-before');
  await comparison.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(comparison).toHaveCount(0);
  await send(page);
  await expect.poll(() => storedText(archive)).toContain('"state":"superseded"');

  await openMemoList(page);
  const superseded = page.getByRole('row', { name: title }).filter({ hasText: 'Superseded' });
  await expect(superseded).toContainText('Director; Regional desk');
  await keepLook(page, 'list');

  await superseded.click();
  await expect(banner(page)).toContainText('Superseded by');
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('textbox', { name: 'File name' }).fill('old');
  await dialog.getByRole('textbox', { name: 'File name' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'PDF saved' })).toBeVisible();
  expect(await pdfText(join(folder, 'old.pdf'))).toContain('SUPERSEDED');
});

test('is listed as in need of a look when a passage that it cites is graded anew', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  const { window: page, archive } = await launch({ hasSample: true });
  await sendCitingMemo(page, archive);
  await expect.poll(() => snapshotsIn(archive)).toBe(1);

  await page.getByRole('button', { name: /^Passages/u }).click();
  const row = page.locator('[data-passage-id]').filter({ hasText: 'A first round of listings' });
  await row.click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('g');
  await page.keyboard.press('4');
  await expect(row.getByText('C4')).toBeVisible();

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const list = page.getByRole('region', { name: 'Review', exact: true });
  const item = list.getByRole('button', { name: /Evidence weakened/u });
  await expect(item).toContainText('was C3, now C4');
  await item.click();
  const detail = page.getByRole('region', { name: 'To review' });
  await expect(detail).toContainText('The grade of this passage was C3, and is now C4.');
  await keepLook(page, 'evidence');
  const memo = detail.getByRole('listitem').filter({ hasText: title });
  await expect(memo).toContainText('sent');
  await memo.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(banner(page)).toContainText('to Director; Regional desk');
});

test('is compared with a snapshot that was kept by hand', async ({ launch }) => {
  const { window: page, archive } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('Forty firms are named.');
  await page.keyboard.press('Control+s');
  await expect.poll(() => snapshotsIn(archive)).toBe(1);
  const dialog = page.getByRole('dialog', { name: 'Compare versions' });
  const compare = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Compare versions…' }).click();
  };
  await compare();
  await expect(dialog).toContainText('Nothing to restore: the memo already says the same.');
  await expect(dialog.getByRole('button', { name: 'Restore earlier version' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await writeIn(page, 'Bottom line');
  await page.keyboard.press('End');
  await page.keyboard.type(' Fifty follow.');
  await expect.poll(() => storedText(archive)).toContain('Fifty follow.');
  await compare();
  const inline = dialog.getByRole('region', { name: 'Text with changes' });
  await expect(inline.locator('ins[data-change]')).toHaveText('Fifty follow.');
  await expect(inline.locator('del[data-change]')).toHaveCount(0);
  await expect(inline).toContainText('unchanged');
  await expect(dialog.getByRole('status')).toHaveText('1 change');
  await page.keyboard.press('j');
  await expect(dialog.getByRole('status')).toHaveText('Change 1 of 1');
  await expect(inline.locator('ins[data-change]')).toHaveAttribute('aria-current', 'true');
  await keepLook(page, 'compare');
  await dialog.getByRole('radio', { name: 'Side by side' }).click();
  await expect(dialog.getByRole('table', { name: /^Words/u })).toContainText('Fifty follow.');
  await keepLook(page, 'compare-sides');

  await dialog.getByRole('button', { name: 'Restore earlier version' }).press('Enter');
  await expect(memoSection(page, 'Bottom line')).toContainText('Forty firms are named.');
  await expect(memoSection(page, 'Bottom line')).not.toContainText('Fifty follow.');
  await expect.poll(() => snapshotsIn(archive)).toBe(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(memoSection(page, 'Bottom line')).toContainText('Fifty follow.');
});

test('shows the trail of the judgement at the cursor', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/u);
  await page.getByRole('tab', { name: 'Trail' }).click();
  await memoText(page).locator('[data-guide="The judgement, in one sentence."]').first().click();
  await expect(page.getByText(/^Judgement 1/u).first()).toBeVisible();
  await keepLook(page, 'trail');
});
