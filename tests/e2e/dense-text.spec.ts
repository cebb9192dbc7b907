import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { denseRanges } from '../support/texts/dense-text.ts';
import { longBody } from '../support/texts/long-body.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';

const WORDS = 2000;
const dense = longBody(WORDS);
const nestedText =
  'The strait will be closed to tankers for two days, the harbour office said on Monday, and gave no reason.';
const nested = articleWithPassages(
  'Nested',
  paragraphs(nestedText),
  ['The strait will be closed to tankers for two days', 'closed to tankers', 'tankers for two'].map((quote) =>
    rangeOf(nestedText, quote),
  ),
);

const margin = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
const liveText = (page: Page) => page.locator('[aria-live="polite"]').allTextContents();
const marksInSight = (page: Page) =>
  articleText(page).evaluate((text) => {
    const marks = [...text.querySelectorAll('mark')];
    return marks.filter((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return bottom > 60 && top < innerHeight - 40;
    }).length;
  });

test.describe('a text with a passage on each word', () => {
  test.beforeEach(async ({ folder }) => {
    await makeReaderArchive(`${folder}/archive`, [
      articleWithPassages('Dense', dense, denseRanges(dense, WORDS)),
      nested,
    ]);
  });

  test('scrolls to its end with highlights wherever the eye comes, and few of the cards', async ({
    launch,
  }) => {
    const { window: page } = await launch();
    await openArticle(page, 'Dense');
    await expect(margin(page)).toHaveAccessibleName('Passages, 2000');
    await articleText(page).hover();
    for (let turn = 0; turn < 12; turn += 1) {
      await page.mouse.wheel(0, 600);
      await expect.poll(() => marksInSight(page)).toBeGreaterThan(100);
    }
    expect(await articleText(page).locator('mark').count()).toBeLessThan(8000);
    expect(await margin(page).getByRole('listitem').count()).toBeLessThan(120);
  });

  test('shows more cards of a paragraph when they are asked for', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, 'Dense');
    const more = margin(page).getByRole('button', { name: /more passages in paragraph 1$/ });
    const hidden = async () => Number.parseInt((await more.getAttribute('aria-label')) ?? '', 10);
    const before = await hidden();
    await more.click();
    await expect.poll(hidden).toBe(before - 40);
    await expect(margin(page).locator('li:focus-within')).toHaveCount(1);
  });

  test('makes the card of the passage under the pointer hot, and shows it where it has no room', async ({
    launch,
  }) => {
    const { window: page } = await launch();
    await openArticle(page, 'Dense');
    const mark = articleText(page).locator('p').nth(1).locator('mark').last();
    await mark.hover();
    const id = await articleText(page).evaluate((text) =>
      text.querySelector('mark[class*="hot"]')?.getAttribute('data-passage'),
    );
    expect(id).toBe(await mark.getAttribute('data-passage'));
    await expect(page.locator(`#card-${id}`)).toHaveCount(0);
    await expect(page.locator('[class*="peek"]')).toBeVisible();
    await mark.click();
    await expect(page.locator(`#card-${id}`)).toBeVisible();
    await expect(page.locator('[class*="peek"]')).toHaveCount(0);
  });

  test('goes through the passages at the cursor from the shortest on, and says which of how many', async ({
    launch,
  }) => {
    const { window: page } = await launch();
    await openArticle(page, 'Nested');
    await clickQuote(page, 'tankers');
    const selected = () =>
      articleText(page)
        .locator('mark[class*="selected"]')
        .allTextContents()
        .then((parts) => parts.join(''));
    expect(await selected()).toBe('tankers for two');
    await expect(page.getByText('1 of 3 here')).toBeVisible();
    await page.keyboard.press('o');
    await expect.poll(selected).toBe('closed to tankers');
    await expect.poll(() => liveText(page)).toContain('2 of 3. Data: closed to tankers');
    await page.keyboard.press('o');
    await expect.poll(selected).toBe('The strait will be closed to tankers for two days');
    await expect(page.getByText('3 of 3 here')).toBeVisible();
  });

  test('shows by a line and by its text which card belongs to it', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, 'Nested');
    await margin(page).getByRole('button', { name: /^View/ }).hover();
    await expect(articleText(page).locator('mark[class*="hot"]').first()).toHaveText('tankers');
    await expect(page.locator('[class*="connector"] path')).toHaveCount(1);
  });
});
