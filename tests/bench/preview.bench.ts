// A memo of thirty pages that is written in the running app: how long after the last key the preview shows it, and what
// an autosave holds the window up while the panel of passages is open on 150 rows.
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchPrecis } from '../support/app/launch-precis.ts';
import { beginMemo, writeIn } from '../support/app/memo-page.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';

const TURNS = 7;
const PARAGRAPHS = 150;
const maxPreviewMs = 500;
const maxTaskMs = 50;
const words = 'The ministry confirmed that the shipments had been inspected twice. '.repeat(9);

const folder = await makeTemporaryFolder();
try {
  await makeManyPassages(join(folder, 'archive'), { articles: 10, passagesEach: 15 });
  const precis = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  const page = precis.window;
  await beginMemo(page, 'What the series show');
  await writeIn(page, 'Background');
  for (let paragraph = 0; paragraph < PARAGRAPHS; paragraph += 1) {
    await page.keyboard.insertText(words);
    await page.keyboard.press('Enter');
  }
  const tasksMs = await measureTasks(page);
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.getByRole('img', { name: /^Page 2[0-9] of/ }).first()).toBeVisible();
  const previewMs = await measurePreview(page);
  const pages = await page.locator('canvas[role="img"]').count();
  await precis.close();
  process.exitCode = report({ tasksMs, previewMs, pages }) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

/** The long tasks of the window from a letter until well after its save, turn by turn. */
async function measureTasks(page: Page): Promise<readonly number[]> {
  await page.waitForTimeout(3000);
  await page.evaluate(() => {
    const found: number[] = [];
    Reflect.set(globalThis, 'longTasks', found);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.keyboard.type('e');
    await page.waitForTimeout(2000);
  }
  return page.evaluate(() => Reflect.get(globalThis, 'longTasks'));
}

/** From a key to the drawing of the first page that it changes. */
async function measurePreview(page: Page): Promise<readonly number[]> {
  await writeIn(page, 'Background');
  const taken: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.waitForTimeout(2500);
    await page.evaluate(watchFirstPage);
    await page.keyboard.type('e');
    taken.push(await page.evaluate(() => Reflect.get(globalThis, 'drawn') as Promise<number>));
  }
  return taken;
}

/** Runs in the page: `drawn` is to be the milliseconds from the next key to another drawing of the first page. */
function watchFirstPage(): void {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[role="img"]');
  const draw = (): string => canvas?.toDataURL() ?? '';
  const before = draw();
  // A page that is being drawn is white for a moment.
  const isDrawn = (now: string): boolean => now !== before && now.length > before.length / 2;
  const drawn = new Promise<number>((resolve) => {
    const look = (start: number): void => {
      if (isDrawn(draw())) resolve(performance.now() - start);
      else setTimeout(look, 20, start);
    };
    const begin = (): void => look(performance.now());
    document.addEventListener('keydown', begin, { capture: true, once: true });
  });
  Reflect.set(globalThis, 'drawn', drawn);
}

type Outcome = {
  readonly tasksMs: readonly number[];
  readonly previewMs: readonly number[];
  readonly pages: number;
};

function report({ tasksMs, previewMs, pages }: Outcome): boolean {
  const longest = Math.max(0, ...tasksMs);
  const median = previewMs.toSorted((a, b) => a - b)[Math.floor(previewMs.length / 2)] ?? Number.NaN;
  console.log(`a memo of ${pages} pages, ${TURNS} turns`);
  console.log(`  key to preview, p50: ${median.toFixed(0)} ms (at most ${maxPreviewMs} ms)`);
  console.log(`  longest task around a save: ${longest.toFixed(0)} ms (at most ${maxTaskMs} ms)`);
  const isMet = median <= maxPreviewMs && longest <= maxTaskMs;
  console.log(`  ${isMet ? 'met' : 'NOT MET'}`);
  return isMet;
}
