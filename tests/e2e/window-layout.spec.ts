import { expect, type Locator, type Page } from '@playwright/test';
import type { TableCellNode, TableNode } from '#domain/article/body/body.ts';
import { memoText } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, highlights, openArticle } from '../support/app/reader-page.ts';
import { makeManyPassages } from '../support/archives/many-passages.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const nextFrames = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test('a memo that was just begun has the focus in its text', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await page.getByRole('button', { name: /^New memo/ }).click();
  await page.keyboard.type('What the warning changes now');
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toBeFocused();
});

test('many passages: a leap of the scrollbar, sections, tags and menus', async ({ launch, folder }) => {
  test.setTimeout(120_000);
  await makeManyPassages(`${folder}/archive`, { articles: 40, passagesEach: 20 });
  const { window: page } = await launch();
  await page.getByRole('button', { name: /^Passages 800/ }).click();
  const table = page.locator('[aria-label="Passages"][data-pane-focus]');
  await expect(page.locator('#passage-line-3 [title]').first()).toBeVisible();
  // What stands in the middle of the table once the scrolling has been heard of, before the next frame.
  const drawn = await table.evaluate(
    (element) =>
      new Promise<boolean>((resolve) => {
        element.addEventListener(
          'scroll',
          () => {
            const { left, top, height } = element.getBoundingClientRect();
            resolve(document.elementFromPoint(left + 40, top + height / 2)?.closest('[data-line]') !== null);
          },
          { once: true },
        );
        element.scrollTop = element.scrollHeight / 2;
      }),
  );
  expect(drawn).toBe(true);
  await keepLook(page, 'leap');

  await page.getByRole('button', { name: /Group$/ }).click();
  await page.getByRole('option', { name: 'By tag' }).click();
  await expect(page.getByRole('treegrid', { name: 'Passages' })).toBeVisible();
  expect(await violationsOf(page), 'sections').toEqual([]);
  await page.getByRole('button', { name: 'Add a filter' }).click();
  await page.getByRole('option', { name: 'Tag', exact: false }).first().click();
  await expect(page.getByRole('option', { name: /^Subject 7/ })).toBeVisible();
  expect(await violationsOf(page), 'the condition of a tag').toEqual([]);
  await page.getByRole('option', { name: /^Subject 7/ }).click();
  await expect(page.locator('[data-chip]')).toHaveAttribute('aria-label', 'Tag: Subject 7');
  await page.mouse.click(1100, 600);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await table.locator('[data-passage-id]').first().click();
  await page.getByRole('button', { name: /^Label: / }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Label' })).toBeVisible();
  expect(await violationsOf(page), 'a menu').toEqual([]);
  await page.keyboard.press('Escape');

  const edge = page.getByRole('separator', { name: 'Width of Preview' });
  const width = async () => Number(await edge.getAttribute('aria-valuenow'));
  const usual = await width();
  await drawBy(page, edge, -60);
  await expect.poll(width).toBe(usual + 60);
  await edge.dblclick();
  await expect.poll(width).toBe(usual);
  const tags = page.getByRole('columnheader', { name: 'Tags' });
  const widthOfTags = async () => Math.round((await tags.boundingBox())?.width ?? 0);
  const usualOfTags = await widthOfTags();
  await drawBy(page, tags.locator('> :last-child'), 30);
  await expect.poll(widthOfTags).toBe(usualOfTags + 30);
});

/** Draws an edge to the right by so many CSS pixels. */
const drawBy = async (page: Page, edge: Locator, by: number): Promise<void> => {
  const box = await edge.boundingBox();
  const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by, y, { steps: 4 });
  await page.mouse.up();
};

const lines = Array.from({ length: 40 }, (_, berth) => `Berth ${berth} stayed shut for ${berth + 2} days.`);
const whole = lines.join('\n');

