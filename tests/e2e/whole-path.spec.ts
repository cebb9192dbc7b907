import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { headLine, openHead } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, clickQuote, highlights, openArticle, selectQuote } from '../support/app/reader-page.ts';
import { exportedFile, exportInto } from '../support/files/exported-files.ts';
import {
  checkPdf,
  pdfInfo,
  pdfMetadata,
  pdfPageTexts,
  pdfStructure,
  pdfTaggedText,
} from '../support/files/read-pdf.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

/** The working day that everything is for: an article comes in, a memo goes out, and all of it is found again. */
const title = 'Harbour closed to tankers';
const paragraphs = [
  'The harbour of Northport will stay closed to tankers until Friday, its master said on Monday.',
  '“We have named the ships, and we will name their owners,” the harbour master told reporters. “Nobody is exempt.”',
  'Insurers put the cost of a day’s delay at $2 million a ship. Nine ships were waiting on Sunday night.',
  'The ministry gave no reason for the closure.',
];
const article = `---\ntitle: ${title}\nauthor: Ana Writer\npublisher: Northport Gazette\ndate: 2024-04-22\nurl: https://gazette.example/harbour\nlang: en\n---\n\n${paragraphs.join('\n\n')}\n`;
const claim = 'We have named the ships, and we will name their owners';
const data = 'named the ships';

const margin = (page: Page) => page.getByRole('complementary', { name: /^Passages/ });
const memoText = (page: Page) => page.getByRole('textbox', { name: 'Text of the memo' });

