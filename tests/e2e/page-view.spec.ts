import { writeFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { runCli } from '../support/app/run-cli.ts';
import { visitorForm } from '../support/documents/pdf/form-pdf.ts';
import { lockPdf } from '../support/documents/pdf/lock-pdf.ts';
import { type KnownReport, typesetReport } from '../support/documents/typeset-report.ts';
import { filesBelow, filesWith } from '../support/files/files-below.ts';
import { dropFiles } from '../support/window/drop-files.ts';
import { keepLook } from '../support/window/keep-looks.ts';

// What the process has left on the disk is looked through.
test.use({ needsOwnProcess: true });

// The pages of an original beside its text, in the window of the built app.

const pagesOf = (page: Page): Locator => page.getByRole('region', { name: 'Pages of the original' });

const paragraphsOf = (report: KnownReport): readonly string[] =>
  report.blocks.flatMap((block) => (block.role === 'paragraph' ? [block.text] : []));

/** The boxes of what is marked so on the pages, in the frame of the window. */
const boxesOf = (marks: Locator) =>
  marks.evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );

const boxOf = async (element: Locator): Promise<Box> => {
  const [box] = await boxesOf(element);
  if (box === undefined) throw new Error('it is not on the page');
  return box;
};

type Box = Awaited<ReturnType<typeof boxesOf>>[number];

/**
 * Where the first of what is marked stands on its sheet: the pages go after the text, a little later than the text is
 * gone to.
 */
const placeOnSheet = (marks: Locator): Promise<Box> => {
  // Both at once: the sheet may be scrolled between two looks.
  return marks.first().evaluate((mark) => {
    const frame = mark.closest('[data-sheet]')?.getBoundingClientRect() ?? new DOMRect();
    const { x, y, width, height } = mark.getBoundingClientRect();
    return { x: x - frame.x, y: y - frame.y, width, height };
  });
};

