import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { serialiseContent } from '#domain/archive/content/serialise-content.ts';
import { SOURCES_VERSION } from '#domain/archive/files.ts';
import { partialDateSchema } from '#domain/dates/partial-date.ts';
import { statedDateSchema } from '#domain/time.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { sampleSource } from '../support/archive/sample-records.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';

const title = 'Harbour talks';
const texts = [
  'Foreign Minister Ann Roe left for the port on Tuesday, two days before the talks.',
  '“We are ready to act against any yard that hides its ships,” a Harbour Ministry official told reporters ahead of the talks. “We have done so before, and not in one port alone.”',
  'The official said that the yards have “rebuilt what they lost”. Roe said that the port is the “main supplier” of them.',
  ...Array.from(
    { length: 24 },
    (_, berth) => `Berth ${berth + 1} stayed shut. ${'Nobody gave a reason. '.repeat(9)}`,
  ),
];
const first = 'We are ready to act against any yard that hides its ships';
const second = 'We have done so before, and not in one port alone.';

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

test.describe('who says it', () => {
  test.beforeEach(async ({ folder }) => {
    const article = articleWithPassages(title, paragraphs(...texts), []);
    const corrections = {
      publishedAt: statedDateSchema.parse('2024-04-22'),
      dateCertainty: 'stated' as const,
    };
    const about = { ...article.annotations.about, corrections };
    await makeReaderArchive(`${folder}/archive`, [
      { ...article, annotations: { ...article.annotations, about } },
    ]);
  });
  const open = async (page: Page): Promise<void> => {
    await openArticle(page, title);
    await articleText(page).focus();
  };

  test('makes one passage of an interrupted quotation', async ({ launch }) => {
    const { window: page } = await launch();
    await open(page);
    await press(page, 'q');
    await expect(page.getByText('Selected, 2 parts, 23 words')).toBeAttached();
    await keepLook(page, 'selected');
    await press(page, '1');
    await expect.poll(() => highlights(page)).toEqual([{ label: 'claim', text: `${first}${second}` }]);

    // From a passage at the far end back to the beginning by one key, and on from the passage that is selected there.
    await press(page, 'Control+End', 'ArrowUp', 'e', '4');
    await expect(page.getByRole('complementary', { name: 'Passages, 2' })).toBeVisible();
    await press(page, 'Control+Home');
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await press(page, 'q', '2', 'q', '3', 'q', '3');
    await expect
      .poll(() => highlights(page))
      .toEqual([
        { label: 'data', text: `${first}${second}` },
        { label: 'view', text: 'rebuilt what they lost' },
        { label: 'view', text: 'main supplier' },
      ]);
  });

  test('adds a range to the selection by mouse', async ({ launch }) => {
    const { window: page } = await launch();
    await open(page);
    await selectQuote(page, 'The official');
    await page.keyboard.down('Control');
    await selectQuote(page, 'the yards');
    await page.keyboard.up('Control');
    await keepLook(page, 'added');
    await press(page, '2');
    await expect.poll(() => highlights(page)).toEqual([{ label: 'data', text: 'The officialthe yards' }]);
  });

  const card = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
  const offers = (page: Page) => page.getByRole('option');

  test('offers the speaker that the text names, sets nobody by itself, and says how it was said', async ({
    launch,
  }) => {
    const { window: page } = await launch();
    await open(page);
    await press(page, 'q', '1', 's');
    await expect(offers(page).first()).toHaveText(
      /From the text: “Harbour Ministry official” ¶2\s*new person/,
    );
    await keepLook(page, 'offer');
    await press(page, 'Enter');
    await expect(card(page).getByText('official')).toHaveCount(0);
    await press(page, 's', 'ArrowDown', 'Enter');
    await expect(card(page).getByRole('button', { name: /^Harbour Ministry official/ })).toBeVisible();
    await expect(card(page).getByText('Direct quotation')).toBeVisible();

    await press(page, 'w');
    await keepLook(page, 'manner');
    await press(page, 'n');
    await expect(card(page).getByText('official (unnamed)')).toBeVisible();
    await press(page, 'Control+z');
    await expect(card(page).getByText('official (unnamed)')).toHaveCount(0);
    await expect(card(page).getByText('origin: the speaker')).toBeVisible();

    // The next passage: of a quotation the speaker that the text names comes first; a path puts her where she belongs.
    await press(page, 'q', '1', 's');
    await expect(offers(page).nth(0)).toHaveText(/^Harbour Ministry official/);
    await press(page, 'Escape');
    await selectQuote(page, 'main supplier');
    await press(page, '1', 's');
    await expect(offers(page).nth(0)).toHaveText(/From the text: “Ann Roe” ¶3/);
    await expect(offers(page).nth(1)).toHaveText(/^Harbour Ministry official/);
    await expect(offers(page).filter({ hasText: 'publication' })).toHaveCount(0);
    await keepLook(page, 'offer-below');
    await page.keyboard.type('Port government / Foreign Ministry / Ann Roe');
    await keepLook(page, 'path');
    await press(page, 'Enter');
    await expect(card(page).getByText('origin: Port government')).toBeVisible();
    await keepLook(page, 'origin');
  });

  test('offers the post that a speaker held on the day of publication', async ({ folder, launch }) => {
    const ministry = sampleSource('Harbour Ministry', { kind: 'organisation' });
    const post = (role: string, from: string, until: string | null) => ({
      role,
      organisationId: ministry.id,
      from: partialDateSchema.parse(from),
      until: until === null ? null : partialDateSchema.parse(until),
    });
    const roe = sampleSource('Ann Roe', {
      positions: [post('Envoy', '2019', '2021'), post('Minister', '2022-05', null)],
    });
    await writeFile(
      `${folder}/archive/sources.json`,
      serialiseContent({ version: SOURCES_VERSION, sources: [ministry, roe] }),
    );
    const { window: page } = await launch();
    await open(page);
    await selectQuote(page, 'main supplier');
    await press(page, '1', 's');
    await page.keyboard.type('Ann Roe');
    await press(page, 'Enter');
    // Nothing is said of her post until it is taken, by its digit.
    await expect(card(page).getByRole('button', { name: /^Ann Roe →|^Ann Roe$/ })).toBeVisible();
    await press(page, 's');
    await expect(card(page).getByText('Minister, Harbour Ministry (since May 2022)')).toBeVisible();
    await keepLook(page, 'post-speaker');
    await press(page, 'Escape', 'w');
    await expect(card(page).getByText('Minister, Harbour Ministry (since May 2022)')).toBeVisible();
    await expect(card(page).getByText('Envoy')).toHaveCount(0);
    await keepLook(page, 'post');
    await press(page, '1');
    const said = card(page).getByRole('button', { name: /^Ann Roe, Minister, Harbour Ministry/ });
    await expect(said).toHaveAttribute('title', 'Minister, Harbour Ministry (since May 2022)');
    await keepLook(page, 'post-said');
    await press(page, 'Control+z');
    await expect(said).toHaveCount(0);
  });
});
