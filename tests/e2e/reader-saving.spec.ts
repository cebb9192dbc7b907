import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { articleWithPassages, layReaderArchive, paragraphs } from '../support/lay-reader-archive.ts';
import { test } from '../support/precis-test.ts';
import { clickQuote, highlights, openArticle, selectQuote } from '../support/reader-page.ts';

const title = 'Strait closed to tankers';
const article = articleWithPassages(
  title,
  paragraphs('The strait will be closed to tankers for two days, the harbour office said on Monday.'),
  [{ start: 4, end: 10 }],
);

test('a passage that could not be saved stays on its card, with its edit, until it is', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  await layReaderArchive(archive, [article]);
  const place = join(archive, 'articles', article.article.id);
  const away = join(folder, 'away');
  const first = await launch({ archive });
  const page = first.window;
  await openArticle(page, title);

  await rename(place, away);
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  const margin = page.getByRole('complementary', { name: /^Passages/ });
  await expect(margin.getByText(/^Not saved yet/)).toHaveCount(1);
  await clickQuote(page, 'strait');
  await page.keyboard.press('5');
  await expect(margin.getByText(/^Not saved yet/)).toHaveCount(2);
  const shown = [
    { label: 'gap', text: 'strait' },
    { label: 'data', text: 'two days' },
  ];
  await expect.poll(() => highlights(page)).toEqual(shown);
  await expect(page.getByRole('alert')).toContainText('2 edits are not saved.');

  await rename(away, place);
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(margin.getByText(/^Not saved yet/)).toHaveCount(0);
  await expect.poll(() => highlights(page)).toEqual(shown);
  await first.close();

  const { window: again } = await launch({ archive });
  await openArticle(again, title);
  await expect.poll(() => highlights(again)).toEqual(shown);
});
