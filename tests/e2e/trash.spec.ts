import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// What was deleted is seen, comes back by keys, and goes for good after thirty days, except what a memo cites.

const envoy = 'Envoy carries a sanctions warning to Beijing';
const rows = (page: Page) => page.locator('[data-row-id]');

const deleteArticle = async (page: Page, title: string): Promise<void> => {
  await openArticle(page, title);
  // The details stay open from one article to the next.
  const details = page.getByRole('dialog', { name: 'Article details' });
  if (!(await details.isVisible())) await page.getByRole('button', { name: 'Article details' }).click();
  await details.getByRole('button', { name: 'Move the article to trash' }).click();
  await expect(details).toBeHidden();
};

const openTrash = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Trash/ }).click();
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
};

/** Puts the day on which everything in trash/articles was deleted so many days back. */
const age = async (archive: string, days: number): Promise<void> => {
  const folder = join(archive, 'trash/articles');
  for (const id of await readdir(folder)) {
    const note = join(folder, id, 'deleted.json');
    const then = new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
    await writeFile(
      note,
      (await readFile(note, 'utf8')).replace(/"deletedAt": "[^"]+"/u, `"deletedAt": "${then}"`),
    );
  }
};

/** How many things this machine has seen lying in the trash: it looks once the whole archive is read. */
const seenInTrash = async (userData: string): Promise<number> => {
  const days = JSON.parse(await readFile(join(userData, 'trash-days.json'), 'utf8')) as Record<
    string,
    { seenSince: object }
  >;
  return Object.values(days).flatMap(({ seenSince }) => Object.keys(seenSince)).length;
};

/** Lets this machine have been started on so many more days. */
const passDays = async (userData: string, days: number): Promise<void> => {
  const file = join(userData, 'trash-days.json');
  const before = JSON.parse(await readFile(file, 'utf8')) as Record<string, { counted: number }>;
  const entries = Object.entries(before).map(([id, kept]) => [id, { ...kept, counted: kept.counted + days }]);
  await writeFile(file, JSON.stringify(Object.fromEntries(entries)));
};

test('Delete in the list of articles is the list’s alone, whatever the open article has selected', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await openArticle(page, envoy);
  await articleText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('j');
  await expect(page.getByRole('button', { name: 'Label: Claim' })).toBeVisible();
  await page.getByRole('row', { name: envoy }).focus();
  await page.keyboard.press('Delete');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(`Moved to trash: ${envoy}`);
  await expect(notices).not.toContainText('Select a passage first');
  await page.keyboard.press('Control+Z');
  await expect(notices).toContainText('Undone: deleted article');
  // One undo brings all of it back: no passage went with it.
  await openTrash(page);
  await expect(rows(page)).toHaveCount(0);

  // Ctrl and an arrow go to a row without opening it: Delete means that one.
  await openArticle(page, envoy);
  await page.getByRole('row', { name: envoy }).focus();
  await page.keyboard.press('Control+ArrowDown');
  const other = page.locator('[role="row"]:focus');
  await expect(other).not.toHaveAccessibleName(envoy);
  await page.keyboard.press('Delete');
  await expect(notices).toContainText('Moved 1 article to the trash');
  await expect(page.getByRole('row', { name: envoy })).toBeVisible();
  await expect(articleText(page)).toBeVisible();
});

test('what was deleted is seen and comes back by keys', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openArticle(page, envoy);
  await articleText(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('j');
  await page.keyboard.press('Delete');
  await deleteArticle(page, 'What a machine tool can and cannot do');
  await openTrash(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 1600, 1000],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    await keepLook(page, `trash-${theme}-${width}`);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.keyboard.press('ArrowUp');
  await keepLook(page, 'trash-article');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Restored: What a machine tool')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Empty…' }).click();
  await keepLook(page, 'empty');
  await page.keyboard.press('Escape');
  await rows(page).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('2 selected');
  await screenshotThemes(page, 'trash-several');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Restored 2 items')).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  await rows(page).last().click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('One item will be deleted permanently');
  await page.getByRole('button', { name: 'Delete 1 permanently' }).click();
  // What is left is cited by a memo.
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Empty…' })).toHaveCount(0);
});

test('what has lain there for thirty days is gone at the next start, unless a memo cites it', async ({
  launch,
  folder,
}) => {
  const file = `${folder}/harbour.txt`;
  await writeFile(file, 'The harbour stayed shut on Monday.');
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [file] }]);
  const first = await launch({ hasSample: true, env });
  await deleteArticle(first.window, envoy);
  await first.window.keyboard.press('Control+o');
  await first.window.getByRole('button', { name: /^Keep/ }).click();
  await deleteArticle(first.window, 'The harbour stayed shut');
  await openTrash(first.window);
  await expect(rows(first.window)).toHaveCount(2);
  await first.close();
  await age(`${folder}/archive`, 31);
  const second = await launch();
  await openTrash(second.window);
  // Another hand has set the day back: this machine has not seen it lying there for so long.
  await expect(rows(second.window)).toHaveCount(2);
  await expect.poll(() => seenInTrash(`${folder}/user-data`)).toBe(2);
  await second.close();
  await passDays(`${folder}/user-data`, 30);
  const third = await launch();
  await openTrash(third.window);
  await expect(rows(third.window)).toHaveCount(1);
  await expect(rows(third.window)).toContainText('cited in PM-');
  await expect(
    third.window.getByText('1 item deleted permanently, after 30 days in the trash'),
  ).toBeVisible();
  await keepLook(third.window, 'held');
});

test('what can’t be read in the trash is named, and stays', async ({ folder, launch }) => {
  const archive = join(folder, 'archive');
  const first = await launch({ hasSample: true });
  await deleteArticle(first.window, envoy);
  await first.close();
  const [id = ''] = await readdir(join(archive, 'trash/articles'));
  const annotations = join(archive, 'trash/articles', id, 'annotations.json');
  await rm(`${annotations}.bak`, { force: true });
  await writeFile(annotations, '{');
  const { window: page } = await launch();
  await openTrash(page);
  const faults = page.getByRole('region', { name: 'Can’t be read' });
  await expect(faults.getByText('1 folder of the trash can’t be read.')).toBeVisible();
  await expect(faults.getByText(`trash/articles/${id}/annotations.json`)).toBeVisible();
  await expect(page.getByText('The trash is empty')).toHaveCount(0);
  await screenshotThemes(page, 'unreadable');
  expect(await readdir(join(archive, 'trash/articles'))).toEqual([id]);
});
