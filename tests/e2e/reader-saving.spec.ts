import { mkdir, readFile, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Passage } from '#domain/passage/passage.ts';
import { richTextToPlain } from '#domain/rich-text.ts';
import type { Tag } from '#domain/tag/tag.ts';
import type { LaunchOptions, Precis } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { clickQuote, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';

const title = 'Strait closed to tankers';
const article = articleWithPassages(
  title,
  paragraphs('The strait will be closed to tankers for two days, the harbour office said on Monday.'),
  [{ start: 4, end: 10 }],
);

/** The app with the article open, which lies in `place`. */
const openLaid = async (launch: (options: LaunchOptions) => Promise<Precis>, folder: string) => {
  const archive = join(folder, 'archive');
  await makeReaderArchive(archive, [article]);
  const first = await launch({ archive });
  await openArticle(first.window, title);
  return { archive, place: join(archive, 'articles', article.article.id), first };
};

/**
 * Keeps a file from being written until `relent`: no version before can be kept of it, and so no new one is written.
 */
const refuseToSave = async (file: string) => {
  const backup = `${file}.bak`;
  await rm(backup, { force: true });
  await mkdir(backup);
  return { relent: () => rmdir(backup) };
};

test('a passage that could not be saved stays on its card, with its edit, until it is', async ({
  launch,
  folder,
}) => {
  const { archive, place, first } = await openLaid(launch, folder);
  const page = first.window;

  const { relent } = await refuseToSave(join(place, 'annotations.json'));
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

  await relent();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(margin.getByText(/^Not saved yet/)).toHaveCount(0);
  await expect.poll(() => highlights(page)).toEqual(shown);
  await first.close();

  const { window: again } = await launch({ archive });
  await openArticle(again, title);
  await expect.poll(() => highlights(again)).toEqual(shown);
});

test('what is done to a highlight that could not be saved waits behind it, and nothing is said to be done', async ({
  launch,
  folder,
}) => {
  const { place, first } = await openLaid(launch, folder);
  const page = first.window;
  const spoken = () => page.locator('[aria-live="polite"]').allTextContents();

  const { relent } = await refuseToSave(join(place, 'annotations.json'));
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  await expect.poll(spoken).toContain('Data added, 2 words. Not saved yet');
  await page.keyboard.press('5');
  await expect.poll(spoken).toContain('Labelled Gap. Not saved yet');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Note' }).pressSequentially('Since when?');
  await page.keyboard.press('Escape');
  await selectQuote(page, 'harbour office');
  await page.keyboard.press('1');
  await expect.poll(spoken).toContain('Claim added, 2 words. Not saved yet');
  await page.keyboard.press('Delete');
  await expect.poll(spoken).toContain('Passage moved to trash. Not saved yet');
  await expect(page.getByRole('alert')).toContainText('5 edits are not saved.');
  const shown = [
    { label: 'claim', text: 'strait' },
    { label: 'gap', text: 'two days' },
  ];
  await expect.poll(() => highlights(page)).toEqual(shown);

  await relent();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const margin = page.getByRole('complementary', { name: /^Passages/ });
  await expect(margin.getByText(/^Not saved yet/)).toHaveCount(0);
  await expect.poll(() => highlights(page)).toEqual(shown);
  await first.close();

  const { passages } = JSON.parse(await readFile(join(place, 'annotations.json'), 'utf8'));
  const written = passages.map(({ label, note, deletedAt }: Passage) => ({
    label,
    note: note === null ? null : richTextToPlain(note),
    isDeleted: deletedAt !== null,
  }));
  expect(written).toEqual([
    { label: 'claim', note: null, isDeleted: false },
    { label: 'gap', note: 'Since when?', isDeleted: false },
    { label: 'claim', note: null, isDeleted: true },
  ]);
});

test('a tag that could not be saved is set all the same, and is there once before what carries it', async ({
  launch,
  folder,
}) => {
  const { archive, place, first } = await openLaid(launch, folder);
  const page = first.window;
  const margin = page.getByRole('complementary', { name: /^Passages/ });
  const { relent } = await refuseToSave(join(archive, 'tags.json'));
  const tag = async (name: string) => {
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Add a tag' }).pressSequentially(name);
    await page.keyboard.press('Enter');
  };

  await clickQuote(page, 'strait');
  await tag('Trade / Ports');
  await expect(margin.getByText('Trade / Ports')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('2 edits are not saved.');
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  await tag('Trade / Ports');
  await expect(page.getByRole('alert')).toContainText('3 edits are not saved.');

  await relent();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(margin.getByText('Trade / Ports')).toHaveCount(2);
  await first.close();

  const { tags } = JSON.parse(await readFile(join(archive, 'tags.json'), 'utf8'));
  expect(tags.map(({ name }: Tag) => name).toSorted()).toEqual(['Ports', 'Trade']);
  const [ports] = tags.filter(({ name }: Tag) => name === 'Ports');
  const { passages } = JSON.parse(await readFile(join(place, 'annotations.json'), 'utf8'));
  expect(passages.map(({ tagIds }: Passage) => tagIds)).toEqual([[ports.id], [ports.id]]);
});
