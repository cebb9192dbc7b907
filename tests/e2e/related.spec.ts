import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { diversTitle, makeRelatedArchive, portTitle, quotes } from '../support/archives/related-archive.ts';

const pane = (page: Page) => page.getByRole('dialog', { name: 'Related passages' });
const row = (page: Page, quote: string) => pane(page).getByRole('row').filter({ hasText: quote });
const linkDialog = (page: Page) => page.getByRole('dialog', { name: /^Link/ });
const card = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Opens the article and goes to its first passage, with which the text begins. */
const goToFirst = async (page: Page, title: string): Promise<void> => {
  await openArticle(page, title);
  await articleText(page).focus();
  await press(page, 'Control+Home');
};

test.describe('related passages', () => {
  test.beforeEach(({ folder }) => makeRelatedArchive(`${folder}/archive`));

  test('are found, linked, gone to and unlinked by keyboard alone', async ({ launch }) => {
    const { window: page } = await launch();
    await goToFirst(page, portTitle);
    await press(page, 'r');
    await expect(row(page, quotes.shut)).toBeFocused();
    await expect(row(page, quotes.shut)).toContainText('same origin');
    await expect(pane(page)).toContainText('Nothing is linked yet.');

    // While the hands are in the pane no key reaches the passage in the text.
    await press(page, 'Delete', '3', 't');
    await expect(row(page, quotes.shut)).toContainText('View');
    await expect(card(page)).toHaveAccessibleName('Passages, 2');
    await expect(pane(page)).toContainText(quotes.lock);

    // `l` on a row lacks but the kind.
    await press(page, 'j', 'l');
    await expect(linkDialog(page)).toContainText(quotes.divers);
    await press(page, 'x', '1');
    const linked = pane(page).getByRole('row', { name: `is supported by: ${quotes.divers}` });
    await expect(linked).toBeVisible();
    await expect(pane(page)).toContainText('supported from another origin');
    await expect(pane(page).getByRole('row', { name: /^Linked/ })).toContainText('is supported by 1');

    await linked.focus();
    await press(page, 'Enter');
    await expect(page.getByRole('heading', { name: diversTitle })).toBeVisible();
    await expect(articleText(page)).toBeFocused();
    // The pane is still about the passage that was left; from here it is seen from the other end.
    await expect(linked).toBeVisible();
    await press(page, 'r');
    await expect(row(page, quotes.lock)).toContainText('supports');
    await expect(row(page, quotes.lock)).toBeFocused();
    await press(page, 'Delete');
    await expect(pane(page)).toContainText('Nothing is linked yet.');
    await press(page, 'Escape');
    await expect(pane(page)).toBeHidden();
    await expect(articleText(page)).toBeFocused();
    await press(page, 'Control+z');
    await expect(card(page).getByRole('button', { name: /^Related 1/ })).toBeVisible();
  });

  test('refuse what is linked already, and are found by words of the whole archive', async ({ launch }) => {
    const { window: page } = await launch();
    await goToFirst(page, portTitle);
    await press(page, 'l', '2');
    // At once, before these words are answered: what was found for fewer of them is not linked.
    await page.keyboard.type('denied\n');
    await expect(linkDialog(page)).toBeHidden();
    await expect(articleText(page)).toBeFocused();

    await press(page, 'j', 'l', '2');
    await page.keyboard.type('monday');
    await expect(linkDialog(page).getByRole('option')).toHaveCount(1);
    await expect(linkDialog(page).getByRole('option')).toContainText('contradicts');
    await press(page, 'Enter');
    await expect(linkDialog(page).getByRole('alert')).toContainText('already linked that way');
    await press(page, 'Escape');
    await expect(linkDialog(page)).toBeHidden();
  });

  test('confirm a grade only from another origin', async ({ launch }) => {
    const { window: page } = await launch();
    await goToFirst(page, portTitle);
    await press(page, 'g', '1');
    await expect(page.getByLabel('What confirms this?')).toBeFocused();
    await press(page, 'Enter');
    await page.keyboard.type('quay');
    await expect(linkDialog(page).getByRole('option')).toContainText('does not confirm');
    await press(page, 'Enter');
    await expect(card(page)).toContainText('it does not confirm');
    await press(page, 'Enter');
    await page.keyboard.type('photographed');
    await expect(linkDialog(page).getByRole('option')).toHaveCount(1);
    await press(page, 'Enter');
    await expect(card(page).getByRole('button', { name: 'Grade B1' })).toBeVisible();
    await expect(articleText(page)).toBeFocused();
    // What is confirmed by a link is asked for no reason.
    await press(page, 'g', '2');
    await expect(card(page).getByRole('button', { name: 'Grade B2' })).toBeVisible();
    await press(page, 'g', '1');
    await expect(card(page).getByRole('button', { name: 'Grade B1' })).toBeVisible();
  });
});
