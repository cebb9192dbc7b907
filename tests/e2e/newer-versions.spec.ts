import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoSection, memoText, openMemo, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { pdfText } from '../support/files/read-pdf.ts';
import { readMemos } from '../support/files/read-memos.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/screenshot-themes.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A memo that was sent, and the source that says otherwise afterwards: from the new version to the memo that takes its place.

const lines = [
  'The grid operator put the cost of the storm at $271 million on Monday.',
  'The regulator said that it had approved the tariff on Friday afternoon.',
  'The mayor promised that the old bridge would stay open all winter.',
  'Crews from Brenholm arrived before noon on Saturday, with nine lorries.',
  'Water was turned off in the upper town for two days, the council said.',
] as const;
const newLines = [
  lines[3],
  lines[0].replace('$271', '$301'),
  lines[1].replace('it had approved', 'it had not approved'),
  lines[4],
];
const quotes = [
  'put the cost of the storm at $271 million',
  'it had approved the tariff on Friday afternoon',
  'the old bridge would stay open all winter',
  'arrived before noon on Saturday, with nine lorries',
  'Water was turned off in the upper town for two days',
] as const;
const title = 'The storm at Brenholm';
const banner = (page: Page) => page.getByRole('complementary', { name: 'Status of this memo' });
const newer = (page: Page) => page.getByRole('complementary', { name: 'Newer versions of cited articles' });

const send = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Mark as sent…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mark .* as sent$/u });
  await dialog.getByRole('textbox', { name: 'Sent to' }).fill('Director');
  await dialog.getByRole('textbox', { name: 'How' }).fill('by hand');
  await screenshotThemes(page, 'send');
  await dialog.getByRole('textbox', { name: 'Sent to' }).press('Control+Enter');
  await expect(dialog).toHaveCount(0);
};

const citeAll = async (page: Page): Promise<void> => {
  for (const [at, quote] of quotes.entries()) {
    await page.keyboard.type(`Point ${at + 1}: @${quote.split(' ').slice(0, 4).join(' ')}`);
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(memoSection(page, 'Bottom line').locator('[data-chip]')).toHaveCount(at + 1);
    await page.keyboard.type('. ');
  }
};

