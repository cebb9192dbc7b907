import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const long = Array.from({ length: 30 }, (_, n) => `Paragraph ${n + 1}. ${'It goes on and on. '.repeat(12)}`);
const passage = { start: 0, end: 11 };

const list = (page: Page) => page.getByRole('grid', { name: 'Articles' });
const row = (page: Page, title: string) => list(page).getByRole('row', { name: title, exact: true });
const unread = (page: Page, title: string) => row(page, title).getByRole('img', { name: 'Unread' });
const beingRead = (page: Page, title: string) => row(page, title).getByRole('img', { name: 'In progress' });
/** Blocks out of sight have heights that are estimates: the end moves until it is in sight. */
const toEnd = (page: Page) =>
  expect
    .poll(() =>
      articleText(page).evaluate(async (text) => {
        let scroller = text.parentElement;
        while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement;
        if (scroller === null) return 0;
        scroller.scrollTo({ top: scroller.scrollHeight });
        for (const _ of [1, 2, 3]) await new Promise((resolve) => requestAnimationFrame(resolve));
        return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
      }),
    )
    .toBeLessThanOrEqual(1);

test('an article that was read to its end and annotated is read when it is left, and undone at once', async ({
  folder,
  launch,
}) => {
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Annotated', paragraphs(...long), [passage]),
    articleWithPassages('Plain', paragraphs(...long), []),
    articleWithPassages('Begun', paragraphs(...long), [passage]),
  ]);
  const { window: page } = await launch();
  await openArticle(page, 'Begun');
  await openArticle(page, 'Plain');
  await toEnd(page);
  await openArticle(page, 'Annotated');
  await expect(row(page, 'Plain').getByRole('img', { name: '100 % read' })).toBeVisible();
  await toEnd(page);
  await expect(beingRead(page, 'Annotated')).toBeVisible();
  await openArticle(page, 'Plain');
  await expect(beingRead(page, 'Annotated')).toHaveCount(0);
  await expect(unread(page, 'Annotated')).toHaveCount(0);
  await expect(unread(page, 'Plain')).toBeVisible();
  await expect(beingRead(page, 'Begun')).toBeVisible();
  await keepLook(page, 'read');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(beingRead(page, 'Annotated')).toBeVisible();
});

