import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';

const check = (page: Page, words: string | RegExp) => page.getByRole('button', { name: words });

test('a check names the article and the field, and leads to it', async ({ folder, launch }) => {
  const article = articleWithPassages('Harbour talks', paragraphs('Roe said that the yards were rebuilt.'), [
    { start: 0, end: 13 },
  ]);
  const { about } = article.annotations;
  const marked = { ...about, marking: { kind: 'banner', text: 'DESK ONLY' } as const };
  await makeReaderArchive(`${folder}/archive`, [
    { ...article, annotations: { ...article.annotations, about: marked } },
  ]);
  const { window: page } = await launch();
  await beginMemo(page, 'Yards');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('With high confidence, the U.S. Navy will probably stay @Roe said');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^Checks/ }).click();
  await expect(check(page, /^Likelihood and confidence are in one sentence/)).toBeVisible();
  await expect(check(page, /^“Harbour talks” is marked “DESK ONLY”/)).toBeVisible();
  await screenshotThemes(page, 'checks');

  await check(page, '“For” is empty.').click();
  await expect(page.getByRole('textbox', { name: 'For', exact: true })).toBeFocused();
  await check(page, /DESK ONLY/).click();
  await expect(page.getByRole('button', { name: /Marking/ })).toBeFocused();
  await check(page, '“Harbour talks” has no publication, no date and no URL.').click();
  const details = page.getByRole('dialog', { name: 'Article details' });
  await expect(details.getByRole('textbox', { name: 'Publication' })).toBeFocused();
  await keepLook(page, 'field');
  await page.keyboard.type('Harbour Dispatch');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(memoText(page)).toBeVisible();
  await expect(check(page, '“Harbour talks” has no date and no URL.')).toBeVisible();

  await check(page, '“Harbour talks” has no date and no URL.').press('e');
  const date = page.getByRole('textbox', { name: 'Date' });
  await expect(date).toBeFocused();
  await page.keyboard.type('the 22nd');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Enter a date such as 2024-04-22 or 22 April 2024.')).toBeVisible();
  await date.fill('22 April 2024');
  await screenshotThemes(page, 'fill-in');
  await page.keyboard.press('Tab');
  await expect(check(page, '“Harbour talks” has no URL.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'URL' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(check(page, '“Harbour talks” has no URL.')).toBeFocused();
  await page.keyboard.press('e');
  await page.keyboard.type('https://harbour-dispatch.example/talks');
  await page.keyboard.press('Enter');
  await expect(check(page, /“Harbour talks” has/)).toHaveCount(0);
  await expect(
    page.getByRole('region', { name: 'Beside the memo' }).locator('li > button').first(),
  ).toBeFocused();
});

test('a typed quotation is cited where an article has it, and is an error where it differs', async ({
  folder,
  launch,
}) => {
  const said = 'the northern basin will stay open for fishing boats until the end of March';
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Berths closed', paragraphs(`Roe said that ${said}.`), [{ start: 0, end: 3 }]),
  ]);
  const { window: page } = await launch();
  await beginMemo(page, 'Berths');
  await writeIn(page, 'Bottom line');
  await page.keyboard.type(`Roe said “${said}”.`);
  await page.getByRole('tab', { name: /^Checks/ }).click();
  const offer = check(page, /is quoted, but not cited. It is in “Berths closed”/);
  await expect(offer).toBeVisible();
  await screenshotThemes(page, 'cite');
  await offer.press('c');
  await expect(offer).toHaveCount(0);
  await expect(memoText(page)).toContainText(/March” .*\[?1/);
  await memoText(page).press('ControlOrMeta+z');
  await expect(offer).toBeVisible();
  await memoText(page).press('ControlOrMeta+Shift+j');
  await expect(offer).toHaveCount(0);

  await writeIn(page, 'Bottom line');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(
    '“the northern basin will not stay open for fishing boats until the end of March”',
  );
  await expect(
    check(page, /is not cited, and “Berths closed” reads “the northern basin will stay/),
  ).toBeVisible();
  await screenshotThemes(page, 'misquoted');
});
