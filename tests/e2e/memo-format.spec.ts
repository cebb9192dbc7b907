import { expect } from '@playwright/test';
import { beginMemo, memoSection, memoText, openHead, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

test('selected words are set by the bar, and rows of a table are moved by keys', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, 'Set');
  await writeIn(page, 'Background');
  await page.keyboard.type('The port is shut');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  const bar = page.getByRole('toolbar', { name: 'Format' });
  await expect(bar).toBeVisible();
  await bar.getByRole('button', { name: 'Bold' }).click();
  await expect(memoSection(page, 'Background').locator('strong')).toHaveText('shut');
  await expect(bar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true');
  await screenshotThemes(page, 'bar');
  await bar.getByRole('button', { name: 'Quote a passage…' }).click();
  await page.keyboard.type('first round');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(memoSection(page, 'Background').locator('blockquote')).toContainText('A first round');
  await expect(memoSection(page, 'Background').locator('p').first()).toHaveText('The port is shut');
  await memoSection(page, 'Background').locator('p').first().click();
  await page.keyboard.press('Shift+Home');
  await bar.getByRole('button', { name: 'Table: insert table' }).click();
  await expect(bar).toBeHidden();
  await page.keyboard.type('Port');
  await expect(memoSection(page, 'Background').locator('th').first()).toHaveText('Port');
  await expect(memoSection(page, 'Background').locator('strong')).toHaveText('shut');

  await writeIn(page, 'Analysis');
  await page.keyboard.type('/table');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const cells = memoSection(page, 'Analysis').locator('td');
  await expect(cells).toHaveCount(6);
  await cells.first().click();
  await page.keyboard.type('first');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(cells.nth(3)).toHaveText('first');
  await page.keyboard.press('Control+z');
  await expect(cells.first()).toHaveText('first');
});

test('a table is written by keys: first cell, Tab within it, its menu, alignment and caption', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Table');
  await writeIn(page, 'Analysis');
  await page.keyboard.type('/table');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Port');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Calls');
  const cells = memoText(page).locator('th, td');
  await expect(cells.first()).toHaveText('Port');
  await expect(cells.nth(1)).toHaveText('Calls');
  for (const word of ['', 'Vostochny', '12']) {
    await page.keyboard.press('Tab');
    if (word !== '') await page.keyboard.type(word);
  }
  await expect(cells.nth(4)).toHaveText('12');
  await expect(cells.nth(4)).toHaveCSS('text-align', 'end');

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const menu = page.getByRole('menu', { name: 'Table' });
  await expect(menu).toBeVisible();
  await screenshotThemes(page, 'table-menu');
  await menu.getByRole('menuitem', { name: 'Align column centre' }).click();
  await expect(cells.nth(4)).toHaveCSS('text-align', 'center');

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await menu.getByRole('menuitem', { name: 'Caption and source' }).click();
  const caption = page.getByRole('textbox', { name: 'Caption of the table' });
  await expect(caption).toBeFocused();
  await page.keyboard.type('Calls at ports');
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toBeFocused();
  await expect(caption).toHaveValue('Calls at ports');
  await screenshotThemes(page, 'table');
});

test('the border between two columns is drawn with the pointer and moved by keys, each as one step', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Widths');
  await writeIn(page, 'Analysis');
  await page.keyboard.type('/table');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Port');
  const table = memoText(page).locator('table');
  const border = page.getByRole('separator', { name: 'Border behind column 1' });
  const width = async (): Promise<number> => (await table.locator('th').first().boundingBox())?.width ?? 0;
  const share = async (): Promise<number> =>
    Math.round((100 * (await width())) / ((await table.boundingBox())?.width ?? 1));
  await expect.poll(share).toBe(33);
  const box = await border.boundingBox();
  if (box === null) throw new Error('The border is nowhere.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 4 });
  await screenshotThemes(page, 'border');
  await page.mouse.up();
  await expect.poll(share).toBeLessThan(26);
  const drawn = await share();

  // The caret has stayed where it was.
  await page.keyboard.type('s');
  await expect(table.locator('th').first()).toHaveText('Ports');
  await runByPalette(page, 'Table: move column borders');
  await expect(border).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await screenshotThemes(page, 'border-keys');
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toBeFocused();
  await expect.poll(share).toBe(drawn + 6);
  await page.keyboard.press('Control+z');
  await expect.poll(share).toBe(drawn);
  await runByPalette(page, 'Table: add column after');
  await expect(table.locator('th')).toHaveCount(4);
  await expect.poll(share).toBe(Math.round(drawn * 0.75));
});

test('a section has sub-headings by ## and its paragraphs numbers, in the text and on paper', async ({
  launch,
}) => {
  const { window: page } = await launch();
  await beginMemo(page, 'Headings');
  await writeIn(page, 'Background');
  await page.keyboard.type('The port is shut.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## Ships');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Twelve called.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ferries');
  await page.keyboard.press('Shift+Home');
  const bar = page.getByRole('toolbar', { name: 'Format' });
  await bar.getByRole('button', { name: 'Sub-heading', exact: true }).click();
  const section = memoSection(page, 'Background');
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(['Ships', 'Ferries']);
  await page.keyboard.press('Control+z');
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(['Ships']);

  await openHead(page, 'all');
  await page.getByText('Number the paragraphs 1, 2, 3').click();
  const numbers = section
    .locator('p:not([aria-hidden])')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').content));
  expect(await numbers).toEqual(Array(3).fill('counter(paragraph) ". "'));
  await page.getByRole('tab', { name: 'Preview' }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await screenshotThemes(page, 'headings');
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
});
