import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { beginMemo, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportedFile, exportInto } from '../support/files/exported-files.ts';
import { EditedDocx } from '../support/memo/edit-docx.ts';
import { layRemarks } from '../support/memo/lay-remarks.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsInThemes } from '../support/window/violations-of.ts';

// The helper that edits Word documents asks for a DOM.
const { DOMParser, XMLSerializer } = new JSDOM('').window;
Object.assign(globalThis, { DOMParser, XMLSerializer });

const miller = { by: 'J. Miller', at: '2024-04-25T10:00:00Z' };

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
  // Keys go on where the menu was opened.
  await expect(page.getByRole('button', { name: 'More', exact: true }).first()).toBeFocused();
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

const tab = (page: Page) => page.getByRole('tab', { name: /^Review/u });
const row = (page: Page, words: string | RegExp) =>
  page.getByRole('region', { name: 'Comments and changes' }).getByRole('listitem').filter({ hasText: words });

const panelWithFocus = (page: Page) => page.locator('[data-single-keys="remarks"]:focus-within');

const showComments = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('show comments');
  await expect(page.getByRole('option', { name: /^Show comments/u })).toBeVisible();
  await page.keyboard.press('Enter');
};

test('what reviewers said is settled by keys, undone and done again', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await beginMemo(page, 'Firms outside China are next');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('All four had offices at the quay in Varnholm, and three shared one address.');
  await page.keyboard.press('Enter');
  await page.keyboard.type(
    'Further names will be made public before the autumn, when the list has been read.',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.type('The licensing office told carriers that the code would be checked.');
  await sendForReview(page);
  await expect(round(page)).toBeVisible();
  await layRemarks(`${folder}/archive`, [
    { on: 'had offices at', by: 'J. Miller', instead: 'rented desks on' },
    { on: 'The licensing office', by: 'J. Miller', comment: 'Is this the ministry or the port authority?' },
    { on: 'before the autumn', by: 'J. Miller', instead: 'by the end of May' },
    { on: 'before the autumn', by: 'K. Osei', instead: 'before the summer recess', isTracked: false },
    { on: 'before the autumn', by: 'K. Osei', instead: 'before June' },
    { on: 'one address', by: 'K. Osei', instead: 'an address', refused: true },
    { on: 'checked', by: 'K. Osei', instead: 'examined' },
  ]);
  await expect(tab(page)).toHaveText('Review 6');
  await tab(page).click();
  await expect(round(page)).toContainText('2 of 2 back');
  await page.keyboard.press('Tab');
  expect(await violationsInThemes(page)).toEqual([]);
  await keepLook(page, 'open');

  await row(page, 'rented desks on').click();
  await page.keyboard.press('a');
  await expect(memoText(page)).toContainText('All four rented desks on the quay');
  await expect(tab(page)).toHaveText('Review 5');
  await keepLook(page, 'taken');
  await page.keyboard.press('3');
  await expect(memoText(page)).toContainText('public before June, when');
  await expect(tab(page)).toHaveText('Review 2');
  await page.keyboard.press('r');
  await page.keyboard.type('The ministry.');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Is this the ministry')).toContainText('The ministry.');
  await page.keyboard.press('d');
  await expect(tab(page)).toHaveText('Review 1');
  await page.keyboard.press('x');
  await page.keyboard.type('Carriers say checked.');
  await page.keyboard.press('Enter');
  await expect(tab(page)).toHaveText('Review 0');
  await expect(page.getByText('All are back, and nothing is open.')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(tab(page)).toHaveText('Review 1');
  // The memo is drawn anew, and the panel keeps the keys.
  await expect(panelWithFocus(page)).toBeVisible();
  for (const left of [2, 2, 5, 6]) {
    await page.keyboard.press('Control+z');
    await expect(tab(page)).toHaveText(`Review ${left}`);
  }
  await expect(memoText(page).locator('.remark-deleted').first()).toHaveText('had offices at');
  await page.keyboard.press('Control+Shift+z');
  await expect(memoText(page)).toContainText('All four rented desks on the quay');
  await expect(tab(page)).toHaveText('Review 5');
  await expect(panelWithFocus(page)).toBeVisible();

  // At 200 % the panel is a drawer.
  await page.setViewportSize({ width: 640, height: 400 });
  await showComments(page);
  await expect(panelWithFocus(page)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(tab(page)).toHaveText('Review 6');
  // The memo is drawn anew, and the drawer stays open.
  await expect(page.getByRole('dialog', { name: 'Beside the memo' })).toBeVisible();
});

/** The keys that a person presses, counted. */
const createKeys = (page: Page) => {
  let pressed = 0;
  return {
    count: () => pressed,
    press: async (key: string): Promise<void> => {
      pressed += 1;
      await page.keyboard.press(key);
    },
  };
};

test('forty answers are settled in no more than ninety keys', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'Forty answers');
  await writeIn(page, 'Bottom line');
  const words = Array.from({ length: 40 }, (_, at) => `word${at}x`);
  for (const word of words) {
    await page.keyboard.insertText(`The ${word} is meant.`);
    await page.keyboard.press('Enter');
  }
  await sendForReview(page);
  await expect(round(page)).toBeVisible();
  await layRemarks(
    `${folder}/archive`,
    words.map((on, at) =>
      at % 4 === 3
        ? { on, by: 'K. Osei', comment: `Why ${on}?` }
        : { on, by: 'J. Miller', instead: `new${at}x` },
    ),
  );
  await expect(tab(page)).toHaveText('Review 40');
  const keys = createKeys(page);
  await showComments(page);
  await expect(row(page, 'new0x')).toBeFocused();
  // The text follows the rows, and Enter goes on in it.
  const last = memoText(page).getByText('The word39x is meant.');
  await expect(last).not.toBeInViewport();
  await page.keyboard.press('End');
  await expect(last).toBeInViewport();
  await row(page, 'new0x').focus();
  await expect(last).not.toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toBeFocused();
  await showComments(page);
  await expect(row(page, 'new0x')).toBeFocused();
  for (let at = 0; at < words.length; at += 1) {
    // Three of four changes are taken, the others declined without a reason; comments are done.
    if (at % 4 === 3) await keys.press('d');
    else if (at % 4 === 2) {
      await keys.press('x');
      await keys.press('Enter');
    } else await keys.press('a');
    await expect(tab(page)).toHaveText(`Review ${39 - at}`);
  }
  expect(keys.count()).toBeLessThanOrEqual(90);
  for (const [at, word] of ['new0x', 'new1x', 'word2x', 'word3x', 'new4x'].entries())
    await expect(memoText(page).locator('p:not([aria-hidden])').nth(at)).toHaveText(`The ${word} is meant.`);
});

