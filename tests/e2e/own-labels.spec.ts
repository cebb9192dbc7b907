import { expect } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { openSettings } from '../support/window/open-settings.ts';

const title = 'Harbour report';
const text = 'The berths stayed shut until May. Their owner gave no reason, and the port paid none.';

test('an archive has labels of its own: made in Settings, given by their key, renamed, found and retired', async ({
  launch,
  folder,
}) => {
  const before = articleWithPassages(title, paragraphs(text), [rangeOf(text, 'stayed shut')]);
  await makeReaderArchive(`${folder}/archive`, [before]);
  const { window: page } = await launch();

  await openSettings(page, 'Labels');
  await page.getByRole('button', { name: 'Add a label…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a label' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Red line');
  await dialog.getByRole('textbox', { name: 'When it is used' }).fill('what a side will not accept');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('listitem', { name: 'Red line' })).toBeVisible();
  await screenshotThemes(page, 'labels-settings');

  await openArticle(page, title);
  await selectQuote(page, 'gave no reason');
  await expect(page.getByRole('toolbar', { name: 'Make a passage' })).toContainText('Red line');
  await screenshotThemes(page, 'labels-toolbar');
  await page.keyboard.press('6');
  await expect
    .poll(async () => (await highlights(page)).map((each) => each.text))
    .toContain('gave no reason');
  const mark = articleText(page).locator('mark').filter({ hasText: 'gave no reason' });
  await expect(mark).toHaveCSS('text-decoration-color', /rgb/);
  const own = await mark.getAttribute('data-label');
  expect(own).toMatch(/^[0-9a-f-]{36}$/);
  await screenshotThemes(page, 'labels-reader');

  // Where colours are forced, the line and the swatch of a label keep theirs.
  await page.emulateMedia({ forcedColors: 'active' });
  const lineOf = (label: string) =>
    articleText(page)
      .locator(`mark[data-label="${label}"]`)
      .evaluate((each) => getComputedStyle(each).textDecorationColor);
  const line = await lineOf('claim');
  expect(await lineOf(own ?? '')).not.toBe(line);
  await expect(page.locator('[data-swatch]')).toHaveCSS('border-bottom-color', line);
  await page.emulateMedia({ forcedColors: 'none' });

  await openSettings(page, 'Labels');
  const name = page.getByRole('textbox', { name: 'Name of label 6' });
  await name.fill('Limit');
  await name.press('Enter');
  await expect(page.getByRole('listitem', { name: 'Limit' })).toBeVisible();
  await page.getByRole('button', { name: 'Move Limit up' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of label 5' })).toHaveValue('Limit');
  await page.getByRole('button', { name: 'Retire Claim' }).click();
  await expect(page.getByRole('region', { name: 'Retired' })).toContainText('Claim');
  // Keys go on where the label is now.
  await expect(page.getByRole('button', { name: 'Use Claim again' })).toBeFocused();
  await screenshotThemes(page, 'labels-retired');

  const renamed = page.getByRole('textbox', { name: 'Name of label 4' });
  await renamed.fill('What a side will not accept in the talks');
  await renamed.press('Enter');
  await page
    .getByRole('button', { name: /^Search/ })
    .first()
    .click();
  await page.keyboard.type('in:passage ');
  await expect(page.getByRole('checkbox', { name: /^What a side/ })).toBeVisible();
  const facets = page.getByRole('group', { name: 'Label' });
  expect(
    await facets.evaluate(({ parentElement: box }) => (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0)),
  ).toBe(0);

  await openArticle(page, title);
  await expect(articleText(page).locator('mark[data-label="claim"]')).toHaveText('stayed shut');
  await selectQuote(page, 'paid none');
  await expect(page.getByRole('toolbar', { name: 'Make a passage' })).not.toContainText('Claim');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('label: what');
  await expect(page.getByRole('option', { name: /^Label: What a side/ })).toBeVisible();
});
