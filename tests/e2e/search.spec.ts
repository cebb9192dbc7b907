import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { runCli } from '../support/app/run-cli.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { violationsOf } from '../support/window/violations-of.ts';

// The full-text search, on the built app.

const text =
  'The harbour closed on Monday.\nMachine tools crossed the border.\nA pilot in Łódź had heard nothing.';

test('the command line searches the texts and rebuilds the index', async ({ folder }) => {
  await writeFile(join(folder, 'port.txt'), text);
  const options = { cwd: folder, env: { XDG_CONFIG_HOME: join(folder, 'config') } };
  const run = async (...words: string[]) => {
    const answer = await runCli([...words, '--archive', 'archive'], options);
    expect(answer.exitCode, answer.stdout + answer.stderr).toBe(0);
    return answer;
  };
  const imported = (await run('import', 'port.txt', '--json')).json() as [{ id: string }];
  const { id } = imported[0];
  await run('annotate', id, '--quote', 'Machine tools', '--label', 'data', '--tag', 'Trade/Tools');

  const found = await run('search', 'machine', 'tag:trade', 'OR', 'lodz', '--json');
  expect(found.json()).toEqual({
    count: 2,
    groups: [
      {
        kind: 'passage',
        count: 1,
        hits: [expect.objectContaining({ articleId: id, label: 'data', paragraph: 2 })],
      },
      { kind: 'article', count: 1, hits: [expect.objectContaining({ id })] },
    ],
    spelling: null,
  });
  const nothing = await run('search', 'lighthouse grade:Z9');
  expect(nothing.stdout).toBe('');
  expect(nothing.stderr).toContain('“grade:Z9” is no condition and is read as words.');
  expect(nothing.stderr).toContain('Nothing found.');
  expect((await run('search', 'harbourr')).stderr).toContain('Similar words in the archive: harbour');
  expect((await run('rebuild')).stdout).toContain('Rebuilt the search index');
  expect((await run('search', 'harbour', '--limit', '1')).stdout).toContain(`Articles (1)\n${id}`);
});