const annotate = async (page: Page): Promise<void> => {
  await selectQuote(page, claim);
  const end = articleText(page).getByText('The ministry gave no reason');
  const place = await end.boundingBox();
  await page.keyboard.press('1');
  await page.keyboard.press('t');
  await page.keyboard.type('Shipping/Tankers');
  await page.keyboard.press('Enter');
  await expect(margin(page).getByText('Shipping / Tankers')).toBeVisible();
  // No line of the text has moved for its first passage.
  expect(await end.boundingBox()).toEqual(place);
  await page.keyboard.press('s');
  await page.keyboard.type('Harbour master');
  await page.keyboard.press('Enter');
  await expect(margin(page).getByText(/Harbour master/)).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.keyboard.press('3');
  await expect(margin(page).getByText('B3')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('Ask for the list of owners.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await page.keyboard.type('Ask the registry for the owners !verify');
  await page.keyboard.press('Enter');
  await expect(
    margin(page).getByRole('checkbox', { name: 'Done: Ask the registry for the owners' }),
  ).toBeAttached();
  await page.keyboard.press('Escape');
};

test('from an article to a memo in PDF, and all of it again after a new start', { tag: '@smoke' }, async ({
  launch,
  folder,
}) => {
  await exportInto(folder);
  await writeFile(`${folder}/harbour.md`, article);
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [`${folder}/harbour.md`] }]);
  const first = await launch({ env });
  const { window: page } = first;

  await page.getByRole('button', { name: /^Import files/ }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await expect(page.getByRole('textbox', { name: 'Publication' })).toHaveValue('Northport Gazette');
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toContainText('Nobody is exempt.');

  await annotate(page);
  await selectQuote(page, data);
  await page.keyboard.press('2');
  await selectQuote(page, 'The ministry gave no reason');
  await page.keyboard.press('5');
  await expect
    .poll(() => highlights(page))
    .toEqual([
      { label: 'claim', text: claim },
      { label: 'data', text: data },
      { label: 'gap', text: 'The ministry gave no reason' },
    ]);

  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New memo' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Northport: what the closure means');
  await page.keyboard.press('Enter');
  await openHead(page);
  await page.getByRole('textbox', { name: 'For', exact: true }).fill('Director');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('Shipping desk');
  await page.getByRole('button', { name: /Marking/ }).click();
  await page.getByRole('option', { name: /^TLP:AMBER(?!\+)/ }).click();
  await page.getByRole('button', { name: /^Done/ }).click();
  await expect(headLine(page)).toContainText('For Director');

  await memoText(page).locator('p:not([aria-hidden])').first().click();
  await page.keyboard.type('The closure will last, and owners will be named. @named the ships');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toContainText('[1 ¶2]');

  const passage = page.getByRole('row', { name: /We have named the ships, and/ });
  await passage.getByRole('button', { name: 'Quote' }).click();
  await expect(memoText(page).locator('blockquote')).toContainText(claim);
  await expect(page.getByText(/^Saved/)).toBeVisible();

  await page.keyboard.press('Control+e');
  const exportDialog = page.getByRole('dialog', { name: /^Export/ });
  await exportDialog.getByRole('checkbox', { name: /Ask the registry/ }).check({ force: true });
  await exportDialog.getByRole('button', { name: /^Export/ }).click();
  await expect(page.getByRole('dialog', { name: /saved$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await first.close();

  const pdf = await exportedFile(folder, '.pdf');
  await checkPdf(pdf);
  const info = await pdfInfo(pdf);
  expect(info).toMatchObject({
    Title: 'Northport: what the closure means',
    Tagged: 'yes',
    Author: 'Shipping desk',
  });
  expect(info['Page size']).toContain('A4');
  expect(await pdfMetadata(pdf)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  const pages = await pdfPageTexts(pdf);
  pages.forEach((text, index) => {
    expect(text.match(/TLP:AMBER/g)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
  });
  const whole = pages.join('\n').replace(/\s+/g, ' ');
  expect(whole).toContain('The closure will last, and owners will be named.');
  expect(whole).toContain(`“${claim}” [1 ¶2]`);
  expect(whole).toContain(claim);
  expect(whole).toContain('[1 ¶2]');
  expect(whole).toContain('Harbour master, quoted in Northport Gazette, 22 April 2024 [1 ¶2]');
  expect(await pdfTaggedText(pdf)).toContain('B3 usually reliable; possibly true via Northport Gazette');
  expect(whole).toContain('Ask the registry for the owners');
  expect(whole).toContain('gazette.example/harbour');
  expect(whole).not.toContain(folder);
  expect(await pdfStructure(pdf)).toMatch(/BlockQuote/);

  const second = await launch();
  await openArticle(second.window, title);
  await expect.poll(() => highlights(second.window).then((found) => found.length)).toBe(3);
  await clickQuote(second.window, 'and we will name');
  await expect(margin(second.window).getByText('B3')).toBeVisible();
  await expect(margin(second.window).getByText('Ask for the list of owners.')).toBeVisible();
  // The window was left in the memo: its view still has it open.
  await second.window.keyboard.press('Control+4');
  await expect(memoText(second.window)).toContainText('[1 ¶2]');
});

test('the same by keyboard alone', async ({ launch, folder }) => {
  await exportInto(folder);
  await writeFile(`${folder}/harbour.md`, article);
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [`${folder}/harbour.md`] }]);
  const { window: page } = await launch({ env });
  const { keyboard } = page;
  await page.getByRole('button', { name: /^Import files/ }).waitFor();

  await keyboard.press('Control+o');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await keyboard.press('Enter');
  await expect(articleText(page)).toContainText('Nobody is exempt.');
  await expect(articleText(page)).toBeFocused();

  await keyboard.press('Control+Home');
  await keyboard.press('Control+f');
  await keyboard.type('named the ships');
  await keyboard.press('Escape');
  await expect(articleText(page)).toBeFocused();
  await keyboard.press('2');
  await expect.poll(() => highlights(page)).toEqual([{ label: 'data', text: 'named the ships' }]);
  await keyboard.press('g');
  await keyboard.press('2');
  await expect(margin(page).getByText('–2')).toBeVisible();
  await keyboard.press('Enter');
  await keyboard.press('t');
  await keyboard.type('Shipping');
  await keyboard.press('Enter');
  await expect(margin(page).getByText('Shipping')).toBeVisible();
  await keyboard.press('Escape');

  await keyboard.press('Control+n');
  await page.getByRole('dialog', { name: 'New memo' }).waitFor();
  await keyboard.type('Closure');
  await keyboard.press('Enter');
  await memoText(page).waitFor();
  await expect(memoText(page)).toBeFocused();
  await keyboard.type('It lasts. @named');
  await expect(page.getByRole('option').first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(memoText(page)).toContainText('[1 ¶2]');
  await keyboard.press('Control+e');
  await page.getByRole('dialog', { name: /^Export/ }).waitFor();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /saved$/ })).toBeVisible();
  const text = (await pdfPageTexts(await exportedFile(folder, '.pdf'))).join('\n').replace(/\s+/g, ' ');
  expect(text).toContain('It lasts. “named the ships” [1 ¶2]');
});
