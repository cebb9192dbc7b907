import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { keepLook } from '../support/window/keep-looks.ts';

test('a press on the pages puts the caret at those words, and they are shown in full', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await openMemo(page, /Beijing visit/);
  await page.getByRole('tab', { name: 'Preview' }).click();
  const first = page.getByRole('img', { name: /^Page 1 of/ });
  await expect(first).toBeVisible();
  await keepLook(page, 'beside');
  const { width = 0 } = (await first.boundingBox()) ?? {};
  expect(width).toBeGreaterThanOrEqual(300);

  await expect(async () => {
    await first.click({ position: { x: 200, y: 200 } });
    await expect(memoText(page)).toBeFocused({ timeout: 1000 });
  }).toPass();

  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Preview' });
  const full = dialog.getByRole('img', { name: /^Page 1 of/ });
  await expect(full).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toBeFocused();
  await keepLook(page, 'full');
  await expect(dialog.getByText('Page 1 of 4')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(dialog.getByText('Page 2 of 4')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(dialog.getByText('Page 1 of 4')).toBeVisible();
  await page.setViewportSize({ width: 1600, height: 1000 });
  await expect(dialog.getByText('Pages 1–2 of 4')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText('Pages 3–4 of 4')).toBeVisible();
  await dialog.getByRole('button', { name: /Size of the pages/ }).click();
  await page.getByRole('option', { name: 'Fit width' }).click();
  await expect.poll(async () => (await full.boundingBox())?.width ?? 0).toBeGreaterThan(700);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a press on a page of the full preview goes on in the text', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.keyboard.press('Control+Shift+P');
  const dialog = page.getByRole('dialog', { name: 'Preview' });
  const full = dialog.getByRole('img', { name: /^Page 1 of/ });
  await expect(full).toBeVisible();
  // The first press, whether or not the page is drawn already.
  const { width, height } = (await full.boundingBox()) ?? { width: 0, height: 0 };
  await full.click({ position: { x: width * 0.5, y: height * 0.42 } });
  await expect(dialog).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
});

test('the text of a memo is as wide in every window, and its head leads to fields in its place', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await openMemo(page, /Beijing visit/);
  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
    [1600, 1000],
    [2560, 1440],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect
      .poll(() => memoText(page).evaluate((text) => text.clientWidth), { message: `${width}` })
      .toBe(680);
    const exports = page.getByRole('button', { name: 'Export…' });
    expect((await exports.boundingBox())?.height ?? 99, `${width}`).toBeLessThanOrEqual(32);
    const sentence = memoText(page).locator('p:not([aria-hidden])').first();
    expect((await sentence.boundingBox())?.y ?? 999, `${width}`).toBeLessThan(260);
  }
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await outline.getByRole('button', { name: 'Gaps' }).click();
  await expect(memoText(page)).toBeFocused();
  await expect(outline.getByRole('button', { name: 'Gaps' })).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('F9');
  await expect(outline).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  // Without room for the column, the outline is a tab beside the memo, or in the drawer over it.
  for (const width of [1280, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    const tab = page.getByRole('tabpanel', { name: 'Outline' });
    // Until the window has taken its new width, the key shows and hides the column.
    await expect(async () => {
      await page.keyboard.press('F9');
      await expect(tab).toBeVisible({ timeout: 1000 });
    }).toPass();
    const lines = tab.locator('[data-at]');
    const order = await lines.allTextContents();
    await tab.getByRole('button', { name: 'Gaps' }).press('Alt+ArrowUp');
    await expect(lines).not.toHaveText(order);
    await page.keyboard.press('Control+Z');
    await expect(lines).toHaveText(order);
    await tab.getByRole('button', { name: 'Bottom line' }).click();
    await expect(memoText(page)).toBeFocused();
  }
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByText('Analysis desk', { exact: true }).first().click();
  const from = page.getByRole('textbox', { name: 'From', exact: true });
  await expect(from).toBeFocused();
  await from.fill('Harbour desk');
  await page.keyboard.press('Escape');
  const line = page.getByRole('button', { name: /^Edit the head: For Director, regional desk/ });
  await expect(line).toBeFocused();
  await expect(line).toContainText('From Harbour desk');
});

/** How wide the pages are in each of some frames: one width where they have settled. */
const widthsOfPages = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve) => {
        const widths = new Set<number>();
        let frames = 0;
        const look = (): void => {
          widths.add(document.querySelector('[data-page]')?.clientWidth ?? 0);
          frames += 1;
          if (frames < 8) requestAnimationFrame(look);
          else resolve([...widths]);
        };
        requestAnimationFrame(() => requestAnimationFrame(look));
      }),
  );

const words = 'The ministry confirmed that the shipments had been inspected twice. '.repeat(8);

/** Looks at the pages in the band of heights in which all of them are just seen, or just not. */
const expectSettled = async (page: Page, pages: number): Promise<void> => {
  const spare = await page.getByRole('region', { name: 'Preview' }).evaluate((panel) => {
    const last = [...panel.querySelectorAll<HTMLElement>('[data-page]')].at(-1);
    const content = (last?.offsetTop ?? 0) + (last?.offsetHeight ?? 0) + 12;
    return innerHeight - panel.clientHeight + content;
  });
  for (let height = spare - 24; height <= spare + 24; height += 4) {
    await page.setViewportSize({ width: 1280, height });
    expect(await widthsOfPages(page), `${pages} pages, ${height} px`).toHaveLength(1);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
};

test('the pages of the preview are as wide whatever the height of the window', async ({ launch }) => {
  test.setTimeout(180_000);
  const { window: page } = await launch({ hasSample: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await beginMemo(page, 'What the series show');
  await page.getByRole('tab', { name: 'Preview' }).click();
  await writeIn(page, 'Background');
  const drawn = page.locator('[data-page]');
  await expect(drawn.first()).toBeVisible();
  const looked = new Set<number>();
  for (let paragraph = 0; looked.size < 3; paragraph += 1) {
    expect(paragraph, 'paragraphs until there are three counts of pages').toBeLessThan(40);
    const pages = await drawn.count();
    if (!looked.has(pages)) await expectSettled(page, pages);
    looked.add(pages);
    await writeIn(page, 'Background');
    await page.keyboard.insertText(words.repeat(3));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('contentinfo')).toContainText('Saved');
  }
});
