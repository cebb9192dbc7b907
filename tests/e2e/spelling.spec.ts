import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { beginMemo, memoSection, openHead, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { clickQuote, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { keepMenus, menuItems, openMenuAt, pressMenuItem } from '../support/window/native-menu.ts';
import { openSettings } from '../support/window/open-settings.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// The menus and the dictionaries are of the process.
test.use({ needsOwnProcess: true });

/** What the menu of a word holds, asked anew until the checker has seen the word. */
const itemsAt = (app: ElectronApplication, page: Page, place: Locator, word: string) =>
  expect.poll(async () => {
    await openMenuAt(app, page, place, word);
    return menuItems(app);
  });

test('F7 goes from one misspelt word of a memo to the next and round, past links and own words', async ({
  launch,
}) => {
  const { app, window: page } = await launch();
  await keepMenus(app);
  await beginMemo(page, 'Harbour');
  await writeIn(page, 'Background');
  await page.keyboard.type('They will recieve the ships on Monday.');
  await writeIn(page, 'Analysis');
  await page.keyboard.type('See https://portt.example now. The harbuor is open.');
  const selected = () => page.evaluate(() => getSelection()?.toString() ?? '');
  // The checker has its dictionary a moment after the memo is open.
  await expect
    .poll(async () => {
      await page.keyboard.press('F7');
      return selected();
    })
    .toBe('recieve');
  await page.keyboard.press('F7');
  expect(await selected()).toBe('harbuor');
  await page.keyboard.press('F7');
  expect(await selected()).toBe('recieve');
  await page.keyboard.type('receive');
  await page.keyboard.press('F7');
  expect(await selected()).toBe('harbuor');
  await page.keyboard.type('harbour');
  await page.keyboard.press('F7');
  await expect(page.getByText('No misspelt words in the text of this memo')).toBeVisible();
});

test('a misspelt word is mended from its menu in one step, and an own word stays right', async ({
  launch,
}) => {
  const first = await launch();
  const { app, window: page } = first;
  await keepMenus(app);
  await beginMemo(page, 'Harbour');
  await writeIn(page, 'Background');
  await page.keyboard.type('They will recieve the zorblat on Monday.');
  const background = memoSection(page, 'Background');
  await itemsAt(app, page, background, 'recieve').toContain('receive');
  await screenshotThemes(page, 'misspelt');
  await pressMenuItem(app, 'receive');
  await expect(background).toContainText('They will receive the zorblat on Monday.');
  await page.keyboard.press('Control+z');
  await expect(background).toContainText('They will recieve the zorblat on Monday.');

  await itemsAt(app, page, background, 'zorblat').toContain('Add “zorblat” to my words');
  await pressMenuItem(app, 'Add “zorblat” to my words');
  await itemsAt(app, page, background, 'zorblat').not.toContain('Add “zorblat” to my words');
  await expect
    .poll(
      async () => JSON.parse(await readFile(join(first.userData, 'settings.json'), 'utf8')).spelling.ownWords,
    )
    .toEqual(['zorblat']);
  await first.close();

  const second = await launch();
  await keepMenus(second.app);
  await openMemo(second.window, 'Harbour');
  const again = memoSection(second.window, 'Background');
  await itemsAt(second.app, second.window, again, 'recieve').toContain('receive');
  await openMenuAt(second.app, second.window, again, 'zorblat');
  await expect.poll(() => menuItems(second.app)).not.toContain('receive');
  expect(await menuItems(second.app)).not.toContain('Add “zorblat” to my words');
});

/** A dictionary of two words, as Hunspell has it in Latin-1, and half of a file in Chromium's format. */
const writeGermanDictionary = async (folder: string) => {
  const words = join(folder, 'de_DE.dic');
  const damaged = join(folder, 'de-DE-3-0.bdic');
  await writeFile(words, Buffer.from('2\nRegierung/N\nStra\xdfe/N\n', 'latin1'));
  await writeFile(join(folder, 'de_DE.aff'), 'SET ISO8859-1\nTRY esi\nSFX N Y 1\nSFX N 0 n e\n');
  await writeFile(damaged, (await readFile('resources/dictionaries/en-GB.bdic')).subarray(0, 90_000));
  return { words, damaged };
};

/** A misspelt word in each language that has a dictionary, and what it should have been. */
const misspelt = {
  'en-US': ['colour', 'color'],
  'en-GB': ['recieve', 'receive'],
  fr: ['gouvernment', 'gouvernement'],
  es: ['gobiermo', 'gobierno'],
  pl: ['rzont', 'rząd'],
  ru: ['правительсво', 'правительство'],
} as const;

test('spelling follows the language of the memo, and no dictionary is ever asked for', async ({
  launch,
  folder,
}) => {
  let asked = 0;
  const listener = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const german = await writeGermanDictionary(folder);
  const { env } = await scriptDialogs(folder, [
    { kind: 'open-files', paths: [german.damaged] },
    { kind: 'open-files', paths: [german.words] },
  ]);
  const { app, window: page } = await launch({ env });
  await keepMenus(app);
  await app.evaluate(({ session }, url) => {
    session.defaultSession.setSpellCheckerDictionaryDownloadURL(url);
    session.defaultSession.on('spellcheck-dictionary-download-begin', () => {
      Reflect.set(globalThis, 'hasAsked', true);
    });
  }, `http://127.0.0.1:${port}/`);

  await beginMemo(page, 'Languages');
  await openHead(page, 'all');
  const language = page.getByLabel('Language');
  const background = memoSection(page, 'Background');
  for (const [tag, [wrong, right]] of Object.entries(misspelt)) {
    await language.fill(tag);
    await writeIn(page, 'Background');
    await page.keyboard.press('End');
    await page.keyboard.type(`${wrong} `);
    if (tag === 'pl') await itemsAt(app, page, background, wrong).toContain(`Add “${wrong}” to my words`);
    else await itemsAt(app, page, background, wrong).toContain(right);
  }
  await language.fill('de');
  await writeIn(page, 'Background');
  await page.keyboard.press('End');
  await page.keyboard.type('Regirung ');
  await itemsAt(app, page, background, 'Regirung').not.toContain('Add “Regirung” to my words');

  await openSettings(page, 'Spelling');
  const addButton = page.getByRole('button', { name: 'Add dictionary…' });
  await addButton.click();
  const dialog = page.getByRole('dialog', { name: 'Add a dictionary' });
  await expect(dialog.getByRole('button', { name: /Language/ })).toContainText('German');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('alert')).toContainText('“de-DE-3-0.bdic” is damaged.');
  await screenshotThemes(page, 'dictionary-damaged');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await addButton.click();
  await expect(dialog).toContainText('de_DE.dic, de_DE.aff');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByRole('listitem', { name: 'German' })).toContainText('2 words');
  await screenshotThemes(page, 'dictionaries');
  await page.keyboard.press('Control+4');
  await itemsAt(app, page, background, 'Regirung').toContain('Regierung');
  await openSettings(page, 'Spelling');
  await page.getByRole('button', { name: 'Remove German' }).click();
  await expect(page.getByRole('listitem', { name: 'German' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('listitem', { name: 'German' })).toBeVisible();

  expect(await app.evaluate(() => Reflect.get(globalThis, 'hasAsked') === true)).toBe(false);
  expect(asked).toBe(0);
  listener.close();
});

const article = articleWithPassages(
  'Le port',
  paragraphs('Le gouvernment a fermé le port pour deux jours, a dit le bureau du port lundi.'),
  [{ start: 3, end: 14 }],
);

test('a note is checked in the language of its article and in the own one, a text that is quoted is not', async ({
  launch,
  folder,
}) => {
  const archive = join(folder, 'archive');
  const french = { ...article.article.bibliography, language: 'fr' };
  await makeReaderArchive(archive, [{ ...article, article: { ...article.article, bibliography: french } }]);
  const { app, window: page } = await launch({ archive });
  await keepMenus(app);
  await openArticle(page, 'Le port');
  const text = page.getByRole('textbox', { name: /Le port/ });
  await expect(text).toHaveAttribute('spellcheck', 'false');
  await clickQuote(page, 'gouvernment');
  await page.keyboard.press('n');
  const note = page.getByRole('textbox', { name: /note/i });
  await note.pressSequentially('Le gouvernment will recieve it.');
  await itemsAt(app, page, note, 'gouvernment').toContain('gouvernement');
  await itemsAt(app, page, note, 'recieve').toContain('receive');
  await screenshotThemes(page, 'note');
  await openMenuAt(app, page, note, 'will');
  await expect.poll(() => menuItems(app)).not.toContain('receive');
});

test('spelling is switched off in the settings, and own words are taken out there', async ({ launch }) => {
  const { app, window: page } = await launch();
  await keepMenus(app);
  await beginMemo(page, 'Harbour');
  await writeIn(page, 'Background');
  await page.keyboard.type('They recieve zorblat ');
  const background = memoSection(page, 'Background');
  await itemsAt(app, page, background, 'zorblat').toContain('Add “zorblat” to my words');
  await pressMenuItem(app, 'Add “zorblat” to my words');
  await openSettings(page, 'Spelling');
  const words = page.getByLabel('Your own words');
  await expect(words).toHaveValue('zorblat');
  await words.scrollIntoViewIfNeeded();
  await screenshotThemes(page, 'settings');
  await words.fill('');
  await page.getByLabel('Check spelling in notes and memos').locator('xpath=ancestor-or-self::label').click();
  await page.keyboard.press('Control+4');
  await writeIn(page, 'Background');
  await page.keyboard.press('End');
  await page.keyboard.type('again ');
  await openMenuAt(app, page, background, 'recieve');
  await expect.poll(() => menuItems(app)).toContain('Paste');
  expect(await menuItems(app)).not.toContain('receive');
});
