import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';

const title = 'Harbour report';
const opening = 'The office said that it “has happened before, and nobody minded”, and named no year.';
const texts = [
  opening,
  ...Array.from(
    { length: 19 },
    (_, index) => `Berth ${index + 1} stayed shut. Its owner, Mr. Roe, gave no reason.`,
  ),
];

test.describe('the reader, by keyboard alone', () => {
  test.beforeEach(async ({ folder }) => {
    await makeReaderArchive(`${folder}/archive`, [articleWithPassages(title, paragraphs(...texts), [])]);
  });

  const open = async (page: Page): Promise<void> => {
    await openArticle(page, title);
    await articleText(page).focus();
    await page.keyboard.press('Control+Home');
  };
  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const count = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });

  test('grows and shrinks a selection, and finds the next quotation', async ({ launch }) => {
    const { window: page } = await launch();
    await open(page);
    await press(page, 'q', '1');
    await expect(count(page)).toHaveAccessibleName('Passages, 1');
    await page.keyboard.press('Control+Home');
    await press(page, 'e', 'e', 'Shift+E', '2');
    await expect
      .poll(() => highlights(page))
      .toEqual([
        { label: 'data', text: 'The' },
        { label: 'claim', text: 'has happened before, and nobody minded' },
      ]);
  });
});
