import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import { type RichText, richTextFromPlain, richTextToPlain } from '#domain/rich-text.ts';
import type { NewArticle } from '#electron/ports/archive.ts';
import type { Precis } from '../support/app/launch-precis.ts';
import { beginMemo, memoSection, memoText, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { clickQuote, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { newSampleId } from '../support/archive/sample-ids.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { copyTree } from '../support/files/files-below.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';

const title = 'Strait closed to tankers';
const article = articleWithPassages(
  title,
  paragraphs('The strait will be closed to tankers for two days, the harbour office said on Monday.'),
  [{ start: 4, end: 10 }],
);
const { id } = article.article;
const doomed = 'Gone tomorrow';
const other = articleWithPassages(doomed, paragraphs('It is short. It ends.'), []);

/** The annotations on the disk, written as another program writes them. */
const annotationsIn = (archive: string) => {
  const path = join(archive, 'articles', id, 'annotations.json');
  const read = async (): Promise<AnnotationsFile> => JSON.parse(await readFile(path, 'utf8'));
  return {
    read,
    async edit(change: (file: AnnotationsFile) => void): Promise<void> {
      const file = await read();
      change(file);
      await writeFile(`${path}.theirs`, JSON.stringify(file));
      await rename(`${path}.theirs`, path);
    },
  };
};

const setNote = (text: string) => (file: AnnotationsFile) => {
  for (const passage of file.passages) passage.note = richTextFromPlain(text);
};
const plain = (note: RichText | null | undefined): string | null => (note ? richTextToPlain(note) : null);
const noteIn = async (archive: string): Promise<string | null> =>
  plain((await annotationsIn(archive).read()).passages[0]?.note);

/** The file of the memo of that title, and what it says. */
const memoOfTitle = async (archive: string, wanted: string): Promise<{ path: string; text: string }> => {
  for (const memoId of await readdir(join(archive, 'memos'))) {
    const path = join(archive, 'memos', memoId, 'memo.json');
    const text = await readFile(path, 'utf8');
    if (text.includes(wanted)) return { path, text };
  }
  throw new Error(`there is no memo "${wanted}"`);
};

/** Lays a copy of an article into the archive, under another id and title, as a sync does. */
const addArticle = async (archive: string, newTitle: string): Promise<void> => {
  const newId = newSampleId();
  const folder = join(archive, 'articles', id);
  const incoming = join(archive, 'theirs');
  copyTree(folder, incoming);
  for (const file of ['article.json', 'annotations.json']) {
    const text = await readFile(join(incoming, file), 'utf8');
    await writeFile(join(incoming, file), text.replaceAll(id, newId).replaceAll(title, newTitle));
  }
  await rename(incoming, join(archive, 'articles', newId));
};

type Launch = (options: { archive: string }) => Promise<Precis>;
const openLaid = async (launch: Launch, folder: string, others: readonly NewArticle[] = []) => {
  const archive = join(folder, 'archive');
  await makeReaderArchive(archive, [article, ...others]);
  const precis = await launch({ archive });
  await openArticle(precis.window, title);
  return { archive, page: precis.window, precis };
};

/** Types without a pause while another program writes, so that neither has seen the other. */
const typeWhile = async (page: Page, text: string, write: () => Promise<void>): Promise<void> => {
  await page.keyboard.type(text.slice(0, 1));
  await Promise.all([page.keyboard.type(text.slice(1), { delay: 60 }), write()]);
};
const typeNoteWhile = async (page: Page, text: string, write: () => Promise<void>): Promise<void> => {
  await clickQuote(page, 'strait');
  await page.keyboard.press('n');
  await typeWhile(page, text, write);
};
const banner = (page: Page) =>
  page
    .getByRole('alert')
    .filter({ has: page.getByRole('button', { name: /^(?:Compare|Try now|Check again|Take)/ }) });

test('what another program writes while the window is open is kept with the next save, and shown', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  await annotationsIn(archive).edit((file) => {
    for (const passage of file.passages) passage.label = 'gap';
  });
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  const both = [
    { label: 'gap', text: 'strait' },
    { label: 'data', text: 'two days' },
  ];
  await expect.poll(() => highlights(page)).toEqual(both);
  const labels = async () => (await annotationsIn(archive).read()).passages.map(({ label }) => label);
  await expect.poll(labels).toEqual(['gap', 'data']);
  await expect(page.getByText('Another program changed the archive')).toBeVisible();
});

test('what another program does is seen within seconds, and what is being typed is kept', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder, [other]);
  await annotationsIn(archive).edit((file) => {
    for (const passage of file.passages) passage.label = 'gap';
  });
  const seen = { timeout: 2500 };
  await expect.poll(() => highlights(page), seen).toEqual([{ label: 'gap', text: 'strait' }]);

  await typeNoteWhile(page, 'Ours, while they write', () =>
    annotationsIn(archive).edit((file) => {
      for (const passage of file.passages) passage.label = 'view';
    }),
  );
  await expect.poll(() => highlights(page), seen).toEqual([{ label: 'view', text: 'strait' }]);
  await expect.poll(() => noteIn(archive)).toBe('Ours, while they write');
  await expect(banner(page)).toHaveCount(0);
  expect((await annotationsIn(archive).read()).passages.map(({ label }) => label)).toEqual(['view']);

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Articles/ }).click();
  const row = (name: string) => page.getByRole('row', { name, exact: true });
  await expect(row(doomed)).toBeVisible();
  await addArticle(archive, 'Laid by a sync');
  await expect(row('Laid by a sync')).toBeVisible(seen);
  await rm(join(archive, 'articles', other.article.id), { recursive: true });
  await expect(row(doomed)).toHaveCount(0, seen);
});

