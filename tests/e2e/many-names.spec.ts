import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeInsightArchive } from '../support/archives/insight-archive.ts';
import { addManyNames } from '../support/archives/many-names.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const COUNT = 5_000;

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' });
const row = (page: Page, name: string) => tree(page).getByRole('row', { name, exact: true });
const narrow = async (page: Page, text: string): Promise<void> => {
  const filter = page.getByLabel('Filter the tags');
  await filter.fill(text);
  await expect(filter).toHaveValue(text);
};

test('five thousand tags are gone through by keys, filtered, dragged and picked', async ({
  folder,
  launch,
}) => {
  await makeInsightArchive(join(folder, 'archive'), { articles: 2, passagesEach: 4 });
  await addManyNames(join(folder, 'archive'), COUNT);
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('Control+7');
  await expect(row(page, 'China')).toBeVisible();
  expect(await tree(page).getByRole('row').count()).toBeLessThan(80);

  await row(page, 'China').click();
  await page.keyboard.press('End');
  await expect(page.getByRole('heading', { name: /04049$/, level: 1 })).toBeVisible();
  await expect(tree(page).locator('[aria-selected="true"]')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('heading', { name: 'وزارة Topic 4040', level: 1 })).toBeVisible();
  await expect(tree(page).locator('[aria-selected="true"]')).toHaveAttribute('aria-expanded', 'false');
  await screenshotThemes(page, 'end');
  await page.keyboard.type('ports');
  await expect(page.getByRole('heading', { name: 'Ports', level: 1 })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await narrow(page, 'topic 0234');
  await row(page, 'Topic 02349').dragTo(row(page, 'Topic 02342'));
  await expect(row(page, 'Topic 02349')).toHaveAttribute('aria-level', '3');
  await tree(page).evaluate((element) => element.scrollIntoView({ block: 'end' }));
  const room = await tree(page).boundingBox();
  await row(page, 'Topic 02349').dragTo(tree(page), {
    targetPosition: { x: (room?.width ?? 0) / 2, y: (room?.height ?? 0) - 8 },
  });
  await expect(row(page, 'Topic 02349')).toHaveAttribute('aria-level', '1');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Topic 02349')).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Topic 02349')).toHaveAttribute('aria-level', '2');

  await row(page, 'Topic 02345').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await page.getByRole('button', { name: 'Into which tag' }).click();
  await page.keyboard.type('topic 04321');
  await expect(page.getByRole('option')).toHaveText([/Topic 04321/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('uses; deleted, with its name kept as an alias');
});
