import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoSection, memoText, pastePicture, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { makePng } from '../support/pictures/make-png.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

const saved = (page: Page) => expect(page.getByRole('contentinfo')).toContainText('Saved');

const mediaOf = async (archive: string): Promise<string[]> => {
  const [memo = ''] = (await readdir(join(archive, 'memos'))).filter((name) => !name.startsWith('.'));
  const folder = join(archive, 'memos', memo, 'media');
  return (await readdir(folder)).map((name) => join(folder, name));
};

test('a figure is cropped by its handles and by keys, as one step each, and shown whole again', async ({
  launch,
  folder,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Crop');
  await writeIn(page, 'Analysis');
  await pastePicture(page, 'chart.png', makePng(600, 400));
  const picture = memoSection(page, 'Analysis').getByRole('img');
  const size = () =>
    picture.evaluate((image: HTMLImageElement) => `${image.naturalWidth}×${image.naturalHeight}`);
  await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused();
  await page.keyboard.type('Calls');
  await page.getByRole('button', { name: 'Crop…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Crop the figure' });
  const stage = dialog.getByRole('group', { name: /The part of the picture/ });
  await expect(stage).toBeFocused();
  const box = await stage.boundingBox();
  if (box === null) throw new Error('The picture is nowhere.');
  await page.mouse.move(box.x + 1, box.y + 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 4, { steps: 4 });
  await page.mouse.up();
  await expect(dialog).toContainText(/4[45]\d × (29|30)\d pixels, 1[45]\d from the left/);
  await screenshotThemes(page, 'crop');
  await dialog.getByRole('button', { name: 'Crop', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(size).toMatch(/^4[45]\d×(?:29|30)\d$/);
  await expect(page.getByRole('textbox', { name: 'Caption' })).toHaveValue('Calls');
  await screenshotThemes(page, 'cropped');
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(size).toBe('600×400');

  await runByPalette(page, 'Crop the figure');
  await expect(stage).toBeFocused();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('540 × 399 pixels, 12 from the left and 0 from the top');
  await page.keyboard.press('Enter');
  await expect.poll(size).toBe('540×399');
  await saved(page);
  expect(await mediaOf(join(folder, 'archive'))).toHaveLength(3);

  await page.getByRole('button', { name: 'Crop again…' }).click();
  await dialog.getByRole('button', { name: 'Whole picture' }).click();
  await dialog.getByRole('button', { name: 'Crop', exact: true }).click();
  await expect.poll(size).toBe('600×400');
  await expect(page.getByRole('button', { name: 'Crop…' })).toBeVisible();
});

test('Ctrl+Z takes a figure out that was just pasted, while its caption has the focus', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Undo');
  await writeIn(page, 'Analysis');
  await page.keyboard.type('Before.');
  await pastePicture(page, 'dot.png', makePng(50, 40));
  await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(memoSection(page, 'Analysis').locator('figure')).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.type(' After.');
  await expect(memoSection(page, 'Analysis').locator('p').first()).toHaveText('Before. After.');
});

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
