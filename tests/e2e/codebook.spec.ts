import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { makeInsightArchive } from '../support/archives/insight-archive.ts';
import { copyTree } from '../support/files/files-below.ts';
import { readTree } from '../support/files/read-tree.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const table = [
  'tag,useWhen,example,aliases,group',
  'China,Chinese state or firms act,Beijing said so,PRC,place',
  'China/Customs,The border police act,,,actor',
].join('\n');

const sourceList = [
  'name,parent,kind,reliability,aliases',
  'Ilse Marrow,Harbour Ministry,person,Usually reliable,I. Marrow',
  'Harbour Ministry,,organisation,B,',
  'Quay Gazette,,newspaper,B,',
].join('\n');

const takeSourceList = async (page: Page): Promise<void> => {
  await runByPalette(page, 'Import from a source list');
  const dialog = page.getByRole('dialog', { name: 'Import from a source list' });
  await expect(dialog).toContainText('list.csv: 2 new sources, 1 not imported. Nothing is written yet.');
  await expect(dialog.getByRole('row', { name: /Ilse Marrow New: person, B/ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Quay Gazette Not imported/ })).toContainText('“newspaper”');
  await screenshotThemes(page, 'source-list');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Added 2 sources')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('Harbour Ministry', { exact: true }).first()).toBeVisible();
  await screenshotThemes(page, 'sources');
  await page.getByText('Ilse Marrow', { exact: true }).first().click();
  await page.getByRole('tab', { name: 'Memos (0)' }).click();
  await expect(page.getByText('No memos yet')).toBeVisible();
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await page.getByLabel('New position').fill('Harbour envoy');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Role')).toHaveValue('Harbour envoy');
  await page.getByLabel('From').fill('Jan 2021');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('From')).toHaveValue('January 2021');
  await expect(page.getByLabel('Until')).toBeFocused();
  await page.getByRole('button', { name: 'Remove the position Harbour envoy' }).click();
  await expect(page.getByLabel('Role')).toHaveCount(0);
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('Control+Z');
    await expect(page.getByLabel('Role')).toHaveCount(step < 2 ? 1 : 0);
  }
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Harbour Ministry', { exact: true })).toHaveCount(0);
};

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' });
const openTag = async (page: Page, name: string): Promise<void> => {
  await tree(page).getByText(name, { exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};

test('a codebook comes in, is grouped and filtered, and leads to what its tags share', async ({
  folder,
  launch,
}) => {
  const file = join(folder, 'codes.csv');
  await writeFile(file, table);
  const list = join(folder, 'list.csv');
  await writeFile(list, sourceList);
  await makeInsightArchive(join(folder, 'archive'), { articles: 20, passagesEach: 10 });
  const dialogs = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [list] },
    { kind: 'open-files', paths: [file] },
  ]);
  const { window: page } = await launch({ env: dialogs.env });
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();

  await takeSourceList(page);
  await runByPalette(page, 'Import from a codebook');
  const dialog = page.getByRole('dialog', { name: 'Import from a codebook' });
  await expect(dialog).toContainText('codes.csv: 1 new tag, 1 tag filled. Nothing is written yet.');
  await expect(dialog.getByRole('row', { name: /^China Filled/ })).toContainText(
    'use when, example, aliases, group',
  );
  await screenshotThemes(page, 'import');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Show', exact: true }).click();

  await openTag(page, 'Ports');
  await page.getByLabel('Group', { exact: true }).fill('topic');
  await page.keyboard.press('Enter');
  await expect(tree(page).getByText('topic', { exact: true })).toBeVisible();
  await openTag(page, 'China');
  await screenshotThemes(page, 'tag');
  await page.getByRole('button', { name: /Which group/ }).click();
  await page.getByRole('option', { name: 'topic' }).click();
  await expect(tree(page).getByText('Transit', { exact: true })).toBeVisible();
  await expect(tree(page).getByText('Insurance', { exact: true })).toHaveCount(0);

  const together = page.getByRole('button', { name: /^Ports \d+$/ });
  const count = /\d+/.exec((await together.textContent()) ?? '')?.[0];
  await together.click();
  await expect(page.getByText(new RegExp(`^${count} passages`)).first()).toBeVisible();
  await screenshotThemes(page, 'together');

  await page.keyboard.press('Control+7');
  await page.getByRole('button', { name: /Which group/ }).click();
  await page.getByRole('option', { name: 'All groups' }).click();
  await openTag(page, 'Standards');
  await runByPalette(page, 'Split the tag');
  const split = page.getByRole('dialog', { name: 'Split “Standards”' });
  await expect(split.getByRole('row').nth(2)).toBeVisible();
  await split.getByRole('checkbox', { name: 'Make “Gap”' }).press('Space');
  await screenshotThemes(page, 'split');
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(page.getByText(/^Split \d+ passages of “Standards”/)).toBeVisible();
  await expect(tree(page).getByText('Claim', { exact: true })).toBeVisible();
  await expect(tree(page).getByText('Gap', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Undone: split tag')).toBeVisible();
  await expect(tree(page).getByText('Claim', { exact: true })).toHaveCount(0);

  await openTag(page, 'Insurance');
  await runByPalette(page, 'Delete the tag');
  const deleting = page.getByRole('dialog', { name: 'Delete “Insurance”' });
  await deleting.getByText('Another tag', { exact: true }).click();
  await deleting.getByRole('button', { name: 'Which tag' }).click();
  await page.getByRole('option', { name: /^The “blue” zone/ }).click();
  await expect(deleting).toContainText('with the tag “The “blue” zone”: up to 67 uses');
  await screenshotThemes(page, 'delete');
  await deleting.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(tree(page).getByText('Insurance', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(tree(page).getByText('Insurance', { exact: true })).toBeVisible();
});

/** Another person's copy, in which the first tag is missing from every fourth passage. */
const codeCopy = async (from: string, to: string): Promise<void> => {
  copyTree(from, to);
  for (const id of await readdir(join(to, 'articles'))) {
    const path = join(to, 'articles', id, 'annotations.json');
    const file = JSON.parse(await readFile(path, 'utf8'));
    for (const [index, passage] of file.passages.entries())
      if (index % 4 === 0) passage.tagIds = passage.tagIds.slice(1);
    await writeFile(path, JSON.stringify(file));
  }
};

test('another coder’s archive is compared, and differences are settled and taken back', async ({
  folder,
  launch,
}) => {
  await makeInsightArchive(join(folder, 'archive'), { articles: 20, passagesEach: 10 });
  await codeCopy(join(folder, 'archive'), join(folder, 'theirs'));
  const dialogs = await scriptDialogs(folder, [{ kind: 'open-folder', path: join(folder, 'theirs') }]);
  const { window: page } = await launch({ env: dialogs.env });
  await expect(page.getByRole('button', { name: 'New memo' })).toBeVisible();
  await runByPalette(page, 'Compare with another coder');
  const dialog = page.getByRole('dialog', { name: 'Comparison with another coder' });
  await expect(dialog).toContainText('20 articles that both have coded');
  await expect(dialog.getByRole('row', { name: /^China \/ Dual use/ })).toContainText(/0\.\d{3}/);
  expect(await violationsOf(page, { within: '[role="dialog"]' })).toEqual([]);
  await screenshotThemes(page, 'coder');
  const before = await readTree(join(folder, 'archive'));
  const changedFiles = async (): Promise<readonly string[]> => {
    const after = await readTree(join(folder, 'archive'));
    return Object.keys(after).filter((name) => after[name] !== before[name]);
  };
  const heading = dialog.getByRole('heading', { name: /differences/ });
  const count = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0]);
  await dialog
    .getByRole('list', { name: 'Differences' })
    .getByRole('button', { name: 'Take theirs' })
    .first()
    .click();
  await expect(heading).toHaveText(`${count - 1} differences · 1 settled`);
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(heading).toHaveText(`${count} differences`);
  await expect.poll(() => changedFiles()).toEqual([]);
  await dialog.getByText('Segments: at least 90 % overlap').click();
  await expect(dialog.getByRole('row', { name: /^China \/ Dual use/ })).toContainText('not of segments');
});