test('a sent memo whose source was revised is updated, citation by citation', async ({ folder, launch }) => {
  test.setTimeout(240_000);
  const text = lines.join('\n');
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages(
      'The storm',
      paragraphs(...lines),
      quotes.map((quote) => rangeOf(text, quote)),
    ),
  ]);
  await exportInto(folder);
  const file = join(folder, 'updated.txt');
  await writeFile(file, newLines.join('\n\n'));
  const { env } = await scriptDialogs(folder, [{ dialog: 'open-files', paths: [file] }]);
  const { window: page, archive } = await launch({ env });

  await beginMemo(page, title);
  await writeIn(page, 'Bottom line');
  await citeAll(page);
  await expect.poll(async () => JSON.stringify(await readMemos(archive))).toContain('Point 5');
  await send(page);
  await expect(banner(page)).toContainText('to Director');
  await screenshotThemes(page, 'sent');

  await openArticle(page, 'The storm');
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Import a new version…' }).click();
  await expect(page.getByText('Its 5 passages are carried over.')).toBeVisible();
  await screenshotThemes(page, 'import');
  await page.getByRole('button', { name: /^Seal/ }).click();
  await expect(page.getByText(/Carried over:/)).toBeVisible();
  await screenshotThemes(page, 'carried');

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const list = page.getByRole('region', { name: 'Review', exact: true });
  const detail = page.getByRole('region', { name: 'To review' });
  await expect(list).toBeVisible();
  await list.getByRole('button', { name: /271 million/u }).click();
  await page.keyboard.press('1');
  await expect(list.getByRole('button', { name: /271 million/u })).toHaveCount(0);
  await list.getByRole('button', { name: /approved the tariff/u }).click();
  await page.keyboard.press('1');
  await expect(list.getByRole('button', { name: /it had approved the tariff/u })).toHaveCount(0);
  await list.getByRole('button', { name: /old bridge/u }).click();
  await page.keyboard.press('o');
  await expect(list.getByRole('button', { name: /^Not in the text/u })).toHaveCount(0);
  await list.getByRole('button', { name: /^Evidence changed/u }).click();
  await screenshotThemes(page, 'review-evidence');
  console.log('REVIEW', await detail.innerText());
  await detail.getByRole('button', { name: 'Open the memo' }).click();
  await expect(memoText(page)).toBeVisible();
  await screenshotThemes(page, 'sent-memo-settled');
  console.log('BANNER', await page.getByRole('complementary').allInnerTexts());
  await banner(page).getByRole('button', { name: 'Update' }).click();
  await expect(banner(page)).toContainText('that one stands until this is sent');
  await expect(memoSection(page, 'What has changed')).toContainText('This updates');
  await screenshotThemes(page, 'update');
  console.log('BANNER2', await page.getByRole('complementary').allInnerTexts());
  console.log('CHANGED', await memoSection(page, 'What has changed').innerText());
  console.log('STATUS', await page.getByRole('contentinfo').allInnerTexts());
  await page.getByRole('tab', { name: /^Checks/u }).click();
  await screenshotThemes(page, 'update-checks');
  console.log('CHECKS', await page.getByRole('tabpanel').allInnerTexts());
  await newer(page)
    .getByRole('button', { name: /^Take the/u })
    .click();
  await screenshotThemes(page, 'update-taken');
  console.log('BANNER3', await page.getByRole('complementary').allInnerTexts());
  await page.getByRole('tab', { name: /^Trail/u }).click();
  await screenshotThemes(page, 'update-trail');
  console.log('TRAIL', await page.getByRole('tabpanel').allInnerTexts());
  await page.getByRole('tab', { name: /^Passages/u }).click();
  await screenshotThemes(page, 'update-passages');
  console.log('PANEL', await page.getByRole('tabpanel').allInnerTexts());
  const chips = memoSection(page, 'Bottom line').locator('[data-chip]');
  console.log('CHIPS', await chips.allInnerTexts());
  await chips.nth(0).click();
  await screenshotThemes(page, 'chip-changed');
  console.log('MENU', await page.getByRole('dialog', { name: 'Citation' }).innerText());
  await page
    .getByRole('dialog', { name: 'Citation' })
    .getByRole('button', { name: 'Take the new version' })
    .click();
  await screenshotThemes(page, 'chip-taken');
  console.log('CHIPS', await chips.allInnerTexts());
  console.log('BANNER4', await page.getByRole('complementary').allInnerTexts());
  await page.getByRole('tab', { name: /^Checks/u }).click();
  await screenshotThemes(page, 'checks-2');
  const gone = page.getByRole('button', { name: /no longer has/u });
  await gone.press('i');
  await page.getByRole('textbox', { name: 'Intended, because' }).fill('The promise is what the memo is about.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Mark as sent…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mark .* as sent$/u });
  await dialog.getByRole('textbox', { name: 'Sent to' }).fill('Director');
  await dialog.getByRole('textbox', { name: 'How' }).fill('by hand');
  await dialog.getByRole('checkbox', { name: /^Print hashes/u }).press('Space');
  await screenshotThemes(page, 'send-2');
  await dialog.getByRole('textbox', { name: 'Sent to' }).press('Control+Enter');
  await page.waitForTimeout(3000);
  await screenshotThemes(page, 'sent-2');
  console.log('SENT', await page.getByRole('complementary').allInnerTexts(), await page.getByRole('dialog').allInnerTexts());
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.pdf'))) console.log(name, await pdfText(join(folder, name)));
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox').first()).toBeVisible();
  await screenshotThemes(page, 'articles');
  await page.keyboard.press('Control+3');
  await screenshotThemes(page, 'passages');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('storm');
  await page.waitForTimeout(800);
  await screenshotThemes(page, 'palette');
  console.log('PALETTE', await page.getByRole('dialog').allInnerTexts());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('upper town');
  await page.waitForTimeout(1500);
  await screenshotThemes(page, 'search');
  console.log('SEARCH', await page.getByRole('main').innerText());
});