/** Draws over a place of a sheet with the mouse, wherever the sheet stands by now. */
const drawOver = async (sheet: Locator, place: Box): Promise<void> => {
  const page = sheet.page();
  const { x, y } = await boxOf(sheet);
  const middle = y + place.y + place.height / 2;
  await page.mouse.move(x + place.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(x + place.x + place.width - 1, middle, { steps: 5 });
  await page.mouse.up();
};

/** Selects words far down: the text above is laid out on the way, and they may move from under the pointer at first. */
const selectFar = async (page: Page, quote: string): Promise<void> => {
  await expect(async () => {
    await selectQuote(page, quote);
    await expect(page.getByRole('toolbar', { name: 'Make a passage' })).toBeVisible({ timeout: 1000 });
  }).toPass();
};

test('what is selected on a page is selected in the text, and the other way round', async ({
  launch,
  folder,
}) => {
  const report = typesetReport({ columns: 2, sections: 8, hyphenates: true });
  await writeFile(`${folder}/report.pdf`, report.pdf);
  await runCli(['import', 'report.pdf', '--archive', 'archive'], { cwd: folder, timeoutMs: 120_000 });
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  // With words on the sidebar there is no room for cards beside text and pages.
  await page.keyboard.press('Control+\\');
  const [head] = report.blocks;
  if (head === undefined || head.role === 'table') throw new Error('the report begins with a heading');
  await openArticle(page, head.text);
  await page.getByRole('button', { name: 'Pages of the original' }).click();
  const pages = pagesOf(page);
  await expect(pages.getByRole('img', { name: 'Page 1 of the original' })).toBeVisible();

  await test.step('a passage of the text stands on its page, which is gone to', async () => {
    const last = paragraphsOf(report).at(-1) ?? '';
    await selectFar(page, last.slice(0, 60));
    await page.keyboard.press('1');
    const marks = pages.locator('[data-passage]');
    await expect(marks.first()).toBeInViewport();
    await expect(pages.getByRole('textbox', { name: 'Page' })).not.toHaveValue('1');
    // The pages above and below are drawn ahead: the one with the passage is meant.
    const itsPage = pages.locator('[data-sheet]').filter({ has: page.locator('[data-passage]') });
    await expect(itsPage.locator('canvas').first()).toBeInViewport();
    const boxes = await boxesOf(marks);
    expect(boxes.every(({ width, height }) => width > 20 && height > 3)).toBe(true);
  });

  await test.step('words that are drawn over on the page become a passage of the text', async () => {
    await pages.getByRole('textbox', { name: 'Page' }).fill('1');
    await page.keyboard.press('Enter');
    const sheet = pages.locator('[data-sheet="1"]');
    await expect(sheet).toBeInViewport();
    const first = paragraphsOf(report)[0] ?? '';
    await selectFar(page, first.slice(0, 30));
    const drawn = sheet.locator('[class*="selection"]');
    await expect(drawn.first()).toBeInViewport();
    // The same words once more, from the page: a caret in the text first, so that nothing is selected.
    const words = await placeOnSheet(drawn);
    await page.keyboard.press('ArrowRight');
    await expect(drawn).toHaveCount(0);
    await expect(async () => {
      await drawOver(sheet, words);
      await expect(articleText(page)).toBeFocused({ timeout: 1000 });
      const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
      expect(first.slice(0, 34)).toContain(selected.slice(1, -1));
      expect(selected.length).toBeGreaterThan(24);
    }).toPass();
    await page.keyboard.press('2');
    await expect.poll(async () => (await highlights(page)).map(({ label }) => label)).toContain('data');
    const made = (await highlights(page)).find(({ label }) => label === 'data')?.text ?? '';
    expect(first.slice(0, 34)).toContain(made.slice(1, -1));
    expect(made.length).toBeGreaterThan(24);
  });

  await test.step('a press on a passage in one selects it in the other', async () => {
    await page.keyboard.press('Escape');
    const mark = pages.locator('[data-label="data"]').first();
    await expect(async () => {
      const box = await boxOf(mark);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await expect(mark).toHaveClass(/selected/, { timeout: 1000 });
    }).toPass();
    await expect(articleText(page).locator('mark[data-label="data"]').first()).toHaveClass(/selected/);
    await page.keyboard.press('j');
    const next = pages.locator('[data-label="claim"]').first();
    await expect(next).toHaveClass(/selected/);
    await expect(next).toBeInViewport();
  });
  await keepLook(page, 'beside');

  await test.step('the edge is drawn, and stays where it was drawn', async () => {
    const width = async () => Math.round((await pages.boundingBox())?.width ?? 0);
    const before = await width();
    await page.getByRole('separator', { name: 'Width of the pages' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(before + 16);
    await page.keyboard.press('Control+F9');
    await expect(pages).toHaveCount(0);
    await page.keyboard.press('Control+F9');
    await expect.poll(width).toBe(before + 16);
    const edge = await boxOf(page.getByRole('separator', { name: 'Width of the pages' }));
    const at = { x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 40, at.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(width).toBe(before + 16 - 40);
    // The page is drawn anew as wide as it then is.
    const sheet = await boxOf(pages.locator('[data-sheet]').first());
    await expect
      .poll(async () => Math.round((await boxOf(pages.locator('canvas').first())).width))
      .toBe(Math.round(sheet.width));
  });

  await test.step('a part of a page is framed by keys, and once more with the pointer', async () => {
    await articleText(page).focus();
    await page.keyboard.press('Shift+P');
    await expect(pages.getByRole('button', { name: 'Frame a part' })).toBeVisible();
    await expect(pages.locator('canvas').first()).toBeVisible();
    await expect(pages.locator('[data-pane-focus]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pages.locator('[data-frame]')).toBeInViewport();
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('4');
    await expect(pages.getByRole('textbox', { name: 'Description' })).toBeFocused();
    await page.keyboard.type('A table of calls');
    await page.keyboard.press('Enter');
    const region = pages.locator('[data-region]');
    await expect(region).toHaveAttribute('data-label', 'context');
    const card = page.getByRole('region', { name: 'Reader' }).getByText('A table of calls');
    await expect(card.first()).toBeVisible();
    const framed = await boxOf(region);
    // While its edges are moved the frame stands for it.
    const width = async () => Math.round((await boxesOf(region))[0]?.width ?? 10_000);
    await page.keyboard.press('b');
    await expect(pages.locator('[data-frame]')).toBeVisible();
    await page.mouse.move(framed.x + 10, framed.y + 10);
    await page.mouse.down();
    await page.mouse.move(framed.x + framed.width / 2, framed.y + framed.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.press('Enter');
    await expect.poll(width).toBeLessThan(framed.width * 0.6);
    await page.keyboard.press('Control+z');
    await expect.poll(width).toBe(Math.round(framed.width));
    await keepLook(page, 'region');
  });

  await test.step('a list of passages names the page', async () => {
    await page.getByRole('button', { name: /^Passages/ }).click();
    await expect(page.getByRole('grid').getByText('p. 1', { exact: true }).first()).toBeVisible();
  });
});

test('a passage on what was filled in on a form stands on the field, on its page', async ({
  launch,
  folder,
}) => {
  await writeFile(`${folder}/visitor.pdf`, visitorForm());
  await runCli(['import', 'visitor.pdf', '--archive', 'archive'], { cwd: folder, timeoutMs: 120_000 });
  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('Control+\\');
  await openArticle(page, /Name: Ada Brandt/u);
  await page.getByRole('button', { name: 'Pages of the original' }).click();
  const sheet = pagesOf(page).locator('[data-sheet="1"]');
  await expect(pagesOf(page).getByRole('img', { name: 'Page 1 of the original' })).toBeVisible();
  await selectFar(page, 'Ada Brandt');
  await page.keyboard.press('1');
  const marks = sheet.locator('[data-passage]');
  await expect(marks.first()).toBeInViewport();
  const whole = await boxOf(sheet);
  const box = await placeOnSheet(marks);
  // The field is from 160 to 360 points of 595, and its middle 139 points of 842 below the upper edge.
  expect(box.x / whole.width).toBeGreaterThan(160 / 595 - 0.01);
  expect((box.x + box.width) / whole.width).toBeLessThan(360 / 595);
  expect(Math.abs((box.y + box.height / 2) / whole.height - 139 / 842)).toBeLessThan(0.01);
  await keepLook(page, 'form-value-on-its-page');
});

test('a locked PDF asks for its password, to be imported and to be looked at, and keeps none', async ({
  launch,
  folder,
}) => {
  const password = 'open sesame 42';
  const report = typesetReport({ columns: 1, sections: 2, hyphenates: false });
  await lockPdf(report.pdf, password, `${folder}/locked.pdf`);
  const { window: page, archive, userData, close } = await launch();
  await page.getByRole('button', { name: /^Import files/ }).waitFor();

  await test.step('the import asks, says that a password is wrong, and lets the file be', async () => {
    await dropFiles(page, [`${folder}/locked.pdf`]);
    const dialog = page.getByRole('dialog', { name: 'This file is locked' });
    await dialog.getByLabel('Password').fill('guess');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('That is not the password of the file.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('locked.pdf was not imported.')).toBeVisible();
  });

  await test.step('with its password it is imported', async () => {
    await dropFiles(page, [`${folder}/locked.pdf`]);
    await page.getByRole('dialog').getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Text to be kept')).toBeVisible();
    await page.getByRole('button', { name: /^Keep/ }).click();
    await expect(articleText(page)).toBeVisible();
  });

  await test.step('its pages ask again', async () => {
    await page.getByRole('button', { name: 'Pages of the original' }).click();
    const pages = pagesOf(page);
    await pages.getByLabel('Password').fill('guess');
    await page.keyboard.press('Enter');
    await expect(pages.getByText('That is not the password of the file.')).toBeVisible();
    await pages.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await expect(pages.getByRole('img', { name: 'Page 1 of the original' })).toBeVisible();
  });

  await test.step('a region of it keeps its pixels, for whoever has no password', async () => {
    await pagesOf(page).locator('[data-pane-focus]').focus();
    await page.keyboard.press('Enter');
    await expect(pagesOf(page).locator('[data-frame]')).toBeVisible();
    await page.keyboard.press('2');
    await expect(pagesOf(page).getByRole('textbox', { name: 'Description' })).toBeFocused();
    await expect.poll(() => [...filesBelow(archive)]).toContainEqual(expect.stringMatching(/media.*\.png$/u));
  });
  await close();
  expect([...filesWith(archive, password), ...filesWith(userData, password)]).toEqual([]);
});
