import { expect, type Page } from '@playwright/test';
import { beginMemo, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { screenshotThemes } from '../support/window/screenshot-themes.ts';

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
  await expect(check(page, /^Likelihood and confidence stand in one sentence/)).toBeVisible();
  await expect(check(page, /^“Harbour talks” is marked “DESK ONLY”/)).toBeVisible();
  await screenshotThemes(page, 'checks');

  await check(page, '“For” is empty.').click();
  await expect(page.getByRole('textbox', { name: 'For', exact: true })).toBeFocused();
  await check(page, /DESK ONLY/).click();
  await expect(page.getByRole('button', { name: /Marking/ })).toBeFocused();
  await check(page, '“Harbour talks” has no publisher, no date and no URL.').click();
  const details = page.getByRole('dialog', { name: 'Article details' });
  await expect(details.getByRole('textbox', { name: 'Publisher' })).toBeFocused();
  await page.screenshot({ path: test.info().outputPath('field.png') });
  await page.keyboard.type('Harbour Dispatch');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(memoText(page)).toBeVisible();
  await expect(check(page, '“Harbour talks” has no date and no URL.')).toBeVisible();
});
