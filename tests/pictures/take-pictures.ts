// The pictures of README and user guide: views of the running app on its sample, light and dark, as
// docs/pictures/*.png; and a minute of work as a moving picture, minute.png. `npm run pictures -- minute` takes what is
// named alone.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { memoText, openMemo } from '../support/app/memo-page.ts';
import { clickQuote, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { animate, type Frame } from './animate.ts';

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

const said = 'That double nature is what makes the trade so hard to stop: a lathe is not contraband.';

/** A minute of work: what is done, and for how long its outcome is shown. */
const minute: readonly (readonly [act: (page: Page) => Promise<void>, shownMs: number])[] = [
  [(page) => openArticle(page, 'Envoy carries a sanctions warning'), 5000],
  [(page) => selectQuote(page, said), 4000],
  [(page) => page.keyboard.press('1'), 4000],
  [(page) => clickQuote(page, said), 5000],
  [(page) => page.keyboard.press('Control+3'), 6000],
  [(page) => openMemo(page, /Beijing visit/), 6000],
  [
    async (page) => {
      await memoText(page).locator('p:not([aria-hidden])').first().click();
      await page.keyboard.press('End');
      await page.keyboard.type(' What crosses the border is hard to stop. @contraband');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
    6000,
  ],
  [(page) => page.keyboard.press('Enter'), 5000],
  [
    async (page) => {
      await page.getByRole('tab', { name: 'Preview' }).click();
      await expect(page.getByRole('img', { name: /^Page 1 of/ })).toBeVisible();
    },
    7000,
  ],
  [(page) => page.keyboard.press('Control+Shift+f'), 3000],
  [
    async (page) => {
      await page.keyboard.type('lathe contraband');
      await expect(page.locator('mark').first()).toBeVisible();
    },
    5000,
  ],
  [
    async (page) => {
      await page.getByRole('button', { name: 'Insights' }).click();
      await expect(page.getByRole('heading', { name: 'Gaps by tag' })).toBeVisible();
    },
    4000,
  ],
];

const named = process.argv.slice(3);
const isWanted = (name: string): boolean => named.length === 0 || named.includes(name);

for (const [isTaken, take] of [
  [Object.keys(views).some(isWanted), takeViews],
  [isWanted('minute'), takeMinute],
] as const)
  if (isTaken) await onSample(take);
process.exit();

/** Starts the app on an archive of its own, which has the sample and nothing else. */
async function onSample(use: (page: Page) => Promise<void>): Promise<void> {
  const folder = await makeTemporaryFolder();
  try {
    const { window: page, close } = await launchPrecis({
      archive: join(folder, 'archive'),
      userData: join(folder, 'user-data'),
      hasSample: true,
    });
    await page.setViewportSize(size);
    await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
    await use(page);
    await close();
  } finally {
    await removeFolder(folder);
  }
}

async function takeViews(page: Page): Promise<void> {
  for (const [name, show] of Object.entries(views)) {
    if (!isWanted(name)) continue;
    await show(page);
    await takeBoth(page, name);
  }
}

async function takeMinute(page: Page): Promise<void> {
  const frames: Frame[] = [];
  for (const [act, shownMs] of minute) {
    await act(page);
    await page.waitForTimeout(1200);
    frames.push({ png: await page.screenshot(), shownMs });
  }
  await writeFile(join(folderOfPictures, 'minute.png'), animate(frames));
}

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