test('everything is searched by keys, as it is typed, narrowed, and opened at its place', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  // The window hears keys once its bar is drawn.
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('searchbox', { name: 'Search the archive' });
  await expect(field).toBeFocused();
  await expect(page.getByText('both words')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  // The index is built behind the window: what is not in it yet comes by itself.
  await page.keyboard.type('weapon');
  const found = page.getByRole('listbox', { name: 'Found' });
  await expect(found.getByRole('option').first()).toBeVisible({ timeout: 20_000 });
  await expect(found.getByRole('group', { name: 'Articles' }).locator('mark').first()).toHaveText(/weapon/i);
  await expect(page.getByRole('complementary', { name: 'Narrow the search' })).toContainText('Claim');
  await screenshotThemes(page, 'found');
  expect(await violationsOf(page)).toEqual([]);

  const narrow = page.getByRole('complementary', { name: 'Narrow the search' });
  await narrow.getByRole('checkbox', { name: /^Claim/ }).check({ force: true });
  const chip = page.locator('[data-chip]');
  await expect(chip).toHaveAccessibleName('Label: Claim');
  await expect(found.getByRole('group', { name: 'Articles' })).toHaveCount(0);
  await narrow.getByRole('button', { name: 'Exclude Claim' }).click();
  await expect(chip).toHaveAccessibleName('Not Label: Claim');
  await page.getByRole('button', { name: 'Remove Not Label: Claim' }).click();
  await expect(found.getByRole('group', { name: 'Articles' })).toBeVisible();

  // A passage is acted on by its letters beside its text, and Esc leads back to the field.
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(found.getByRole('option').first()).toBeFocused();
  await expect(page.getByRole('region', { name: 'Preview' }).locator('mark').first()).toBeVisible();
  await page.keyboard.press('g');
  await expect(page.getByRole('group', { name: /^Grade: press/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(found.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();

  await field.fill('weapon* in:article');
  await expect(found.getByRole('group')).toHaveCount(1);
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(found.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Enter');
  const find = page.getByRole('search');
  await expect(find).toContainText(/^1 of \d+/);
  await screenshotThemes(page, 'opened');

  await page.keyboard.press('Control+Shift+F');
  await expect(chip).toHaveAccessibleName('Kind: Articles');
  await expect(field).toHaveValue('weapon* ');
  await field.fill('zzzz grade:Z9 ');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await expect(page.getByText('“grade:Z9” is no condition and is read as words.')).toBeVisible();
  await screenshotThemes(page, 'nothing');
});

test('a search is saved, opened from the sidebar at any width, and its words are marked where it leads', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('searchbox', { name: 'Search the archive' });
  const found = page.getByRole('listbox', { name: 'Found' });
  await field.fill('weapon* in:article ');
  await expect(found.getByRole('group', { name: 'Articles' })).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.keyboard.type('Weapons');
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expect(page.getByRole('list', { name: 'Saved searches' })).toContainText('Weapons');
  // Collapsed, the sidebar has the saved searches in a menu.
  await page.keyboard.press('Control+\\');
  await page.getByRole('button', { name: 'Saved searches' }).click();
  await page
    .getByRole('dialog', { name: 'Saved searches' })
    .getByRole('button', { name: 'Weapons 1' })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(found.getByRole('group', { name: 'Articles' })).toBeVisible();

  // What is no text of an article has its words marked too, until hands go on.
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await field.fill('weapon* in:passage ');
  await expect(found.getByRole('group', { name: 'Passages' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Reader' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('sought')?.size ?? 0)).toBeGreaterThan(0);
  await screenshotThemes(page, 'marked');
  await page.keyboard.press('Control+Shift+F');
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('sought'))).toBe(false);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await field.fill('wepaons ');
  await page.getByRole('button', { name: 'Search for “weapons”' }).click();
  await expect(found.getByRole('group', { name: 'Articles' })).toBeVisible();
});

test('words are found in all their forms, and all that is found is highlighted in one step', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await expect(page.getByRole('button', { name: 'New memo' }).first()).toBeVisible();
  await page.keyboard.press('Control+Shift+F');
  const field = page.getByRole('searchbox', { name: 'Search the archive' });
  const found = page.getByRole('listbox', { name: 'Found' });
  const articles = found.getByRole('group', { name: 'Articles' });
  await field.fill('sanction ');
  await expect(articles.locator('mark').first()).toHaveText(/^sanctions$/i, { timeout: 20_000 });
  await expect(page.getByText(/^“sanction”: also sanctions/)).toBeVisible();
  await expect(
    page.getByText(/“sanction” isn’t found in this form: “sanctions” alone finds \d+/),
  ).toBeVisible();
  await screenshotThemes(page, 'forms');
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Highlight all…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Highlight all' });
  await expect(dialog.getByRole('checkbox', { name: /^All \d+ places?$/ })).toBeVisible();
  await expect(dialog.locator('mark').first()).toHaveText(/^sanctions$/i);
  // The tick of all stands in line with those of the places.
  const lefts = await dialog
    .locator('label:has(input[type="checkbox"]) > span:nth-child(2)')
    .evaluateAll((boxes) => boxes.map((box) => Math.round(box.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(1);
  await screenshotThemes(page, 'highlight-all');
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByText('The paragraph').click();
  await dialog.getByText('The sentence').click();
  const submit = dialog.getByRole('button', { name: /^Highlight \d+$/ });
  const made = ((await submit.textContent()) ?? '').replace('Highlight ', '');
  await submit.click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Highlighted ${made} passage`)).toBeVisible();
  const passages = found.getByRole('group', { name: 'Passages' });
  await expect(passages.locator('mark').first()).toHaveText(/^sanctions$/i);
  await page.getByRole('button', { name: 'Highlight all…' }).click();
  await expect(dialog.getByText(/already highlighted and left out/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Z');
  await expect(page.getByText(/Undone: created passages from search/)).toBeVisible();
  // Undo goes where the passages were; the search is as it was left.
  await page.keyboard.press('Control+Shift+F');

  await page.getByRole('button', { name: 'Exact words' }).click();
  await expect(field).toHaveValue('=sanction ');
  await expect(page.getByText('Nothing found')).toBeVisible();

  await page.keyboard.press('Control+K');
  await page.keyboard.type('sanction');
  await expect(page.getByRole('option').first()).toBeVisible();
  await screenshotThemes(page, 'palette');
  await page.keyboard.press('Escape');
});