test('the list follows an article that is opened from elsewhere, and says by what it is sorted', async ({
  folder,
  launch,
}) => {
  const titles = Array.from({ length: 80 }, (_, n) => `Article ${n + 1}`);
  await makeReaderArchive(
    `${folder}/archive`,
    titles.map((title) => articleWithPassages(title, paragraphs('Short. It ends.'), [])),
  );
  const { window: page } = await launch();
  await openArticle(page, 'Article 80');
  await expect(row(page, 'Article 3')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Newest import/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Article 3');
  await page
    .getByRole('option', { name: /Article 3\b/ })
    .first()
    .click();
  await expect(row(page, 'Article 3')).toBeInViewport();
  await expect(row(page, 'Article 3')).toHaveAttribute('aria-selected', 'true');
  await keepLook(page, 'followed');

  // The analyst's own note stands beside the text, and the list finds the article by it.
  await page.getByRole('button', { name: 'Write a note on the article' }).click();
  const note = page.getByRole('textbox', { name: 'Note on the article' });
  await expect(note).toBeFocused();
  await page.keyboard.type('Ask the pilots.');
  await keepLook(page, 'note');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Note on the article' })).toBeVisible();
  const filter = page.getByRole('searchbox', { name: 'Filter the articles' });
  await filter.fill('pilots');
  await expect(row(page, 'Article 3')).toBeVisible();
  await expect(row(page, 'Article 4')).toHaveCount(0);
  await filter.fill('"it ends"');
  await expect(page.getByRole('grid', { name: 'Articles' }).locator('mark').first()).toHaveText('It ends');
  await page.getByRole('button', { name: 'Height of rows' }).click();
  await page.getByRole('menuitem', { name: 'Compact rows' }).click();
  await expect(row(page, 'Article 3')).toBeVisible();
  await page.getByRole('button', { name: 'Height of rows' }).click();
  await page.getByRole('menuitem', { name: 'Columns' }).click();
  await expect(page.getByRole('grid', { name: 'Articles' }).locator('mark').first()).toHaveText('It ends');
  await page.getByRole('button', { name: 'Newest import' }).click();
  await page.getByRole('option', { name: 'Best match' }).click();
  await expect(page.getByRole('button', { name: 'Best match' })).toBeVisible();
  await keepLook(page, 'columns');
  await filter.fill('added:2000..');
  // A condition becomes a chip when the field is left, and the list moves down for it once the press is over.
  await page.getByRole('button', { name: 'Sort by title' }).click({ delay: 300 });
  await expect(page.getByRole('button', { name: /^Added/ }).first()).toBeVisible();
  await expect(list(page).getByRole('row').first()).toHaveAccessibleName('Article 1');
  await page.getByRole('button', { name: 'Sorted by title, ascending' }).click();
  await expect(list(page).getByRole('row').first()).not.toHaveAccessibleName('Article 1');
  await expect(page.getByRole('button', { name: 'Sorted by title, descending' })).toBeVisible();
  await keepLook(page, 'heads');
  // The row that has the focus is far off now, and still a stop of Tab.
  expect(await violationsOf(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await filter.fill('"it goes on"');
  await expect(page.getByText('No articles match')).toBeVisible();
});

test('several articles are selected, tagged, marked as read and moved to the trash, each act undone at once', async ({
  folder,
  launch,
}) => {
  const titles = ['One', 'Two', 'Three', 'Four'];
  await makeReaderArchive(
    `${folder}/archive`,
    titles.map((title) => articleWithPassages(title, paragraphs('Short. It ends.'), [])),
  );
  const { window: page } = await launch();
  await openArticle(page, 'One');
  await row(page, 'Two').hover();
  const acts = row(page, 'Two').getByRole('button', { name: 'More actions' }).locator('..');
  await expect(acts).toHaveCSS('opacity', '1');
  await row(page, 'Three').click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 selected');
  await row(page, 'Four').click({ modifiers: ['ControlOrMeta'] });
  await expect(bar).toContainText('3 selected');
  await keepLook(page, 'selected');

  await bar.getByRole('button', { name: 'Tags' }).click();
  await page.keyboard.type('Harbour');
  await page.getByRole('option', { name: /Create/ }).click();
  await expect(page.getByText('Tagged 3 articles')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Harbour from all' })).toBeVisible();
  await keepLook(page, 'tagged');
  await page.keyboard.press('Escape');

  await bar.getByRole('button', { name: 'Mark as' }).click();
  await page.getByRole('menuitem', { name: 'Read', exact: true }).click();
  await expect(unread(page, 'Three')).toHaveCount(0);
  await expect(unread(page, 'Two')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(unread(page, 'Three')).toBeVisible();

  await bar.getByRole('button', { name: 'Cite in memo' }).click();
  await expect(page.getByText('These articles have no passages')).toBeVisible();
  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expect(row(page, 'Two')).toBeVisible();
  await expect(row(page, 'Three')).toHaveCount(0);
  await expect(bar).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'Three')).toBeVisible();

  await openArticle(page, 'Two');
  await row(page, 'Two').press('Control+a');
  await expect(bar).toContainText('4 selected');
  await expect(unread(page, 'Four')).toBeVisible();
  await page.keyboard.press('u');
  await expect(unread(page, 'Four')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(row(page, 'Two')).toHaveAttribute('aria-selected', 'true');

  await row(page, 'Two').press('Control+a');
  await expect(bar).toContainText('4 selected');
  await page.getByRole('searchbox', { name: 'Filter the articles' }).fill('T');
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Move to trash' }).click();
  await expect(page.getByText('Moved 2 articles to the trash')).toBeVisible();
});
