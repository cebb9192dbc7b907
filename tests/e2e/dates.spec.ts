import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { statedDateSchema } from '#domain/time.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';

const title = 'Harbour talks';
const text =
  'The minister will arrive on Wednesday. He said last week that a strike on Friday was not ruled out by the union.';

/** Published on Monday 22 April 2024; a passage lies over the first sentence. */
const lay = async (folder: string): Promise<string> => {
  const laid = articleWithPassages(title, paragraphs(text), [{ start: 0, end: text.indexOf('.') + 1 }]);
  const publishedAt = statedDateSchema.parse('2024-04-22');
  const corrections = { publishedAt, dateCertainty: 'stated', language: 'en' } as const;
  const { annotations } = laid;
  const article = { ...laid, annotations: { ...annotations, about: { ...annotations.about, corrections } } };
  await makeReaderArchive(`${folder}/archive`, [article]);
  return `${folder}/archive/articles/${laid.article.id}`;
};

const dated = (page: Page, words: string) =>
  articleText(page).locator('[data-date]').filter({ hasText: words });
const statusBar = (page: Page) => page.getByRole('contentinfo');

test.describe('a relative date in the text', () => {
  test('shows its day on hover, at the cursor and on the card, and never in the text', async ({
    launch,
    folder,
  }) => {
    const place = await lay(folder);
    const body = await readFile(`${place}/body.json`);
    const { window: page } = await launch();
    await openArticle(page, title);
    await expect(articleText(page).locator('[data-date]')).toHaveText(['Wednesday', 'last week', 'Friday']);

    await dated(page, 'Wednesday').hover();
    const tip = page.getByRole('tooltip');
    await expect(tip).toHaveText('Wednesday 24 April 2024, from the publication date (stated)');
    await dated(page, 'Friday').hover();
    await expect(tip).toHaveText(/^Friday 19 April 2024 or Friday 26 April 2024 \(the text leaves it open\)/);

    await clickQuote(page, 'Wednesday');
    await expect(statusBar(page)).toContainText('Wednesday: Wednesday 24 April 2024');
    await expect(page.getByText('Dates: Wednesday = 24 Apr 2024')).toBeVisible();
    await expect(articleText(page)).toHaveText(text);

    await page.getByRole('button', { name: 'Publication date: 22 April 2024 (stated)' }).click();
    await page.getByRole('menuitem', { name: /^Inferred/ }).click();
    await expect(statusBar(page)).toContainText('from the publication date (inferred)');
    await page.getByRole('button', { name: 'Publication date: 22 April 2024 (inferred)' }).click();
    await page.getByRole('menuitem', { name: /^Unknown/ }).click();
    await expect(statusBar(page)).toContainText('Wednesday: not known: the publication date is unknown');
    expect(await readFile(`${place}/body.json`)).toEqual(body);
  });

  test('is offered first as an event date, which can be corrected, taken away and undone', async ({
    launch,
    folder,
  }) => {
    const place = await lay(folder);
    const { window: page } = await launch();
    await openArticle(page, title);
    const events = page.getByRole('list', { name: 'Event dates' });
    await clickQuote(page, 'Wednesday');
    await page.keyboard.press('Shift+D');
    await expect(page.getByRole('textbox', { name: 'Date' })).toHaveValue('24 April 2024');
    await page.getByRole('textbox', { name: 'What happens' }).fill('arrival');
    await page.keyboard.press('Enter');
    await expect(events).toHaveText('24 April 2024arrival');
    await expect.poll(() => readFile(`${place}/annotations.json`, 'utf8')).toContain('"date":"2024-04-24"');

    await page.keyboard.press('Control+i');
    const details = page.getByRole('dialog', { name: 'Article details' });
    await details.getByRole('textbox', { name: 'Date', exact: true }).last().fill('April 2024');
    await page.keyboard.press('Enter');
    await expect(events).toHaveText('April 2024arrival');
    await details.getByRole('button', { name: 'Remove April 2024' }).click();
    await expect(events).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect(events).toHaveText('April 2024arrival');
  });
});
