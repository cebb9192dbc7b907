import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

test('Today says why an unread article is there, and one key does what is next', async ({
  folder,
  launch,
}) => {
  const harvest = articleWithPassages('Harvest', paragraphs('The rain came late.'), []);
  await makeReaderArchive(`${folder}/archive`, [
    harvest,
    articleWithPassages('Quay', paragraphs('A customs cutter boarded the freighter.'), []),
    articleWithPassages('Sea', paragraphs('The customs cutter left again.'), []),
    articleWithPassages('Budget', paragraphs('The deficit grew.'), []),
  ]);
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.evaluate(() =>
    Reflect.get(globalThis, 'precis').request('search:save', {
      searchId: '01900000-0000-7000-8000-00000000abcd',
      name: 'Cutters',
      text: '"customs cutter"',
      scope: 'everything',
    }),
  );
  // It counts as read this week, and is not begun.
  await page.evaluate(
    (articleId) =>
      Reflect.get(globalThis, 'precis').request('article:keep-place', {
        articleId,
        readingOffset: 0,
        seenShare: 0,
      }),
    String(harvest.article.id),
  );
  const row = (title: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: title });
  await expect(row('Quay')).toContainText('matches “Cutters”');
  await expect(row('Sea')).toContainText('matches “Cutters”');
  await expect(row('Budget')).not.toContainText('matches');
  await row('Quay').hover();
  await expect(page.getByRole('button', { name: /^Mark as read/ }).first()).toBeVisible();
  await screenshotThemes(page, 'today');
  expect(await violationsOf(page)).toEqual([]);

  await row('Sea').focus();
  await page.keyboard.press('ArrowDown');
  await expect(row('Quay')).toBeFocused();
  await page.keyboard.press('u');
  await expect(row('Quay')).toHaveCount(0);
  await expect(row('Harvest')).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Quay')).toBeVisible();
  await row('Quay').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#article-text')).toContainText('boarded');

  await page.keyboard.press('Control+1');
  await page.getByRole('button', { name: /articles? read on this computer/ }).click();
  await expect(page.getByRole('button', { name: /Read this week/ })).toBeVisible();
});