test('a returned document is known, settled, and frozen with the memo that is sent', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  const path = join(folder, 'returned.docx');
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [path] }]);
  const { window: page } = await launch({ hasSample: true, env });
  await beginMemo(page, 'The quay');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('All four had offices at the quay in Varnholm.');
  await sendForReview(page);
  await expect(round(page)).toBeVisible();
  await expect.poll(async () => (await readdir(folder)).join(' ')).toContain('for review.docx');
  const docx = new EditedDocx(await readFile(await exportedFile(folder, 'for review.docx')), 'word');
  const paragraph = docx.paragraph('had offices');
  docx.replace(paragraph, 'had offices at', 'rented desks on', miller);
  docx.comment(docx.paragraph('Varnholm'), 'Varnholm', { ...miller, text: 'Which Varnholm?' });
  await writeFile(path, docx.save());
  await page.keyboard.press('Control+o');
  await expect(page.getByText('J. Miller: 1 comment and 1 change')).toBeVisible();
  await expect(round(page)).toContainText('1 of 2 back');
  await expect(tab(page)).toHaveText('Review 2');
  await tab(page).click();
  await row(page, 'rented desks on').click();
  await page.keyboard.press('a');
  await expect(memoText(page)).toContainText('All four rented desks on the quay');

  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Mark as sent…' }).click();
  const dialog = page.getByRole('dialog', { name: /as sent$/u });
  await expect(dialog).toContainText('1 comment or change is still open.');
  await dialog.getByRole('textbox', { name: 'Sent to' }).fill('Desk');
  await dialog.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(tab(page)).toHaveText('Review 1');
  await row(page, 'Which Varnholm?').click();
  await page.keyboard.press('d');
  await expect(row(page, 'Which Varnholm?').getByText('open')).toBeVisible();
  await expect(row(page, 'Which Varnholm?').getByRole('button')).toHaveCount(0);
});
