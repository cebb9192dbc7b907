import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { PadFile } from '#domain/archive/files.ts';
import { richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import { test } from '../support/app/precis-test.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const title = 'Strait closed to tankers';
const article = articleWithPassages(title, paragraphs('The strait will be closed for two days.'), []);

const pad = (page: Page) => page.getByRole('textbox', { name: 'Scratch pad' });
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d/);

const padOnDisk = (archive: string) => {
  const path = join(archive, 'pad.json');
  const read = async (): Promise<PadFile> => JSON.parse(await readFile(path, 'utf8'));
  return {
    words: async (): Promise<string | null> => {
      const note = await read().then(
        ({ pads }) => pads[0]?.note ?? null,
        () => null,
      );
      return note === null ? null : richTextToPlain(note);
    },
    async edit(text: string): Promise<void> {
      const file = await read();
      const pads = file.pads.map((each) => ({ ...each, note: richTextFromPlain(text) }));
      await writeFile(`${path}.theirs`, JSON.stringify({ ...file, pads }));
      await rename(`${path}.theirs`, path);
    },
  };
};

test('words typed as soon as the pad is shown go into it, before it is read', async ({ launch }) => {
  const { window: page } = await launch();
  await page.keyboard.press('Control+8');
  await page.getByRole('dialog', { name: 'Scratch pad' }).waitFor({ state: 'attached' });
  await page.keyboard.type('Ask the pilots.');
  await expect(pad(page)).toHaveText('Ask the pilots.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+8');
  await page.keyboard.type(' And the harbour.');
  await expect(pad(page)).toHaveText('Ask the pilots. And the harbour.');
});

test('what is jotted down beside any view is there after a close, a power cut and another program, and is found', async ({
  folder,
  launch,
}) => {
  const archive = `${folder}/archive`;
  await makeReaderArchive(archive, [article]);
  const disk = padOnDisk(archive);
  const first = await launch();
  await openArticle(first.window, title);
  await first.window.keyboard.press('Control+8');
  await expect(pad(first.window)).toBeFocused();
  // Closed with the last letter: nothing waits for a pause.
  await first.window.keyboard.type('Ask the pilots.');
  await first.close();
  expect(await disk.words()).toBe('Ask the pilots.');

  const second = await launch();
  await expect(second.window.getByRole('button', { name: 'New memo' })).toBeVisible();
  await second.window.keyboard.press('Control+8');
  await expect(pad(second.window)).toHaveText('Ask the pilots.');
  await expect(pad(second.window)).toBeFocused();
  await second.window.keyboard.type(' And the harbour.');
  await expect(saved(second.window)).toBeVisible();
  await second.killHard();
  expect(await disk.words()).toBe('Ask the pilots. And the harbour.');

  const { window: page } = await launch();
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await page.keyboard.press('Control+8');
  await expect(pad(page)).toHaveText('Ask the pilots. And the harbour.');
  await disk.edit('Written elsewhere.\nPilots on channel 12.');
  await expect(pad(page)).toHaveText('Written elsewhere.Pilots on channel 12.');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Since Monday.');
  await expect.poll(disk.words).toBe('Written elsewhere.\nPilots on channel 12. Since Monday.');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(pad(page)).toHaveCount(0);

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('channel');
  const found = page.getByRole('listbox', { name: 'Found' }).getByRole('option', { name: /channel 12/ });
  await expect(found).toBeVisible({ timeout: 20_000 });
  await found.click();
  await page.getByRole('button', { name: 'Open the scratch pad' }).click();
  await expect(pad(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('since monday');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  await palette.getByRole('option', { name: /Since Monday/ }).click();
  await expect(pad(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(pad(page)).toHaveText('Written elsewhere.Pilots on channel 12.');
});

test('a paragraph moves from the pad into the note on an article and into a new memo, each undone as one step', async ({
  folder,
  launch,
}) => {
  const archive = `${folder}/archive`;
  await makeReaderArchive(archive, [article]);
  const disk = padOnDisk(archive);
  const { window: page } = await launch();
  await openArticle(page, title);
  const toggle = page.getByRole('button', { name: 'Scratch pad' });
  await toggle.click();
  await expect(pad(page)).toBeFocused();
  await page.keyboard.type('Ask the pilots.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Insurers in London.');
  await page.keyboard.press('Control+Shift+m');
  const dialog = page.getByRole('dialog', { name: 'Move to…' });
  await expect(dialog.getByText('Insurers in London.').first()).toBeVisible();
  await page.keyboard.type('strait');
  await expect(dialog.getByRole('option', { name: new RegExp(title) })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(pad(page)).toHaveText('Ask the pilots.');
  await expect.poll(disk.words).toBe('Ask the pilots.');
  await expect(pad(page)).toBeFocused();
  // The field has nothing of it to undo.
  await page.keyboard.press('Control+z');
  await expect(pad(page)).toHaveText('Ask the pilots.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(pad(page)).toHaveText('Ask the pilots.Insurers in London.');
  await expect.poll(disk.words).toBe('Ask the pilots.\nInsurers in London.');

  await page.getByRole('button', { name: 'Move to…' }).click();
  await dialog.getByRole('option', { name: /New memo/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(disk.words).toBe('Ask the pilots.');
  await toggle.click();
  await expect(pad(page)).toHaveCount(0);
  await page.keyboard.press('Control+4');
  await expect(page.getByText('Insurers in London.').first()).toBeVisible();
});