test('a note that both have written is put to the analyst, who keeps the own one', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  await typeNoteWhile(page, 'Our note', () => annotationsIn(archive).edit(setNote('Their note')));
  await expect(banner(page)).toContainText('Another program has changed this passage, too.');
  expect(await noteIn(archive)).toBe('Their note');

  // Typing goes on, and still overwrites nothing.
  await page.keyboard.type(', and more');
  await page.getByRole('button', { name: 'Compare both…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Which version do you want to keep?' });
  await expect(dialog).toContainText('Our note, and more');
  await expect(dialog).toContainText('Their note');
  expect(await noteIn(archive)).toBe('Their note');

  await dialog.getByRole('button', { name: 'Keep my version' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect.poll(() => noteIn(archive)).toBe('Our note, and more');
  // The dialog gives the focus back, and Esc leaves the note for the text.
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(note).not.toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => noteIn(archive)).toBe('Their note');
});

test('a note that both have written is put to the analyst, who keeps the other one', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  await typeNoteWhile(page, 'Our note', () => annotationsIn(archive).edit(setNote('Their note')));
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const waiting = page.getByRole('region', { name: 'Not saved' });
  await expect(waiting).toContainText('Our note');
  await expect(waiting).toContainText('Their note');
  await keepLook(page, 'not-saved');
  await waiting.getByRole('button', { name: 'Keep the other version' }).click();
  await expect(banner(page)).toHaveCount(0);
  await expect(page.getByText('The one passage is in place')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await clickQuote(page, 'strait');
  await expect(page.getByRole('complementary', { name: /^Passages/ })).toContainText('Their note');
  expect(await noteIn(archive)).toBe('Their note');
});

test('a memo that another program writes is not overwritten by the editor that has it open', async ({
  launch,
}) => {
  const precis = await launch({ hasSample: true });
  const page = precis.window;
  await beginMemo(page, 'Both write');
  await writeIn(page, 'Gaps');
  await page.keyboard.type('Ours, first.');
  const stored = () => memoOfTitle(precis.archive, 'Both write');
  await expect.poll(async () => (await stored()).text).toContain('Ours, first.');
  const { path, text } = await stored();
  await typeWhile(page, ' And more.', () => writeFile(path, text.replace('Ours, first.', 'Theirs.')));
  await expect(banner(page)).toContainText('Another program has changed this memo, too.');
  await expect(memoSection(page, 'Gaps')).toContainText('Ours, first. And more.');
  expect((await stored()).text).toContain('Theirs.');
  await page.getByRole('button', { name: 'Compare both…' }).click();
  await page.getByRole('button', { name: 'Keep the other version' }).click();
  await expect(memoSection(page, 'Gaps')).toContainText('Theirs.');
  await writeIn(page, 'Gaps');
  await page.keyboard.press('End');
  await page.keyboard.type(' Then ours.');
  await expect.poll(async () => (await stored()).text).toContain('Theirs. Then ours.');
});

