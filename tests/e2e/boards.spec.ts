import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsInThemes } from '../support/window/violations-of.ts';

const title = 'Harbour report';
const text =
  'The berths stayed shut until May. Their owner gave no reason, and the port paid none. قالت الوزارة إن المصارف لن تُدرج.';
const quotes = ['berths stayed shut', 'gave no reason', 'قالت الوزارة إن المصارف لن تُدرج'];

const setName = async (page: Page, name: string): Promise<void> => {
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('button', { name: 'Settings' }).click();
  await page
    .getByRole('listbox', { name: 'Pages' })
    .getByRole('option', { name: /^General/ })
    .click();
  const field = page.getByRole('textbox', { name: 'Name on your records' });
  await field.fill(name);
  await field.press('Enter');
};

const openBoards = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Boards/ })
    .click();
/** All that the view says, to the eye and to a screen reader. */
const textsOf = (page: Page): Promise<string> =>
  page.getByRole('main').evaluate((main) => {
    const named = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder'];
    const attributes = Array.from(main.querySelectorAll('*'), (each) =>
      named.map((name) => each.getAttribute(name) ?? ''),
    );
    return [main.textContent, ...attributes.flat()].join('\n');
  });
const grid = (page: Page) => page.getByRole('grid', { name: 'Cells of the board' });
const cellAt = (page: Page, row: number, column: number) => page.locator(`#board-cell-${row}-${column}`);

test('a board is begun, filled by keys and with reasons, seen by another analyst, and marked where evidence changed', async ({
  launch,
  folder,
}) => {
  const article = articleWithPassages(
    title,
    paragraphs(text),
    quotes.map((quote) => rangeOf(text, quote)),
  );
  await makeReaderArchive(`${folder}/archive`, [article]);
  const { window: page } = await launch();
  await setName(page, 'H. Lund');

  await openBoards(page);
  await expect(page.getByText('No boards yet')).toBeVisible();
  await screenshotThemes(page, 'boards-empty');
  await page.getByRole('button', { name: 'New board…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New board' });
  await dialog.getByRole('textbox', { name: 'Question' }).fill('Why did the berths stay shut?');
  await dialog.getByRole('textbox', { name: 'Hypotheses' }).fill('A strike\nA dispute over money\nRepairs');
  await dialog.getByRole('button', { name: 'Create board' }).click();
  await expect(page.getByRole('heading', { name: 'Why did the berths stay shut?' })).toBeVisible();

  await page.getByRole('button', { name: 'Add evidence…' }).first().click();
  const evidence = page.getByRole('dialog', { name: 'Add evidence' });
  await evidence.getByText('berths stayed shut').click();
  await evidence.getByText('gave no reason').click();
  expect(await violationsInThemes(page)).toEqual([]);
  await screenshotThemes(page, 'board-add-evidence');
  await evidence.getByRole('button', { name: 'Add 2 passages' }).click();
  await expect(grid(page).getByRole('row')).toHaveCount(3);

  await cellAt(page, 0, 0).click();
  await page.keyboard.press('5');
  await page.keyboard.press('1');
  await page.keyboard.press('-');
  await page.keyboard.press('3');
  await page.keyboard.press('4');
  await expect(page.getByText('5 of 6 cells filled')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const reason = page.getByRole('textbox', { name: 'My reason' });
  await expect(reason).toBeFocused();
  await page.keyboard.type('A dispute would have been denied.');
  await page.keyboard.press('Escape');
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('2');
  await expect(page.getByText('6 of 6 cells filled')).toBeVisible();
  await screenshotThemes(page, 'board-filled');

  for (const [at, percent] of ['20', '60', '30'].entries()) {
    const field = page.getByRole('textbox', { name: `My probability of H${at + 1}, per cent` });
    await field.fill(percent);
    await field.press('Enter');
  }
  await expect(page.getByText('adds up to 110')).toBeVisible();

  // Another analyst sees nothing of it until that board is full too.
  await setName(page, 'K. Osei');
  await openBoards(page);
  await expect(page.getByText('0 of 6 cells filled')).toBeVisible();
  await page
    .getByRole('radio', { name: 'Everyone’s' })
    .or(page.getByRole('button', { name: 'Everyone’s' }))
    .click();
  await expect(
    page.getByText(/Their cells are shown once your board is full: 6 cells to go/).first(),
  ).toBeVisible();
  await expect(page.getByText('adds up to 110')).toHaveCount(0);
  await cellAt(page, 0, 0).click();
  for (const key of ['1', '2', '3', '4', '5', '-']) await page.keyboard.press(key);
  await expect(page.getByText('4 steps apart').first()).toBeVisible();
  for (const [at, percent] of ['30', '50', '20'].entries()) {
    const field = page.getByRole('textbox', { name: `My probability of H${at + 1}, per cent` });
    await field.fill(percent);
    await field.press('Enter');
  }
  await expect(page.getByText(/mean of 2; H. Lund’s taken as/)).toBeVisible();
  await screenshotThemes(page, 'board-everyone');
  expect((await textsOf(page)).replace('No total, by design', '')).not.toMatch(
    /\b(?:total|sum|score|rank|winner|best|worst|most likely|points?)\b/iu,
  );
  // What stays in place when the board is scrolled covers no cell beside the first column.
  const head = page.getByRole('table', { name: 'Probabilities' }).getByRole('columnheader').first();
  await expect(head).toHaveJSProperty('colSpan', 1);
  expect(await violationsInThemes(page)).toEqual([]);

  // A grade given since marks every cell that was filled before it.
  await openArticle(page, title);
  await page.keyboard.press('j');
  await page.keyboard.press('g');
  await page.keyboard.press('B');
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await openBoards(page);
  await expect(page.getByText('was ungraded').first()).toBeVisible();
  await screenshotThemes(page, 'board-changed');
  expect(await violationsInThemes(page)).toEqual([]);
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(page.getByText('Cells of this row kept')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('was ungraded').first()).toBeVisible();
});
