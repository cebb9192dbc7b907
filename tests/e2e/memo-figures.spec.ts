import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoSection, memoText, pastePicture, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const saved = (page: Page) => expect(page.getByRole('contentinfo')).toContainText('Saved');

const mediaOf = async (archive: string): Promise<string[]> => {
  const [memo = ''] = (await readdir(join(archive, 'memos'))).filter((name) => !name.startsWith('.'));
  const folder = join(archive, 'memos', memo, 'media');
  return (await readdir(folder)).map((name) => join(folder, name));
};

test('a picture is put in by a command, described, printed, and named where its file is gone', async ({
  launch,
  folder,
}) => {
  const chart = join(folder, 'chart.jpg');
  // Called a JPEG, and a PNG all the same; it says where it was taken.
  await writeFile(chart, makePng(1200, 700, { chunks: { eXIf: Buffer.from('GPS 43.1155 N') } }));
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [join(folder, 'dialogs.json')] },
    { kind: 'open-files', paths: [chart] },
  ]);
  const { window: page } = await launch({ env });
  await beginMemo(page, 'Harbour');
  await writeIn(page, 'Background');
  await page.keyboard.type('Calls rose.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/figure');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('dialogs.json can’t be put into the memo: it is not a valid PNG'),
  ).toBeAttached();
  await page.keyboard.type('/figure');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const figure = memoSection(page, 'Background').locator('figure');
  await expect(figure.getByRole('img')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused();
  await page.keyboard.type('Calls at Vostochny');
  await saved(page);
  await screenshotThemes(page, 'figure-new');
  await page.getByRole('tab', { name: /Checks/ }).click();
  await expect(page.getByText('Figure 1 has no description.')).toBeVisible();
  await figure.getByRole('textbox', { name: 'Description' }).fill('Six bands and a diagonal');
  await figure.getByRole('textbox', { name: 'Source' }).fill('Harbour register');
  await expect(page.getByText('Figure 1 has no description.')).toBeHidden();
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await screenshotThemes(page, 'figure');

  await writeIn(page, 'Analysis');
  await pastePicture(page, 'dot.png', makePng(50, 40));
  const pasted = memoSection(page, 'Analysis');
  await expect(pasted.getByRole('img')).toBeVisible();
  // A new figure is there to be written; Esc leaves its words for the text.
  await expect(pasted.getByRole('textbox', { name: 'Caption' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(pasted.locator('figure')).toHaveCount(0);
  await saved(page);

  const files = await mediaOf(join(folder, 'archive'));
  expect(files).toHaveLength(2);
  await Promise.all(files.map((file) => rm(file)));
  await page.getByRole('tab', { name: /Checks/ }).click();
  await expect(page.getByText(/The picture of figure 1 is missing or was replaced/)).toBeVisible();
  await screenshotThemes(page, 'figure-gone');
});
