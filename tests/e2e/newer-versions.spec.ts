import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { beginMemo, memoSection, memoText, writeIn } from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { exportInto } from '../support/files/exported-files.ts';
import { pdfText } from '../support/files/read-pdf.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A memo that was sent, and the source that says otherwise afterwards: from the new version to the memo that takes its
// place.

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

const checks = (page: Page) => page.getByRole('tab', { name: /^Checks/u });
const chips = (page: Page) => memoSection(page, 'Bottom line').locator('[data-chip]');

/** Marks the open memo as sent, with its hashes printed, and answers what its file says. */
const send = async (page: Page, folder: string): Promise<string> => {
  const reference = await page
    .getByRole('button', { name: 'Export…' })
    .evaluate(() => /PM-\d+-\d+/u.exec(document.querySelector('main')?.textContent ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Mark as sent…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Mark .* as sent$/u });
  await dialog.getByRole('textbox', { name: 'Sent to' }).fill('Director');
  await dialog.getByRole('textbox', { name: 'How' }).fill('by hand');
  await dialog.getByRole('checkbox', { name: /^Print hashes/u }).press('Space');
  await screenshotThemes(page, `send-${reference}`);
  await dialog.getByRole('textbox', { name: 'Sent to' }).press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(banner(page)).toContainText('Sent');
  const file = (await readdir(folder)).find((name) => name.includes(reference) && name.endsWith('.pdf'));
  return pdfText(join(folder, file ?? 'no file'));
};

const citeAll = async (page: Page): Promise<void> => {
  for (const [at, quote] of quotes.entries()) {
    await page.keyboard.type(`Point ${at + 1}: @${quote.split(' ').slice(0, 4).join(' ')}`);
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(chips(page)).toHaveCount(at + 1);
    await page.keyboard.type('. ');
  }
};

const importNewVersion = async (page: Page): Promise<void> => {
  await openArticle(page, 'The storm');
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Import a new version…' }).click();
  await expect(page.getByText('Its 5 passages are carried over.')).toBeVisible();
  await page.getByRole('button', { name: /^Keep/u }).click();
  await expect(
    page.getByText('Carried over: 2 next to a change, 2 changed, 1 not in the text.'),
  ).toBeVisible();
};

/** Settles in Review what the new version leaves in doubt. */
const settle = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const list = page.getByRole('region', { name: 'Review', exact: true });
  for (const [words, key] of [
    ['271 million', '1'],
    ['it had approved', '1'],
    [/^the old bridge/u, 'o'],
    [/^arrived before noon/u, '1'],
    [/^Water was turned off/u, '1'],
  ] as const) {
    const line = list.getByRole('button').filter({ hasText: words });
    await line.click();
    await page.keyboard.press(key);
    await expect(line).toHaveCount(0);
  }
  await list.getByRole('button', { name: /Evidence changed/u }).click();
  const detail = page.getByRole('region', { name: 'To review' });
  await expect(detail.getByRole('listitem')).toHaveText([
    /271 million” differs .*\$301 million/su,
    /gained or lost a negation .*had not approved/su,
    /old bridge .* is no longer in the newest version/su,
  ]);
  await screenshotThemes(page, 'review');
  await detail.getByRole('button', { name: 'Open the memo' }).click();
  await expect(memoText(page)).toBeVisible();
};

const takeNewVersionOf = async (page: Page, words: string): Promise<void> => {
  await chips(page).filter({ hasText: words }).click();
  const menu = page.getByRole('dialog', { name: 'Citation' });
  await screenshotThemes(page, 'citation');
  await menu.getByRole('button', { name: 'Cite the new version' }).click();
  await expect(chips(page).filter({ hasText: words })).toHaveCount(0);
};

test('a sent memo whose source was revised is updated, citation by citation', async ({ folder, launch }) => {
  test.setTimeout(150_000);
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
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [file] }]);
  const { window: page } = await launch({ env });

  await beginMemo(page, title);
  await writeIn(page, 'Bottom line');
  await citeAll(page);
  await expect(page.getByText('5 citations, all up to date')).toBeVisible();
  expect(await send(page, folder)).not.toContain('DRAFT');
  await importNewVersion(page);
  await settle(page);
  await expect(newer(page)).toHaveText(
    'The evidence has changed since the memo was sent: 1 gone, 1 reversed, 1 changed, 2 same in newer version.',
  );

  await banner(page).getByRole('button', { name: 'Update' }).click();
  await expect(banner(page)).toContainText('which stays valid until this one is sent');
  const changed = memoSection(page, 'What has changed').getByRole('row');
  await expect(changed).toHaveText([
    /Was.*Is/u,
    /\$271 million.*\$301 million/u,
    /had approved .*had not approved .*a negation or denial/u,
    /old bridge.*no longer in the source/u,
  ]);
  await checks(page).click();
  await expect(page.getByText('Errors 3')).toBeVisible();
  await screenshotThemes(page, 'update');
  // What is in no text of the new version is marked so, and cited from the one that has it.
  await page.getByRole('tab', { name: /^Passages/u }).click();
  const passages = page.getByRole('grid', { name: 'Passages' });
  await expect(passages.getByRole('row', { name: /old bridge/u })).toContainText('Not in version 2 of 2');
  await expect(passages.getByRole('row', { name: /upper town/u })).toContainText('used here');

  await newer(page).getByRole('button', { name: 'Update the 2 unchanged citations' }).click();
  await expect(newer(page)).toContainText('Newer versions: 1 gone, 1 reversed, 1 changed.');
  await takeNewVersionOf(page, '$271 million');
  await takeNewVersionOf(page, 'it had approved');
  await expect(newer(page)).toContainText('Newer versions: 1 gone.');
  await checks(page).click();
  await page.getByRole('button', { name: /no longer has/u }).press('i');
  await page
    .getByRole('textbox', { name: 'Intended, because' })
    .fill('The promise is what the memo is about.');
  await page.keyboard.press('Enter');
  const sent = await send(page, folder);
  expect(sent).toContain('Annex: record of sending');
  expect(sent).toMatch(/version of 24 April 2024/u);
  expect(sent).toContain('$301 million');
  expect(sent).not.toContain('DRAFT');
  // What was known when it was sent has not changed since.
  await expect(newer(page)).toHaveCount(0);
  await screenshotThemes(page, 'sent');
});

test('versions of an article are told apart in the palette, in search and in counts', async ({
  folder,
  launch,
}) => {
  const text = lines.join('\n');
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages(
      'The storm',
      paragraphs(...lines),
      quotes.map((quote) => rangeOf(text, quote)),
    ),
  ]);
  const file = join(folder, 'updated.txt');
  await writeFile(file, newLines.join('\n\n'));
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [file] }]);
  const { window: page } = await launch({ env });
  await importNewVersion(page);
  await expect(page.getByRole('button', { name: 'Passages 5' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('storm');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('option', { name: /The storm.*version 2 of 2/u })).toBeVisible();
  await expect(palette.getByRole('option', { name: /The storm.*version 1 of 2/u })).toBeVisible();
  await screenshotThemes(page, 'palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('upper town');
  const found = page.getByRole('listbox', { name: 'Found' });
  await expect(found.getByRole('option')).toHaveText([
    /Version 2 of 2/u,
    /Version 2 of 2/u,
    /Version 1 of 2/u,
  ]);
  await screenshotThemes(page, 'search');
});
