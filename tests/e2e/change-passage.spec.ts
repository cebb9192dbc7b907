import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, endOf, highlights, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';

const title = 'Harbour report';
const texts = [
  'The office said that it “has happened before, and nobody minded”, and named no year. Nobody asked.',
  'The berths stayed shut for nine days. Their owner, Mr. Roe, gave no reason, and the port paid none.',
  'A second ship came on Monday. It left again.',
];
const whole = texts.join('\n');

test.describe('a passage that is there', () => {
  test.beforeEach(async ({ folder }) => {
    const ranges = [rangeOf(whole, 'happened before'), rangeOf(whole, 'gave no reason')];
    await makeReaderArchive(`${folder}/archive`, [articleWithPassages(title, paragraphs(...texts), ranges)]);
  });

  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const quotes = async (page: Page) => (await highlights(page)).map(({ text }) => text);
  /** The text hears of a click in the next frame, long before a hand can press a key. */
  const clickInto = async (page: Page, quote: string): Promise<void> => {
    await clickQuote(page, quote);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  };
  const said = (page: Page, words: RegExp) => expect(page.getByText(words).first()).toBeAttached();

  test('moves its boundaries by keys, in one step, or leaves them', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await clickInto(page, 'happened before');
    await press(page, 'b', 'ArrowRight', 'ArrowRight');
    await said(page, /End: happened before, and nobody, 4 words/);
    await press(page, 'Escape');
    expect(await quotes(page)).toEqual(['happened before', 'gave no reason']);

    await press(page, 'b', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Tab', 'ArrowLeft');
    await press(page, 'Shift+ArrowLeft', 'Enter');
    await expect
      .poll(() => quotes(page))
      .toEqual(['“has happened before, and nobody minded”', 'gave no reason']);
    await press(page, 'Control+z');
    await expect.poll(() => quotes(page)).toEqual(['happened before', 'gave no reason']);
  });

  test('lets its ends be pulled with the mouse', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await clickInto(page, 'gave no reason');
    const pull = async (end: 'start' | 'end', x: number, y: number): Promise<void> => {
      const box = await page.locator(`[data-boundary="0-${end}"]`).boundingBox();
      if (box === null) throw new Error('There is no handle');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 6 });
    };
    const { x, y } = await endOf(page, 'paid');
    await pull('end', x, y);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await quotes(page)).toEqual(['happened before', 'gave no reason']);

    await pull('end', x, y);
    await page.mouse.up();
    await expect.poll(() => quotes(page)).toEqual(['happened before', 'gave no reason, and the port paid']);
    await expect(articleText(page)).toBeFocused();
    await press(page, 'Control+z');
    await expect.poll(() => quotes(page)).toEqual(['happened before', 'gave no reason']);

    // Beside the text it is the nearest place that counts; here the beginning of the line.
    const line = await endOf(page, 'Mr. Roe, gave');
    await pull('start', 4, line.y);
    await page.mouse.up();
    await expect.poll(async () => (await quotes(page)).at(-1)).toMatch(/^\S.+ gave no reason$/);
    // A mere click on a handle leaves it to the keys.
    await page.locator('[data-boundary="0-end"]').click();
    await press(page, 'ArrowRight', 'Enter');
    await expect.poll(async () => (await quotes(page)).at(-1)).toMatch(/ gave no reason, and$/);
  });

  test('is split at the cursor, and duplicated to carry a second label', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await clickInto(page, 'gave no reason');
    await press(page, 'b', 'ArrowDown', 'Enter');
    const long = 'gave no reason, and the port paid none.';
    await expect.poll(() => quotes(page)).toEqual(['happened before', long]);
    await clickInto(page, 'and the port');
    await press(page, 'x');
    await expect
      .poll(() => quotes(page))
      .toEqual(['happened before', 'gave no reason,', 'and the port paid none.']);
    await press(page, 'Control+z');
    await expect.poll(() => quotes(page)).toEqual(['happened before', long]);

    await clickInto(page, 'happened before');
    await press(page, 'd');
    await expect(page.getByRole('toolbar', { name: 'Label of the duplicate' })).toBeVisible();
    await press(page, '3');
    await expect(page.getByRole('toolbar', { name: 'Label of the duplicate' })).toBeHidden();
    const labels = async () =>
      (await highlights(page)).filter(({ text }) => text === 'happened before').map(({ label }) => label);
    await expect.poll(async () => (await labels()).toSorted()).toEqual(['claim', 'view']);
    // The label keys are on the selected one of the two, whichever it is.
    await press(page, 'o', '5');
    await expect.poll(async () => (await labels()).toSorted()).toEqual(['gap', 'view']);
  });

  test('gets tags and speaker of the one before in one step', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await clickInto(page, 'happened before');
    await press(page, 't');
    await page.keyboard.type('Port/Berths');
    await press(page, 'Enter');
    const tagged = page.getByRole('complementary', { name: /^Passages/ }).getByText('Berths');
    await expect(tagged).toHaveCount(1);
    await clickInto(page, 'gave no reason');
    await press(page, '.');
    await expect(tagged).toHaveCount(2);
    await press(page, 'Control+z');
    await expect(tagged).toHaveCount(1);
    await expect(page.getByText('Undone: repeated tags and speaker')).toBeVisible();
  });
});
