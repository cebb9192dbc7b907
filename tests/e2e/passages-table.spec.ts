import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Precis } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { keepLook } from '../support/window/keep-looks.ts';

// The table of passages worked by keys: many rows at once, in sections, and down a list that acts make shorter.

const grid = (page: Page) => page.locator('[aria-label="Passages"][data-pane-focus]');
const rows = (page: Page) => grid(page).locator('[data-passage-id]');
const chosen = (page: Page) => grid(page).locator('[data-passage-id][aria-selected="true"]');
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

/** The table over an archive of thirty-six passages. */
const openTable = async (folder: string, launch: () => Promise<Precis>): Promise<Page> => {
  await makeManyPassages(`${folder}/archive`, { articles: 4, passagesEach: 9 });
  const { window: page } = await launch();
  await page.getByRole('button', { name: /^Passages/ }).click();
  return page;
};

test('many passages are chosen and changed in one step, cited in a memo, and worked through', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  const page = await openTable(folder, launch);
  await rows(page).first().click();
  await expect(grid(page)).toBeFocused();
  await expect(bar(page)).toBeHidden();

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('3 selected');
  await page.keyboard.press('5');
  await expect(page.getByText('3 passages: gap')).toBeVisible();
  await expect(chosen(page).getByText('Gap')).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: changed label of several passages')).toBeVisible();
  await expect(chosen(page)).toHaveCount(3);
  await expect(chosen(page).getByText('Gap')).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('1');
  await page.getByLabel('What confirms this?').fill('Seen by two desks');
  await page.keyboard.press('Enter');
  await expect(chosen(page).getByText(/^[A-F–]1$/)).toHaveCount(3);
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('m');
  await page.getByLabel('Title of a new memo').fill('Goods across the border');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Cited 3 passages in the new memo')).toBeVisible();
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('m');
  await expect(page.getByText(/^Cited 1 passage in PM-.*; 3 already there$/)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('36 selected');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export passages' });
  await expect(dialog.getByRole('radio', { name: 'The selected 36 passages' })).toBeChecked();
  await dialog.getByRole('radio', { name: /^Markdown/ }).press('Space');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('border');
  await keepLook(page, 'export');
  await page.keyboard.press('Enter');
  const done = page.getByRole('dialog', { name: '36 passages exported' });
  await expect(done).toContainText('border.md');
  expect((await readFile(join(folder, 'border.md'), 'utf8')).match(/^> /gmu)?.length).toBeGreaterThanOrEqual(
    36,
  );
  await keepLook(page, 'exported');
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Ungraded' }).click();
  await expect(grid(page).getByText(/^[A-F–]1$/)).toHaveCount(0);
  const ungraded = await rows(page).count();
  await rows(page).first().click();
  const quote = await rows(page).nth(1).textContent();
  await page.keyboard.press('g');
  await page.keyboard.press('4');
  await expect(rows(page)).toHaveCount(ungraded - 1);
  await expect(chosen(page)).toHaveText(quote ?? '');
});

test('the table stands in sections, and says which condition to take away where nothing matches', async ({
  folder,
  launch,
}) => {
  const page = await openTable(folder, launch);
  await page.getByRole('button', { name: /Group/ }).click();
  await page.getByRole('option', { name: 'By label' }).click();
  const heading = grid(page).getByRole('row', { name: /^Claim/ });
  await expect(heading).toHaveAttribute('aria-expanded', 'true');
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(heading).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page).getByText('Data')).toBeVisible();

  await page.getByLabel('Search the passages').fill('label:data is:cited ');
  await expect(page.getByText('No passages match')).toBeVisible();
  await page.getByRole('button', { name: /^Remove State: Cited \(\d+\)$/ }).click();
  await expect(rows(page).first()).toBeVisible();
});
