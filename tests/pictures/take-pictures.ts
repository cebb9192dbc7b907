// The pictures of README and user guide: views of the running app on its sample, light and dark, as docs/pictures/*.png.
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { openMemo } from '../support/app/memo-page.ts';
import { clickQuote, openArticle } from '../support/app/reader-page.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

const folderOfPictures = join(import.meta.dirname, '../../docs/pictures');
const size = { width: 1280, height: 800 };

/** Each view as it is shown, by the name of its picture. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  async reader(page) {
    await openArticle(page, 'Envoy carries a sanctions warning');
    await clickQuote(page, 'We have named companies');
  },
  async passages(page) {
    await page.keyboard.press('Control+3');
    await page.locator('[data-passage-id]').nth(1).click();
    await expect(page.getByRole('button', { name: /^Show in article/ })).toBeVisible();
  },
  async memo(page) {
    await openMemo(page, /Beijing visit/);
    await page.getByRole('tab', { name: 'Preview' }).click();
    await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
  },
  async tags(page) {
    await page.keyboard.press('Control+7');
    await page.getByRole('row', { name: /^Dual use/ }).click();
    await expect(page.getByRole('heading', { name: 'Co-occurs with' })).toBeVisible();
  },
  async insights(page) {
    await page.getByRole('button', { name: 'Insights' }).click();
    await expect(page.getByRole('heading', { name: 'Gaps by tag' })).toBeVisible();
  },
  async search(page) {
    await page.keyboard.press('Control+Shift+f');
    await page.keyboard.type('machine tools');
    await expect(page.locator('mark').first()).toBeVisible();
  },
};

const folder = await makeTemporaryFolder();
try {
  const { window: page, close } = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
    hasSample: true,
  });
  await page.setViewportSize(size);
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  for (const [name, show] of Object.entries(views)) {
    await show(page);
    await takeBoth(page, name);
  }
  await close();
} finally {
  await removeFolder(folder);
}
process.exit();

/** Light and dark, when what loads has come; nothing is hovered. */
async function takeBoth(page: Page, name: string): Promise<void> {
  await page.mouse.move(size.width / 2, size.height - 4);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(folderOfPictures, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
