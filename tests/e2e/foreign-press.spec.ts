import { expect, type Page } from '@playwright/test';
import { beginMemo, memoSection, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { clickQuote, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { readMemos } from '../support/files/read-memos.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { keepLook } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';

// A foreign article that is translated, and quoted in a memo by its translation.

const title = 'Neun Tage im Freihafen';
const lines = [title, 'Neun Tage lag eine Kiste im Freihafen, heißt es an der Mole.'];
const quote = 'Neun Tage lag eine Kiste im Freihafen';
const english = 'For nine days a crate lay in the free port';

const translatePassage = async (page: Page): Promise<void> => {
  await clickQuote(page, quote);
  await runByPalette(page, 'Translation of the passage');
  const field = page.getByRole('textbox', { name: 'Translation', exact: true });
  await field.fill(english);
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Change the translation, by the analyst' })).toContainText(
    english,
  );
};

test('a passage is found and cited by its translation, and by its own words at a press', async ({
  folder,
  launch,
}) => {
  const archive = `${folder}/archive`;
  const made = articleWithPassages(title, paragraphs(...lines), [rangeOf(lines.join('\n'), quote)]);
  const bibliography = { ...made.article.bibliography, language: 'de', publisher: 'Küstenkurier' };
  await makeReaderArchive(archive, [{ ...made, article: { ...made.article, bibliography } }]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await translatePassage(page);

  await beginMemo(page, 'Checks at the free port');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('It is said: @crate');
  await expect(page.getByRole('option')).toHaveText([
    new RegExp(`“${english}”.*English, by the analyst, matches`, 'u'),
    new RegExp(`“${quote}”.*Original in German`, 'u'),
  ]);
  await keepLook(page, 'offered');
  await page.keyboard.press('Enter');
  const text = memoSection(page, 'Bottom line');
  await expect(text).toContainText(`It is said: “${english}” [1 ¶2]`);
  const stored = async (): Promise<string> => JSON.stringify(await readMemos(archive));
  await expect.poll(stored).toContain('"translationId"');

  await text.locator('[data-chip]').click();
  const menu = page.getByRole('dialog', { name: 'Citation' });
  await expect(menu).toContainText(`“${quote}”`);
  await keepLook(page, 'citation');
  await menu.getByText('Original, German').click();
  await expect(text).toContainText(`It is said: “${quote}” [1 ¶2]`);
  await expect.poll(stored).not.toContain('"translationId"');
  await menu.getByText('English, by the analyst').click();
  await expect(text).toContainText(`It is said: “${english}” [1 ¶2]`);
  await expect.poll(stored).toContain('"translationId"');
});
