import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';

const title = 'Harbour report';
const quote = 'gave no reason';
const words = ['gave', 'reason'];
const text = `The berths stayed shut until 24 April 2024. Their owner ${quote}, and the port paid none.`;

type Field = {
  readonly name: string;
  /** From the text to the field. */
  readonly opens: readonly string[];
  /** What the field shows first. */
  readonly shows?: string;
  readonly typed?: string;
  /** What leads to what is to be taken, once the field is open. */
  readonly keys?: readonly string[];
  /** Enter, but where Enter breaks the line. */
  readonly takes?: string;
  /** What the card says after it was taken. */
  readonly said?: string | RegExp;
};

const fields: readonly Field[] = [
  { name: 'label', opens: ['Enter', 'Enter'], shows: '[role="menu"]', keys: ['ArrowDown'] },
  { name: 'tags', opens: ['t'], typed: 'Port', said: 'Port' },
  { name: 'speaker', opens: ['s'], typed: 'Harbour Board', said: /^Harbour Board/ },
  { name: 'grade', opens: ['g'], keys: ['b'], said: /B/ },
  { name: 'grade, by Tab', opens: ['g'], keys: ['Tab'], said: /A/ },
  { name: 'manner', opens: ['w'], keys: ['Tab'], said: 'Direct quotation' },
  { name: 'follow-up', opens: ['f'], typed: 'Ask the board', said: 'Ask the board' },
  { name: 'note', opens: ['n'], typed: 'A first line', takes: 'Control+Enter', said: 'A first line' },
  { name: 'boundaries', opens: ['b'], keys: ['ArrowRight'] },
  { name: 'event date', opens: ['Shift+D'], typed: '24 April 2024' },
];

const press = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const margin = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
const openCards = (page: Page) => margin(page).locator('[data-single-keys]');
const isBackInText = async (page: Page, what: string): Promise<void> => {
  await expect(articleText(page), what).toBeFocused();
  await expect(openCards(page), `${what}: the passage stays selected`).toHaveCount(1);
};
/** The text hears of a click in the next frame. */
const select = async (page: Page, number: number): Promise<void> => {
  // At another place each time: two clicks at one place that follow fast are a double click.
  await clickQuote(page, words[number % words.length] ?? quote);
  await expect(openCards(page)).toHaveCount(1);
};

test('every field of a card takes and closes by Enter, closes by Esc, and leaves the passage selected', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const passage = rangeOf(text, quote);
  await makeReaderArchive(`${folder}/archive`, [articleWithPassages(title, paragraphs(text), [passage])]);
  const { window: page } = await launch();
  await openArticle(page, title);
  for (const [number, { name, opens, shows, typed, keys = [], takes = 'Enter', said }] of fields.entries()) {
    const open = async (): Promise<void> => {
      await press(page, opens);
      if (shows !== undefined) await expect(page.locator(shows)).toBeVisible();
    };
    await select(page, number);
    await open();
    if (typed !== undefined) {
      await expect(articleText(page), `${name} has the focus`).not.toBeFocused();
      await page.keyboard.type(typed);
    }
    await press(page, [...keys, takes]);
    await isBackInText(page, `${name}, taken`);
    if (said !== undefined) await expect(margin(page).getByText(said).first(), name).toBeVisible();

    await open();
    await press(page, ['Escape']);
    await isBackInText(page, `${name}, left`);
    await press(page, ['Escape']);
    await expect(openCards(page), `${name}: a second Esc`).toHaveCount(0);
  }

  await select(page, fields.length);
  await press(page, ['g']);
  await page.keyboard.down('Escape');
  // What the system sends while a key is held down.
  await page.keyboard.down('Escape');
  await page.keyboard.up('Escape');
  await isBackInText(page, 'a long press');
});
