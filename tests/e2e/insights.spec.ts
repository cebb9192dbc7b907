import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeInsightArchive } from '../support/archives/insight-archive.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

// Charts of what a search finds: read by eye, by key and as tables, opened, followed, and handed out as files.

const chart = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const mark = (page: Page, name: RegExp) =>
  page.locator('[data-mark]').and(page.getByRole('button', { name }));
const chips = (page: Page) => page.locator('[data-chip]');

/** Writes the file by the dialog of a chart, and answers what it holds. */
const exportChart = async (page: Page, folder: string, name: string, format: 'PNG' | 'SVG' | 'CSV') => {
  await page.getByRole('button', { name: `Export ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: new RegExp(`\\(${format}\\)`) }).press('Space');
  await dialog.getByRole('textbox', { name: 'File name' }).fill('figure');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText(`figure.${format.toLowerCase()}`);
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  return readFile(join(folder, `figure.${format.toLowerCase()}`));
};

test('charts open the passages behind their marks, and follow what is done to them', async ({
  folder,
  launch,
}) => {
  await makeInsightArchive(join(folder, 'archive'), { articles: 12, passagesEach: 9, related: 0.03 });
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('source base');
  await expect(page.getByRole('option', { name: /Insights/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^108 passages, 12 articles, \d+ origins$/)).toBeVisible();
  await expect(mark(page, /^Report 11: 9 passages$/)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await screenshotThemes(page, 'insights');

  // By key: the chart is one stop, arrows go to the cell, Enter opens just its passages.
  await page.getByRole('button', { name: 'Export Source base' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const count = Number(/: (\d+) passage/.exec(label ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${count} passage${count === 1 ? '' : 's'}`, { exact: true })).toBeVisible();
  await expect(chips(page)).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowLeft');

  // What is done elsewhere is counted at once.
  await page.getByRole('searchbox', { name: /counted/ }).fill('label:claim ');
  await expect(chips(page)).toHaveText(/Label.*Claim/);
  await expect(mark(page, /^Report \d+, (?!Claim)\w+: /)).toHaveCount(0);
  const first = mark(page, /^Report \d+, Claim: [2-9] passages$/).first();
  const [, article, claims] =
    /^(Report \d+).*: (\d+)/.exec((await first.getAttribute('aria-label')) ?? '') ?? [];
  await first.click();
  await expect(page.getByText(`${claims} passages`, { exact: true })).toBeVisible();
  const table = page.locator('[aria-label="Passages"][data-pane-focus]');
  await table.locator('[data-passage-id]').first().click();
  await expect(table).toBeFocused();
  await page.keyboard.press('5');
  await expect(page.getByText(`${claims} passages`, { exact: true })).toBeHidden();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(mark(page, new RegExp(`^${article}, Claim: ${Number(claims) - 1} passage`))).toBeVisible();
  await page.getByRole('searchbox', { name: /counted/ }).fill('nowherewritten');
  await expect(page.getByText('No passages match')).toBeVisible();
});

test('a chart is read as a table and handed out as a picture, a drawing and a table', async ({
  folder,
  launch,
}) => {
  await exportInto(folder);
  await makeInsightArchive(join(folder, 'archive'), { articles: 8, passagesEach: 9, related: 0.05 });
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.getByRole('button', { name: 'Insights' }).click();
  const sources = chart(page, 'Source base');
  await sources.getByRole('button', { name: 'Table', exact: true }).click();
  const all = sources.getByRole('row', { name: /^All/ });
  await expect(all.getByRole('button', { name: 'All: 72 passages' })).toBeVisible();
  const links = chart(page, 'Contradictions');
  await links.getByRole('button', { name: 'Table', exact: true }).click();
  const relation = links.getByRole('button', { name: 'contradicts', exact: true }).first();
  await expect(relation).toBeVisible();

  const svg = (await exportChart(page, folder, 'Contradictions', 'SVG')).toString('utf8');
  expect(svg).toContain('contradicts');
  expect(svg).not.toMatch(/<script|<foreignObject|<image|href=|var\(|https?:\/\/(?!www\.w3\.org)/u);
  const csv = (await exportChart(page, folder, 'Source base', 'CSV')).toString('utf8');
  expect(csv).toMatch(/^chart,Source base\r\nsearch,all passages\r\n/u);
  expect(csv).toMatch(/,72\r\n$/u);
  const png = await exportChart(page, folder, 'Coding by article', 'PNG');
  expect([...png.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
  // Twice as wide as the drawing, so that it stays sharp.
  expect(png.readUInt32BE(16)).toBe(1920);

  await links.getByRole('button', { name: 'Chart', exact: true }).click();
  await links
    .getByRole('button', { name: /^contradicts/ })
    .first()
    .click();
  await expect(
    page
      .getByRole('dialog', { name: 'Related passages' })
      .or(page.getByRole('complementary', { name: 'Related passages' })),
  ).toContainText(/contradict/i);
  await keepLook(page, 'pair');
});