test('a field that opens in a card moves no text, and its list stays beside it', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const quote = 'Berth 11 stayed shut';
  const article = articleWithPassages('Harbour report', paragraphs(...lines), [rangeOf(whole, quote)]);
  await makeReaderArchive(`${folder}/archive`, [article]);
  const { window: page } = await launch();
  for (const [width, height] of [
    [1280, 800],
    [1600, 1000],
    [1100, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    if (width === 1280) await openArticle(page, 'Harbour report');
    const size = `${width}x${height}`;
    // The text moves with the width of its column: it is pressed where it has come to stand.
    await nextFrames(page);
    await clickQuote(page, quote);
    const mark = page.locator('mark[data-passage]').first();
    // The passage stands at the lower edge, where a card that opens has no room below.
    await mark.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await nextFrames(page);
    const before = await mark.boundingBox();
    await page.keyboard.press('g');
    await expect(page.getByRole('group', { name: /^Grade/ })).toBeInViewport({ ratio: 0.99 });
    await keepLook(page, `grade-${size}`);
    expect(Math.round((await mark.boundingBox())?.y ?? 0), size).toBe(Math.round(before?.y ?? 0));
    await page.keyboard.press('Escape');
    await expect(articleText(page)).toBeFocused();
    await page.keyboard.press('s');
    const [list, field] = [page.getByRole('listbox'), page.getByRole('combobox', { name: 'Speaker' })];
    await expect(field).toBeFocused();
    await page.keyboard.type(
      'A ministry with a very long name, its office for the harbours and all that lies in them',
    );
    await expect(list).toBeVisible();
    await keepLook(page, `speaker-${size}`);
    const [listBox, fieldBox] = [await list.boundingBox(), await field.boundingBox()];
    expect(listBox?.x, size).toBeGreaterThanOrEqual((fieldBox?.x ?? 0) - 2);
    expect(listBox?.width, size).toBeLessThanOrEqual((fieldBox?.width ?? 0) + 2);
    await page.keyboard.press('Escape');
  }
});

test('a key that follows Esc in the drawer of cards at once is not lost', async ({ launch, folder }) => {
  const quote = 'Berth 11 stayed shut';
  const article = articleWithPassages('Harbour report', paragraphs(...lines), [rangeOf(whole, quote)]);
  await makeReaderArchive(`${folder}/archive`, [article]);
  const { window: page } = await launch();
  await page.setViewportSize({ width: 1100, height: 800 });
  await openArticle(page, 'Harbour report');
  await clickQuote(page, quote);
  for (const [key, label] of [
    ['5', 'gap'],
    ['2', 'data'],
    ['5', 'gap'],
  ] as const) {
    await page.keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press(key)]);
    await expect.poll(() => highlights(page)).toEqual([{ label, text: quote }]);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  // The card stays in short below the text, which gives way to it, and Enter opens it.
  const strip = page.getByRole('button', { name: 'Open the card of the passage' });
  await expect(strip).toContainText('Gap');
  const [text, short] = await Promise.all([
    page.locator('[class*="scroller"]').boundingBox(),
    strip.boundingBox(),
  ]);
  expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThanOrEqual(short?.y ?? 0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Label/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
  // One that is opened in the margin opens no drawer when its window gets narrow.
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(strip).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Label/ })).toBeFocused();
  await clickQuote(page, quote);
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(strip).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The previews of Passages and Search are drawers too.
  const drawer = page.getByRole('dialog', { name: 'Preview' });
  await page.keyboard.press('Control+3');
  const line = page.locator('[data-passage-id]');
  await line.click();
  await expect(drawer).toHaveCount(0);
  // A line that is dragged to another program is its words with their citation.
  const dragged = (): Promise<readonly string[]> =>
    line.evaluate((element) => {
      const dataTransfer = new DataTransfer();
      element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true, cancelable: true }));
      return ['text/plain', 'text/html'].map((type) => dataTransfer.getData(type));
    });
  await expect
    .poll(dragged)
    .toEqual([
      expect.stringMatching(/^“Berth 11 stayed shut”\n— .*para\. \d/u),
      expect.stringContaining('<p>“Berth 11 stayed shut”</p>'),
    ]);
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(drawer.getByText(quote)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await keepLook(page, 'passages-drawer');
  // Notices at the bottom of the window cover nothing of it: it ends above them.
  const setHeight = (height: string): Promise<void> =>
    page.evaluate((now) => document.documentElement.style.setProperty('--notices-height', now), height);
  const endOfDrawer = () => drawer.boundingBox().then((box) => (box?.y ?? 0) + (box?.height ?? 0));
  const usualEnd = await endOfDrawer();
  await setHeight('120px');
  await expect.poll(endOfDrawer).toBeLessThanOrEqual(800 - 120);
  await setHeight('0px');
  await expect.poll(endOfDrawer).toBe(usualEnd);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await line.click();
  await page.keyboard.press('n');
  await expect(drawer.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.type('Ask the board.');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await page.keyboard.press('2');
  await expect(line).toContainText('Data');

  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('berth');
  await page.getByRole('button', { name: 'Preview', exact: true }).click();
  await expect(drawer.getByText(quote)).toBeVisible();
  await keepLook(page, 'search-drawer');
  await drawer.getByRole('button', { name: /^Show in article/ }).click();
  await expect(page.locator('#article-text')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

const longTitle =
  'What the harbour board said of the berths, and what it left out of what it said of them, '.repeat(3);

test('a long title widens neither the page of a source nor that of a tag', async ({ launch, folder }) => {
  const article = articleWithPassages(longTitle, paragraphs(...lines), [
    rangeOf(whole, 'Berth 11 stayed shut'),
  ]);
  await makeReaderArchive(`${folder}/archive`, [article]);
  const { window: page } = await launch();
  await openArticle(page, longTitle.trim().slice(0, 60));
  await clickQuote(page, 'Berth 11 stayed shut');
  for (const [key, name] of [
    ['t', 'Berths'],
    ['s', 'Harbour Board'],
  ] as const) {
    await page.keyboard.press(key);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary').getByText(name).first()).toBeVisible();
  }
  for (const [key, name] of [
    ['6', 'Source Harbour Board'],
    ['7', 'Tag Berths'],
  ] as const) {
    await page.keyboard.press(`Control+${key}`);
    await page
      .getByRole('treegrid')
      .getByRole('row', { name: name.replace(/^\w+ /, '') })
      .click();
    const panel = page.getByRole('region', { name });
    await expect(panel.getByText(/What the harbour board/).first()).toBeVisible();
    await keepLook(page, `page-${key}`);
    const spare = await panel.evaluate(
      (element) =>
        [element, ...element.querySelectorAll('*')].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        )[0],
    );
    const body = await panel
      .locator('> div')
      .last()
      .evaluate((element) => element.scrollWidth - element.clientWidth);
    expect([spare, body], name).toEqual([0, 0]);
  }
});

const cell = (text: string): TableCellNode => ({
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1 },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

test('a table breaks no word, and the list shows the name of a publication whole where it is cut', async ({
  launch,
  folder,
}) => {
  const remark = 'Closed before dawn by the office that has kept the log of the lock for eleven years. ';
  const table: TableNode = {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('Wednesday'), cell(remark.repeat(3)), cell(remark.repeat(3))] },
    ],
  };
  const { content } = paragraphs(...lines.slice(0, 2));
  const laid = articleWithPassages('Lock report', { type: 'doc', content: [...content, table] }, []);
  const bibliography = {
    ...laid.article.bibliography,
    publisher: 'The Evening Harbour Courier',
    publishedAt: null,
    dateCertainty: 'unknown' as const,
  };
  await makeReaderArchive(`${folder}/archive`, [{ ...laid, article: { ...laid.article, bibliography } }]);
  const { window: page } = await launch();
  await page.setViewportSize({ width: 1280, height: 800 });
  await openArticle(page, 'Lock report');
  const linesOfDay = await articleText(page)
    .getByText('Wednesday', { exact: true })
    .evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  expect(linesOfDay).toBe(1);
  const publisher = page.getByRole('grid', { name: 'Articles' }).getByText(bibliography.publisher);
  expect(await publisher.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(0);
  const tip = page.locator('.tip', { hasText: bibliography.publisher });
  await publisher.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});

test('the rows of the list of articles stand one below the other whatever changes in them', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const titled = Array.from({ length: 60 }, (_, number) =>
    articleWithPassages(
      `${'The berths of the harbour '.repeat((number % 4) + 1)}${number}`,
      paragraphs(...lines.slice(0, 3)),
      [],
    ),
  );
  const articles = titled.map((article, number) => ({
    ...article,
    article: {
      ...article.article,
      bibliography: {
        ...article.article.bibliography,
        ...(number % 3 === 0 ? { publishedAt: null, dateCertainty: 'unknown' as const } : {}),
      },
    },
  }));
  await makeReaderArchive(`${folder}/archive`, articles);
  const { window: page } = await launch();
  await page.getByRole('button', { name: /^Articles 60/ }).click();
  const list = page.getByRole('grid', { name: 'Articles' });
  const gaps = async (): Promise<readonly number[]> => {
    await nextFrames(page);
    return list.evaluate((grid) => {
      const frame = grid.getBoundingClientRect();
      const boxes = [...grid.querySelectorAll('[role="row"]')]
        .map((row) => row.getBoundingClientRect())
        // The row with the focus is kept where it is, however far out of sight.
        .filter(({ top, bottom }) => bottom > frame.top && top < frame.bottom)
        .sort((a, b) => a.top - b.top);
      return boxes
        .slice(1)
        .map(({ top }, index) => Math.round(top - (boxes[index]?.bottom ?? 0)))
        .filter((gap) => Math.abs(gap) > 1);
    });
  };
  await expect.poll(gaps).toEqual([]);
  // Another font takes its place after the rows have been drawn, as the app's own does after a slow start.
  for (const font of ['monospace', 'sans-serif']) {
    await page.evaluate((name) => document.documentElement.style.setProperty('--serif', name), font);
    await expect.poll(gaps, { message: font }).toEqual([]);
  }
  const rows = list.getByRole('row');
  for (const number of [0, 1, 2, 3]) {
    await rows.nth(number).click();
    await expect.poll(gaps, { message: `article ${number} was opened` }).toEqual([]);
  }
  for (const turns of [900, 900, -1200]) {
    await list.hover();
    await page.mouse.wheel(0, turns);
    await expect.poll(gaps, { message: `scrolled by ${turns}` }).toEqual([]);
  }
  const filter = page.getByRole('searchbox', { name: 'Filter the articles' });
  for (const words of ['berths 4', '']) {
    await filter.fill(words);
    await expect.poll(gaps, { message: `filtered by “${words}”` }).toEqual([]);
  }
  await keepLook(page, 'articles');
});

