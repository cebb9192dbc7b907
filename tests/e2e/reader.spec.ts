import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { violationsInThemes } from '../support/window/violations-of.ts';

const title = 'Strait closed to tankers';
const texts = [
  'The strait will be closed to tankers for two days, the harbour office said on Monday.',
  'An official said that it “has happened before, and nobody minded much”, and named no year.',
  'Ship owners expect freight rates to rise. The office gave no reason for the closure.',
];
const wholeText = texts.join('');

const plain = articleWithPassages(title, paragraphs(...texts), []);

test.describe('the reader', () => {
  test.beforeEach(async ({ folder }) => {
    await makeReaderArchive(`${folder}/archive`, [plain]);
  });

  const passages = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
  const liveText = (page: Page) => page.locator('[aria-live="polite"]').allTextContents();

  test('lets nothing change the text: typing, deleting, cutting, pasting, dropping, an input method', async ({
    launch,
  }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await selectQuote(page, 'two days');
    for (const key of ['x', 'Backspace', 'Delete', 'Control+x', 'Enter', 'Control+b', 'Shift+Enter', 'Tab']) {
      await articleText(page).focus();
      await page.keyboard.press(key);
    }
    await articleText(page).focus();
    await page.keyboard.insertText('漢字 and more');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: '漢' });
    await articleText(page).evaluate((text) => {
      document.execCommand('insertText', false, 'by command');
      document.execCommand('delete');
      const data = new DataTransfer();
      data.setData('text/plain', 'dropped');
      text.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      text.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await expect(articleText(page)).toHaveText(wholeText);
  });

  test('labels a selection by one key, and another range inside it by another', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await selectQuote(page, 'Ship owners expect freight rates to rise');
    await expect(page.getByRole('toolbar', { name: 'Make a passage' })).toBeVisible();
    await page.keyboard.press('1');
    await selectQuote(page, 'freight rates');
    // It leaves the cards beside the text in sight.
    const right = await page
      .getByRole('toolbar', { name: 'Make a passage' })
      .evaluate((bar) => bar.getBoundingClientRect().right);
    const card = passages(page).getByRole('listitem').first();
    expect(await card.evaluate((item) => item.getBoundingClientRect().left)).toBeGreaterThan(right);
    await page.keyboard.press('2');
    await expect
      .poll(() => highlights(page))
      .toEqual([
        { label: 'claim', text: 'Ship owners expect freight rates to rise' },
        { label: 'data', text: 'freight rates' },
      ]);
    await expect.poll(() => liveText(page)).toContain('Data added, 2 words, inside another.');
    await expect(passages(page)).toHaveAccessibleName('Passages, 2');
    await selectQuote(page, 'freight rates');
    await page.keyboard.press('5');
    await expect.poll(() => highlights(page)).toContainEqual({ label: 'gap', text: 'freight rates' });
    await expect(passages(page)).toHaveAccessibleName('Passages, 2');
  });

  test('knows a direct quotation by its marks', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await selectQuote(page, 'nobody minded much');
    await page.keyboard.press('1');
    await expect(passages(page).getByText('direct quotation')).toBeVisible();
  });

  test('takes grade, tags, speaker, note and task from the keyboard, and finds all again', async ({
    launch,
    folder,
  }) => {
    const first = await launch();
    const page = first.window;
    await openArticle(page, title);
    await selectQuote(page, 'nobody minded much');
    await page.keyboard.press('1');
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Add a tag' }).fill('Shipping / Tankers');
    await page.keyboard.press('Enter');
    await expect(passages(page).getByText('Shipping / Tankers')).toBeVisible();
    await expect(articleText(page)).toBeFocused();
    await page.keyboard.press('s');
    await page.getByRole('combobox', { name: 'Speaker' }).fill('Harbour official');
    await page.keyboard.press('Enter');
    await expect(passages(page).getByText(/Harbour official/)).toBeVisible();
    await articleText(page).focus();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.keyboard.press('3');
    await expect(passages(page).getByText('B3')).toBeVisible();
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note' }).pressSequentially('Ask for the year.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByRole('textbox', { name: 'New task' }).fill('Ask the harbour office !verify');
    await page.keyboard.press('Enter');
    await expect(
      passages(page).getByRole('checkbox', { name: 'Done: Ask the harbour office' }),
    ).toBeAttached();
    await first.close();

    const { window: again } = await launch({ archive: `${folder}/archive` });
    await openArticle(again, title);
    await clickQuote(again, 'nobody minded much');
    const card = passages(again);
    await expect(card.getByText('B3')).toBeVisible();
    await expect(card.getByText('Shipping / Tankers')).toBeVisible();
    await expect(card.getByText(/Harbour official/)).toBeVisible();
    await expect(card.getByText('Ask for the year.')).toBeVisible();
    await expect(card.getByRole('checkbox', { name: 'Done: Ask the harbour office' })).toBeAttached();

    // What the codebook says of a tag is read where it is chosen.
    await again.keyboard.press('Control+7');
    await again.getByRole('row', { name: /^Shipping/ }).click();
    await again.getByRole('textbox', { name: 'Use when' }).fill('A vessel or its cargo is meant');
    await openArticle(again, title);
    await selectQuote(again, 'freight rates');
    await again.keyboard.press('1');
    await again.keyboard.press('t');
    await again.getByRole('combobox', { name: 'Add a tag' }).pressSequentially('Shipp');
    await expect(again.getByText('A vessel or its cargo is meant').first()).toBeVisible();
    await expect(again.getByRole('option', { name: /^Shipping/ }).first()).toHaveAccessibleDescription(
      'Use when: A vessel or its cargo is meant',
    );
    await keepLook(again, 'meaning');
  });

  test('takes an act back, and does it again', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await selectQuote(page, 'freight rates');
    await page.keyboard.press('3');
    await expect(passages(page)).toHaveAccessibleName('Passages, 1');
    await articleText(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => highlights(page)).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => highlights(page)).toEqual([{ label: 'view', text: 'freight rates' }]);
    await page.keyboard.press('j');
    await page.keyboard.press('Delete');
    await expect.poll(() => highlights(page)).toEqual([]);
  });

  test('leaves single keys alone where they are switched off', async ({ launch }) => {
    const { window: page } = await launch();
    await page.evaluate(() =>
      Reflect.get(globalThis, 'precis').request('settings:change', { hasSingleKeys: false }),
    );
    await openArticle(page, title);
    await selectQuote(page, 'freight rates');
    await page.keyboard.press('1');
    await page.keyboard.press('F8');
    await page.keyboard.press('2');
    await expect.poll(() => highlights(page)).toEqual([{ label: 'data', text: 'freight rates' }]);
  });

  test('finds in the article and goes from hit to hit', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await page.keyboard.press('Control+f');
    const field = page.getByRole('textbox', { name: 'Find in this article' });
    await field.fill('CLOS');
    await expect(page.getByRole('search').getByText('1 of 2')).toBeVisible();
    await field.press('Enter');
    await expect(page.getByRole('search').getByText('2 of 2')).toBeVisible();
    await field.press('Escape');
    await expect(field).toBeHidden();
    await expect(articleText(page)).toBeFocused();
  });

  test('copies the text itself, without paragraph numbers, and with a citation where asked', async ({
    launch,
  }) => {
    const { window: page, app } = await launch();
    await openArticle(page, title);
    await articleText(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
    await expect.poll(copied).toBe(texts.join('\n'));
    // A press on what is selected would drag it.
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('toolbar', { name: 'Make a passage' })).toBeHidden();
    await selectQuote(page, 'freight rates');
    await page.keyboard.press('Control+Shift+c');
    await expect.poll(copied).toMatch(/^“freight rates”\n— .*“Strait closed to tankers”.*¶3/);
  });

  test('has no fault that axe finds, in light and in dark', async ({ launch }) => {
    const { window: page } = await launch();
    await openArticle(page, title);
    await selectQuote(page, 'freight rates');
    await page.keyboard.press('1');
    await selectQuote(page, 'the harbour office said');
    await page.keyboard.press('2');
    await page.keyboard.press('g');
    await expect(page.getByRole('group', { name: 'Source reliability' })).toBeVisible();
    expect(await violationsInThemes(page, { within: '[aria-label="Reader"]' })).toEqual([]);
    await page.keyboard.press('Escape');
    await selectQuote(page, 'no year');
    await page.keyboard.press('Control+f');
    expect(await violationsInThemes(page, { within: '[aria-label="Reader"]' })).toEqual([]);
  });
});
