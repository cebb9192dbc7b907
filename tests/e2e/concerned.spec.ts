import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const title = 'Harbour report';
const text = [
  'Mara Tolvanen-Ek met the Licensing Office in Haifa. M. Tolvanen denied it.',
  'TOLVANEN left the port. Later Tolvanen-Ek, whom some spell Tolvannen, came back.',
].join('\n');

const field = (page: Page) => page.getByRole('combobox', { name: 'Concerned' });
const offers = (page: Page) => page.getByRole('listbox', { name: 'Concerned' }).getByRole('option');
/** Sets whom the passage at hand is about, by typing. */
const concern = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.press('c');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveCount(0);
};
const about = (page: Page) => page.getByRole('button', { name: /^Concerned: / });

test('C says whom a passage is about, and takes spellings that are near in one step', async ({
  launch,
  folder,
}) => {
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages(title, paragraphs(...text.split('\n')), []),
  ]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await selectQuote(page, 'met the Licensing Office');
  await page.keyboard.press('1');
  await concern(page, 'Mara Tolvanen-Ek');
  await expect(about(page)).toHaveText('About Mara Tolvanen-Ek');
  await page.keyboard.press('Control+z');
  await expect(about(page)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(about(page)).toHaveCount(1);

  // What the text around it names comes first; near spellings below.
  await selectQuote(page, 'left the port');
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await expect(offers(page)).toHaveText([
    /Mara Tolvanen-Ek.*TOLVANEN/,
    /Mara Tolvanen-Ek, on 2 passages.*4 spellings/,
    /Mara Tolvanen-Ek.*Tolvanen-Ek/,
    /Mara Tolvanen-Ek.*Tolvannen/,
    /Mara Tolvanen-Ek.*person/,
  ]);
  await screenshotThemes(page, 'concerned-field');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Concerned on 1 passage, 4 spellings added/)).toBeVisible();
  await expect(about(page)).toHaveText('About Mara Tolvanen-Ek');
  await page.keyboard.press('Control+z');
  await expect(about(page)).toHaveCount(0);
});

test('names that the register knows are dotted, and say where else they stand', async ({
  launch,
  folder,
}) => {
  const report = articleWithPassages(title, paragraphs(...text.split('\n'), 'מנהל נמל חיפה אמר.'), []);
  await makeReaderArchive(`${folder}/archive`, [report]);
  const { window: page } = await launch();
  await openArticle(page, title);
  const dotted = page.locator('[data-name]');
  await selectQuote(page, 'left the port');
  await page.keyboard.press('1');
  await concern(page, 'Tolvanen');
  await expect(dotted).toHaveText(['Tolvanen', 'Tolvanen', 'TOLVANEN', 'Tolvanen']);
  await selectQuote(page, 'denied it');
  await page.keyboard.press('2');
  await concern(page, 'חיפה');
  await expect(dotted).toHaveText(['Tolvanen', 'Tolvanen', 'TOLVANEN', 'Tolvanen', 'חיפה']);

  // By the mouse: the hands stay in the text.
  await dotted.nth(2).click();
  const known = page.getByRole('dialog', { name: 'Tolvanen' });
  await expect(known).toContainText('4 times here');
  await expect(known).toContainText('Mentioned 1');
  await expect(known).toContainText('Articles 1');
  await screenshotThemes(page, 'known-name');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(known).toHaveCount(0);

  // By the key at the caret: Enter takes all.
  await selectQuote(page, 'Tolvanen denied');
  await page.keyboard.press('Shift+C');
  await expect(known.getByRole('button', { name: 'Take all in this article as concerned' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Concerned on 1 passage')).toBeVisible();
  await expect(known).toHaveCount(0);

  await dotted.last().click();
  await expect(page.getByRole('dialog', { name: 'חיפה' })).toBeVisible();
  await page.evaluate(() => document.documentElement.style.setProperty('zoom', '2'));
  await screenshotThemes(page, 'known-name-hebrew-200');
});
