import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { layRichArchive } from '../support/damages/rich-archive.ts';
import { bytesBelow } from '../support/files/files-below.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';

/** Another program takes away every tag but the first, and the version before with them. */
const loseTags = async (archive: string): Promise<void> => {
  const path = join(archive, 'tags.json');
  const file = JSON.parse(await readFile(path, 'utf8')) as { tags: readonly unknown[] };
  const less = JSON.stringify({ ...file, tags: file.tags.slice(0, 1) });
  await writeFile(path, less);
  await writeFile(`${path}.bak`, less);
};

/** How many tags passages and articles have, by the files. */
const tagsIn = (archive: string): number =>
  [...bytesBelow(join(archive, 'articles'))]
    .filter(([path]) => path.endsWith('annotations.json'))
    .flatMap(([, bytes]) => [...bytes.toString('utf8').matchAll(/"tagIds":\[([^\]]+)\]/gu)])
    .flatMap(([, ids = '']) => ids.split(',')).length;

const openFromSettings = async (window: Page): Promise<void> => {
  await window.getByRole('navigation').first().waitFor();
  const check = window.getByRole('main').getByRole('button', { name: 'Check the archive…', exact: true });
  await expect(async () => {
    await window.keyboard.press('Control+,');
    await expect(check).toBeVisible({ timeout: 1000 });
  }).toPass();
  await check.click();
};

test('the archive is checked and repaired from Settings, and the repair is taken back', async ({
  folder,
  launch,
}) => {
  const archive = join(folder, 'archive');
  await layRichArchive(archive);
  await loseTags(archive);
  const before = tagsIn(archive);
  const { window } = await launch();
  await openFromSettings(window);
  const dialog = window.getByRole('dialog', { name: 'Check of the archive' });
  await expect(dialog.getByRole('list', { name: 'Findings' })).toContainText(
    'A passage refers to a tag that no longer exists',
  );
  await expect(dialog).toContainText(/Makes \d+ lost tags, sources, events and tasks again/u);
  await screenshotThemes(window, 'check-of-the-archive');
  await dialog.getByRole('button', { name: 'Repair', exact: true }).click();
  await expect(window.getByText(/^Repaired \d+ file/u)).toBeVisible();
  expect(tagsIn(archive)).toBe(before);
  await expect(window.getByRole('button', { name: /^Undo the repair of/u })).toBeVisible();
  await screenshotThemes(window, 'after-the-repair');
  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review/u })
    .click();
  await window
    .getByText(/^Recovered tag [0-9a-f-]{36}$/u)
    .first()
    .click();
  await expect(window.getByRole('list', { name: 'Passages that have it' })).toBeVisible();
  await screenshotThemes(window, 'review-of-a-recovered-tag');
  await openFromSettings(window);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await window.getByRole('button', { name: /^Undo the repair of/u }).click();
  await expect(window.getByText(/^Repair undone/u)).toBeVisible();
  expect(tagsIn(archive)).toBe(before);
  expect(await readFile(join(archive, 'tags.json'), 'utf8')).not.toContain('Recovered tag');
  await expect(window.getByRole('button', { name: /^Undo the repair of/u })).toHaveCount(0);
});