test('a window at 200 % cuts off no title, no dialog and nothing of the status', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await page.getByRole('button', { name: /^Articles/ }).waitFor();
  await page.setViewportSize({ width: 640, height: 400 });
  const edges = async (name: string): Promise<readonly boolean[]> => {
    const box = await page.getByRole('dialog', { name }).boundingBox();
    return [(box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 640];
  };
  // Whatever stands below the edge, such as the last places of the sidebar: the window itself never scrolls.
  const spare = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(spare).toBe(0);
  // The focus of a box is drawn, not only set: its input is seen by nobody.
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('option', { name: 'General' })).toBeFocused();
  const box = page.getByText('Allow other accounts on this computer to read the files').locator('../..');
  await expect(box).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(box.getByRole('switch')).toBeFocused({ timeout: 200 });
  }).toPass();
  expect(
    await box
      .locator('[aria-hidden]')
      .first()
      .evaluate((sign) => getComputedStyle(sign).outlineStyle),
  ).toBe('solid');
  await page.keyboard.press('Control+k');
  await expect.poll(() => edges('Find anything')).toEqual([true, true]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await expect.poll(() => edges('Keyboard shortcuts')).toEqual([true, true]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+4');
  const title = page.getByText(/^Beijing visit: what the warning changes/).first();
  await expect.poll(async () => (await title.boundingBox())?.width ?? 0).toBeGreaterThan(200);
  await keepLook(page, 'memos');
  await title.click();
  const field = page.getByRole('textbox', { name: 'Title' });
  await field.fill(longTitle.trim());
  // Letters reach a little beyond a line of a heading; a line that is cut off is far higher.
  const cut = () => field.evaluate((element) => element.scrollHeight - element.clientHeight);
  await expect.poll(cut).toBeLessThan(10);
  expect(await field.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  await keepLook(page, 'memo');
  const offline = page.getByText(/^Offline/);
  await expect
    .poll(async () => {
      const box = await offline.boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 999);
    })
    .toBeLessThanOrEqual(640);

  const drawer = page.getByRole('dialog', { name: 'Beside the memo' });
  await expect(drawer).toHaveCount(0);
  await memoText(page).getByRole('paragraph').first().click();
  await page.keyboard.press('Shift+F9');
  await expect(drawer.getByRole('tab', { name: 'Passages' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(async () => (await drawer.locator('canvas').first().boundingBox())?.width ?? 0)
    .toBeGreaterThan(480);
  await screenshotThemes(page, 'drawer');
  expect(await violationsOf(page), 'the drawer beside a memo').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
  await page.getByRole('button', { name: 'Beside the memo' }).click();
  await drawer.getByRole('tab', { name: 'Passages' }).click();
  const citations = await memoText(page).locator('[data-chip]').count();
  await drawer.getByRole('row').first().press('Enter');
  await expect(drawer).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
  await expect(memoText(page).locator('[data-chip]')).toHaveCount(citations + 1);
  await memoText(page).locator('[data-chip]').first().click();
  await expect(page.getByRole('dialog', { name: 'Citation' })).toBeInViewport({ ratio: 0.99 });
  await keepLook(page, 'citation');
  // Scrolled away it is not seen, and Enter leads into it all the same.
  const menu = page.getByRole('dialog', { name: 'Citation' });
  await page.mouse.wheel(0, 5000);
  await expect(menu).toHaveCSS('opacity', '0');
  await page.keyboard.press('Enter');
  await expect(menu.locator(':focus')).toHaveCount(1);
  await expect(menu).toBeInViewport({ ratio: 0.99 });
  await expect(menu).toHaveCSS('opacity', '1');
  await page.keyboard.press('Escape');
  await expect(memoText(page)).toBeFocused();

  // A notice floats above the status, and nothing moves for it.
  const frame = async (part: Locator) => part.boundingBox();
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  const before = [await frame(page.getByRole('main')), await frame(offline)];
  await page.keyboard.press('F8');
  const notice = page.getByText('Press the letter of a command', { exact: true });
  await expect(notice).toBeVisible();
  const { y = 999, height = 999 } = (await frame(notice)) ?? {};
  expect(y + height).toBeLessThanOrEqual((await frame(offline))?.y ?? 0);
  expect([await frame(page.getByRole('main')), await frame(offline)]).toEqual(before);
});
