import { type ElectronApplication, expect, type Page } from '@playwright/test';
import type { Precis } from '../support/app/launch-precis.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { violationsOf } from '../support/window/violations-of.ts';

const title = 'Strait closed to tankers';
const texts = [
  'The strait will be closed to tankers for two days, the harbour office said on Monday.',
  'Ship owners expect freight rates to rise. The office gave no reason for the closure.',
];
const closed = { start: 0, end: texts[0]?.indexOf(',') ?? 0 };

/** What the menu bar shows of a command. */
const menuItem = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    return item && { keys: item.accelerator ?? null, isEnabled: item.enabled };
  }, id);

const actMenu = (page: Page) => page.getByRole('menu', { name: 'Passage' });
/** Starts the app and waits until it answers keys. */
const started = async (launch: () => Promise<Precis>): Promise<Precis> => {
  const precis = await launch();
  await precis.window.getByRole('button', { name: /^Articles/ }).waitFor();
  return precis;
};
const passages = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });

test.describe('the commands', () => {
  test.beforeEach(async ({ folder }) => {
    await makeReaderArchive(`${folder}/archive`, [
      articleWithPassages(title, paragraphs(...texts), [closed]),
    ]);
  });

  test('stand in one menu wherever a passage is shown: right button, Shift+F10, printed letters', async ({
    launch,
  }) => {
    const { window: page } = await started(launch);
    await openArticle(page, title);
    await clickQuote(page, 'Ship owners');
    await articleText(page).locator('mark').first().click({ button: 'right' });
    await expect(actMenu(page).getByRole('menuitem', { name: /^Note/ })).toBeEnabled();
    expect(await violationsOf(page, { within: '[role="menu"]' })).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(articleText(page)).toBeFocused();

    await page.keyboard.press('Shift+F10');
    await actMenu(page).getByRole('menuitem', { name: 'Label' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: /^Data/ }).press('Enter');
    await expect.poll(() => highlights(page)).toMatchObject([{ label: 'data' }]);

    await passages(page).getByRole('listitem').first().click({ button: 'right' });
    await page.keyboard.press('n');
    await expect(actMenu(page)).toBeHidden();
    await page.keyboard.type('seen by two');
    await expect(passages(page)).toContainText('seen by two');

    await page.keyboard.press('Control+3');
    await page.getByRole('grid', { name: 'Passages' }).getByRole('row').nth(1).click({ button: 'right' });
    await page.keyboard.press('4');
    await expect(page.getByRole('region', { name: 'The passage' })).toContainText('Context');
  });

  test('get the keys that the analyst chooses, printed everywhere and kept', async ({ launch }) => {
    const { app, window: page, close } = await started(launch);
    await openSettings(page, 'Keys');
    await page.getByRole('searchbox', { name: 'Find a command or a key' }).fill('note');
    const line = page.getByRole('listitem', { name: 'Note', exact: true });
    await line.getByRole('button', { name: 'N, change' }).click();
    await page.keyboard.press('Control+Alt+x');
    await expect(line.getByText(/AltGr/)).toBeVisible();
    await page.keyboard.press('Control+c');
    await expect(line.getByText(/is for typing/)).toBeVisible();
    await page.keyboard.press('t');
    await expect(line.getByText('Already: Tags')).toBeVisible();
    await page.getByRole('button', { name: 'Swap' }).click();
    await expect(page.getByRole('button', { name: 'T, change' })).toBeFocused();
    await expect.poll(() => menuItem(app, 'passage.note')).toMatchObject({ keys: 'T' });
    await close();

    const { window: again } = await started(launch);
    await openArticle(again, title);
    await clickQuote(again, 'closed to tankers');
    await expect(passages(again).getByRole('button', { name: /^Note T/ })).toBeVisible();
    await again.keyboard.press('t');
    await again.keyboard.type('asked twice');
    await expect(passages(again)).toContainText('asked twice');
    await again.keyboard.press('Escape');
    await again.keyboard.press('F1');
    await expect(again.getByRole('region', { name: 'All keys' })).toContainText('NoteT');
    await again.keyboard.press('Escape');
    await openSettings(again, 'Keys');
    await again.getByRole('button', { name: 'Reset all keys' }).click();
    await again.getByRole('button', { name: 'Reset', exact: true }).click();
    const note = again.getByRole('listitem', { name: 'Note', exact: true });
    await expect(note.getByRole('button', { name: 'N, change', exact: true })).toBeVisible();
  });

  test('act on tags, sources, tasks and memos too, by menu bar, palette and right button', async ({
    launch,
  }) => {
    const { app, window: page } = await started(launch);
    const menuOf = (name: string) => page.getByRole('menu', { name });
    // Made from any view: the command goes to its own.
    await runByPalette(page, 'New tag');
    await expect(page.getByRole('dialog', { name: 'New tag' })).toBeVisible();
    await page.keyboard.press('Escape');
    const makeIn = async (view: string, button: string, name: string) => {
      await page.keyboard.press(view);
      await page.getByRole('button', { name: button, exact: true }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    };
    await makeIn('Control+7', 'New tag', 'tankers');
    await makeIn('Control+7', 'New tag', 'freight');
    await page.getByRole('row', { name: 'tankers' }).click({ button: 'right' });
    await menuOf('Tag').getByRole('menuitem', { name: 'Move…' }).click();
    await expect(page.getByRole('dialog', { name: 'Move “tankers”' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'Name of the tag' }).fill('ships');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('row', { name: 'ships' })).toBeVisible();

    await makeIn('Control+6', 'New source', 'Harbour office');
    await expect.poll(() => menuItem(app, 'tag.rename')).toMatchObject({ isEnabled: false });
    await expect.poll(() => menuItem(app, 'source.delete')).toMatchObject({ isEnabled: true });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('reliability of');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^B/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change' }).click();
    await expect(page.getByRole('row', { name: /Harbour office/ })).toContainText('B');

    await page.keyboard.press('Control+5');
    await page.getByRole('textbox', { name: 'New task' }).fill('Ask the office');
    await page.keyboard.press('Enter');
    await page.locator('[data-row-id]').click({ button: 'right' });
    await menuOf('Task').getByRole('menuitem', { name: 'Move to trash' }).click();
    await expect(page.locator('[data-row-id]')).toHaveCount(0);

    await page.keyboard.press('Control+n');
    await page.getByRole('textbox', { name: 'Title' }).fill('Strait');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'All memos' }).click();
    await page.getByRole('row', { name: 'Strait' }).click({ button: 'right' });
    await menuOf('Memo').getByRole('menuitem', { name: 'State' }).press('ArrowRight');
    await page.getByRole('menuitem', { name: 'In review' }).press('Enter');
    const memo = page.getByRole('row', { name: 'Strait' });
    await expect(memo).toContainText('In review');
    await memo.hover();
    const acts = memo.getByRole('button', { name: 'More actions' });
    await expect(acts.locator('..')).toHaveCSS('opacity', '1');
    await acts.click();
    await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await page.keyboard.type('undo history');
    await page.keyboard.press('Enter');
    const history = page.getByRole('dialog', { name: 'Undo history' });
    await expect(history.getByRole('button', { name: /^Changed state of memo/ })).toContainText('Strait');
    await screenshotThemes(page, 'undo-history');
    // The last step has the focus, the arrows go back from it, and Enter goes there.
    await expect(history.getByRole('button', { name: /^Changed state of memo/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(history.getByRole('button', { name: /^Deleted task/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Undone: 3 steps')).toBeVisible();
    await expect(page.getByRole('row', { name: 'Strait' })).toHaveCount(0);
    await page.keyboard.press('Control+5');
    await expect(page.locator('[data-row-id]')).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('undo history');
    await page.keyboard.press('Enter');
    await history.getByRole('button', { name: /^Deleted task.*Redo 1 step/ }).click();
    await expect(page.locator('[data-row-id]')).toHaveCount(0);
  });

  test('say what they need first where there is nothing to act on', async ({ launch }) => {
    const { window: page } = await started(launch);
    await openArticle(page, title);
    await articleText(page).focus();
    // Away from the passage, which stands where the text begins.
    await page.keyboard.press('Control+End');
    await page.keyboard.press('t');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Select a passage first');
  });

  test('are grey in the menu bar where nothing answers them', async ({ launch }) => {
    const { app, window: page } = await started(launch);
    await page.keyboard.press('Control+6');
    await expect.poll(() => menuItem(app, 'passage.note')).toMatchObject({ isEnabled: false });
    await expect.poll(() => menuItem(app, 'edit.undo')).toMatchObject({ isEnabled: false });
    await openArticle(page, title);
    await clickQuote(page, 'closed to tankers');
    await expect.poll(() => menuItem(app, 'passage.note')).toEqual({ keys: 'N', isEnabled: true });
    await page.keyboard.press('2');
    await expect.poll(() => menuItem(app, 'edit.undo')).toMatchObject({ isEnabled: true });
    await page.keyboard.press('Escape');
    await expect.poll(() => menuItem(app, 'passage.note')).toMatchObject({ isEnabled: false });
    // At another place: two clicks at one place that follow fast are a double click.
    await clickQuote(page, 'two days');
    await expect.poll(() => menuItem(app, 'passage.note')).toMatchObject({ isEnabled: true });
    await page.keyboard.press('Control+6');
    await expect.poll(() => menuItem(app, 'passage.note')).toMatchObject({ isEnabled: false });
  });

  test('answer the keys of other layouts, of F8 in a field, and none of an input method', async ({
    launch,
  }) => {
    const { window: page } = await started(launch);
    const session = await page.context().newCDPSession(page);
    const press = async (key: string, code: string, more: object = {}) => {
      const event = { key, code, text: key.length === 1 ? key : '', ...more };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    };
    await openArticle(page, title);
    await selectQuote(page, 'freight rates');
    await press('t', 'KeyT', { windowsVirtualKeyCode: 229 });
    expect(await highlights(page)).toHaveLength(1);
    await press('é', 'Digit2', { windowsVirtualKeyCode: 50 });
    await expect.poll(() => highlights(page)).toContainEqual({ label: 'data', text: 'freight rates' });

    await press('т', 'KeyN', { windowsVirtualKeyCode: 78 });
    await page.keyboard.type('by its place');
    await expect(passages(page)).toContainText('by its place');

    await page.getByRole('searchbox').first().click();
    await page.keyboard.press('F8');
    await page.keyboard.press('4');
    await expect.poll(() => highlights(page)).toContainEqual({ label: 'context', text: 'freight rates' });
    await expect(page.getByRole('searchbox').first()).toHaveValue('');
  });

  test('cite the passage at hand in the memo that was open last, and take it back', async ({ launch }) => {
    const { window: page } = await started(launch);
    await page.keyboard.press('Control+n');
    await page.getByRole('textbox', { name: 'Title' }).fill('Strait');
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByRole('region', { name: /^Memo PM-/ })).toBeVisible();
    await openArticle(page, title);
    await clickQuote(page, 'closed to tankers');
    await page.keyboard.press('m');
    await expect(page.getByText(/^Cited in PM-\d{4}-001$/)).toBeVisible();
    await page.keyboard.press('m');
    await expect(page.getByText(/^Already in PM-\d{4}-001$/)).toBeVisible();
    await page.getByRole('button', { name: 'Open the memo' }).first().click();
    await expect(page.getByText('The strait will be closed to tankers for two days').first()).toBeVisible();
  });

  test('are found in the palette with what was open last, and it keeps its words', async ({ launch }) => {
    const { window: page } = await started(launch);
    const palette = page.getByRole('dialog', { name: 'Find anything' });
    await openArticle(page, title);
    await page.keyboard.press('Control+5');
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('option').first()).toContainText(title);
    await expect(palette.getByRole('option', { name: /^Export memo/ })).toHaveCount(0);
    await page.keyboard.type('closed');
    await expect(palette.getByRole('group', { name: 'Passages' }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toHaveValue('closed');
    await page.keyboard.type('dark');
    await page.keyboard.press('Enter');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', 'dark');
    // At once, before the words are answered: what they find is opened.
    await expect(articleText(page)).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('closed');
    await expect(palette.getByRole('group', { name: 'Passages' }).getByRole('option')).toHaveCount(1);
    await Promise.all([page.keyboard.insertText(' to tankers'), page.keyboard.press('Enter')]);
    await expect(palette).toHaveCount(0);
    await expect(articleText(page)).toBeVisible();
  });

  test('take the row of the palette that is drawn as chosen, after a paste and after a deletion too', async ({
    launch,
  }) => {
    const { app, window: page } = await started(launch);
    const chosen = page.locator('[role="option"][data-focused]');
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), title);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+v');
    await expect(chosen).toContainText(title);
    await page.keyboard.press('Enter');
    await expect(articleText(page)).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('darkk');
    await page.keyboard.press('Backspace');
    await expect(chosen).toContainText('Theme: dark');
    await page.keyboard.press('Enter');
    await expect(page.locator(':root')).toHaveAttribute('data-theme', 'dark');
  });
});