test('a copy that a sync lays down is merged, and what both say otherwise is chosen in Review', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  const copy = join(archive, 'articles', id, 'annotations.sync-conflict-20240501-101500-ABCDEFG.json');
  const theirs = await annotationsIn(archive).read();
  for (const passage of theirs.passages) {
    passage.label = 'gap';
    passage.note = richTextFromPlain('Seen from the pier');
  }
  await writeFile(copy, JSON.stringify(theirs));
  await expect(
    page.getByText('1 conflict copy from a sync merged and moved to the trash; 2 choices to make'),
  ).toBeVisible();
  expect(existsSync(copy)).toBe(false);
  await page.getByRole('button', { name: 'Review' }).first().click();
  const items = page.getByRole('group', { name: 'Review' });
  await expect(items.getByRole('region', { name: 'Label' })).toContainText('gap');
  await keepLook(page, 'conflict');
  await items.getByRole('button', { name: /^Use the other(?!,)/u }).click();
  const labels = async () => (await annotationsIn(archive).read()).passages.map(({ label }) => label);
  await expect.poll(labels).toEqual(['gap']);
  await expect(items.getByRole('region', { name: 'Note' })).toContainText('Seen from the pier');
  await page.keyboard.press('1');
  await expect(items.getByRole('region', { name: 'Note' })).toHaveCount(0);
  expect(await noteIn(archive)).toBe(null);
  await page.keyboard.press('Control+z');
  await expect(items.getByRole('region', { name: 'Note' })).toBeVisible();
});

test('without its lock the window writes nothing, says who has it, and goes on once it has it again', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  const lock = join(archive, '.lock');
  const theirs = JSON.stringify({ host: 'attic', pid: 42, processStart: 'then', nonce: 'theirs' });
  await writeFile(lock, theirs);
  const before = await annotationsIn(archive).read();
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  await expect(banner(page)).toContainText('Precis on the computer “attic” has taken this archive over.');
  await page.getByRole('button', { name: 'Take the lock again' }).click();
  await expect(page.getByText('This archive is open on the computer “attic”.')).toBeVisible();
  expect(await annotationsIn(archive).read()).toEqual(before);
  expect(await readFile(lock, 'utf8')).toBe(theirs);

  await rm(lock);
  await page
    .getByRole('button', { name: 'Try now' })
    .or(page.getByRole('button', { name: 'Take the lock again' }))
    .click();
  await expect(banner(page)).toHaveCount(0);
  const labels = async () => (await annotationsIn(archive).read()).passages.map(({ label }) => label);
  await expect.poll(labels).toEqual(['claim', 'data']);
});

test('a folder that was moved is not made anew, and gets the edit when it is back', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  await rename(archive, `${archive}-moved`);
  await selectQuote(page, 'two days');
  await page.keyboard.press('2');
  await expect(banner(page)).toContainText('The archive’s folder is gone.');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(banner(page)).toContainText('One edit is not saved.');
  expect(existsSync(archive)).toBe(false);
  // It is noticed by itself that it is back.
  await rename(`${archive}-moved`, archive);
  await expect(banner(page)).toHaveCount(0, { timeout: 15_000 });
  const labels = async () => (await annotationsIn(archive).read()).passages.map(({ label }) => label);
  await expect.poll(labels).toEqual(['claim', 'data']);
});

test('a note on an article whose folder is moved away is kept, and saved when it is back', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  const place = join(archive, 'articles', id);
  await clickQuote(page, 'strait');
  await page.keyboard.press('n');
  await page.keyboard.type('Written as it goes');
  await rename(place, join(folder, 'moved'));
  const waiting = page.getByRole('alert').filter({ hasText: 'no longer in the archive' });
  await expect(waiting).toBeVisible();
  await waiting.getByRole('button', { name: 'Copy what I wrote' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(existsSync(place)).toBe(false);
  await rename(join(folder, 'moved'), place);
  await expect(waiting).toHaveCount(0, { timeout: 15_000 });
  await expect.poll(() => noteIn(archive)).toBe('Written as it goes');
});

test('a memo whose folder is taken away leaves the window, and comes back with all that was typed', async ({
  launch,
  folder,
}) => {
  const { archive, page } = await openLaid(launch, folder);
  await beginMemo(page, 'Strait');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('First words.');
  const readMemo = async (): Promise<string> =>
    (await memoOfTitle(archive, 'Strait').catch(() => ({ text: '' }))).text;
  await expect.poll(readMemo).toContain('First words.');
  const place = dirname((await memoOfTitle(archive, 'Strait')).path);
  await page.keyboard.type(' Second words, as it goes.');
  await rename(place, join(folder, 'away'));
  const waiting = page.getByRole('alert').filter({ hasText: 'its folder is no longer in the archive' });
  await expect(waiting).toBeVisible();
  await expect(memoText(page)).toHaveCount(0);

  await rename(join(folder, 'away'), place);
  await expect(waiting).toHaveCount(0, { timeout: 15_000 });
  await expect.poll(readMemo).toContain('First words. Second words, as it goes.');
  await openMemo(page, /Strait/u);
  await writeIn(page, 'Background');
  await page.keyboard.type('Third words.');
  await expect.poll(readMemo).toContain('Third words.');
  expect(await readMemo()).toContain('Second words, as it goes.');
});
