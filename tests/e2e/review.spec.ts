import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../support/app/precis-test.ts';
import { articleText, highlights, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { rangeOf } from '../support/texts/range-of.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { scriptDialogs } from '../support/window/script-dialogs.ts';

// A new version of an article, and what it leaves in doubt, worked through by keys.

const lines = [
  'The ministry said on Monday that forty ships had been turned back at the northern lock before dawn.',
  'The harbour master, who has kept the log for eleven years, called the measure a precaution.',
  'Insurers raised their rates for the strait by a third within a week, two brokers said.',
  'A spokesman declined to say how long the checks would last.',
] as const;
const text = lines.join('\n');
const quotes = [
  'forty ships had been turned back at the northern lock before dawn',
  'kept the log for eleven years',
  'Insurers raised their rates for the strait by a third within a week',
  'A spokesman declined to say how long the checks would last',
] as const;
const newLines = [
  'Updated on Tuesday with a statement.',
  'The ministry said on Tuesday that fifty vessels were turned back at the northern lock before dawn.',
  lines[1],
  'Nobody else would comment, and the strait was quiet.',
  lines[3],
];

/** Has the dialog of files answer with a text of these paragraphs. */
const offerFile = async (folder: string, told: readonly string[]) => {
  const file = join(folder, 'updated.txt');
  await writeFile(file, told.join('\n\n'));
  const { env } = await scriptDialogs(folder, [{ kind: 'open-files', paths: [file] }]);
  return env;
};

/** Opens the article, and has the offered file read as a new version of it. */
const importNewVersion = async (window: Page, title: string): Promise<void> => {
  await openArticle(window, title);
  await window.keyboard.press('Control+i');
  await window.getByRole('button', { name: 'Import a new version…' }).click();
};

test('what a new version leaves in doubt is worked through by keys, and undone', async ({
  folder,
  launch,
}) => {
  const ranges = quotes.map((quote) => rangeOf(text, quote));
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Ships turned back', paragraphs(...lines), ranges),
  ]);
  const env = await offerFile(folder, newLines);
  const { window } = await launch({ env });
  await importNewVersion(window, 'Ships turned back');
  await expect(window.getByText('Its 4 passages are carried over.')).toBeVisible();
  await window.getByRole('button', { name: /^Keep/ }).click();
  await expect(
    window.getByText('Carried over: 2 next to a change, 1 changed, 1 not in the text.'),
  ).toBeVisible();
  await articleText(window).waitFor();
  expect((await highlights(window)).map((each) => each.text)).toEqual([quotes[1], quotes[3]]);
  await expect(window.getByText('Not in this text: text of version 1').first()).toBeVisible();
  await keepLook(window, 'margin');

  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const page = window.getByRole('region', { name: 'To review' });
  await expect(page).toContainText('1 of ');
  await window.keyboard.press('j');
  await window.keyboard.press('k');
  await screenshotThemes(window, 'changed');
  await expect(page).toContainText('These words are not in the new version');

  await window.keyboard.press('1');
  await expect(window.getByText('Moved to match 1')).toBeVisible();
  const list = window.getByRole('region', { name: 'Review', exact: true });
  await expect(list.getByText('Changed')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(list.getByText('Changed')).toHaveCount(1);
  await expect(page).toBeVisible();
  await window.keyboard.press('1');
  await expect(list.getByText('Changed')).toHaveCount(0);

  await list.getByRole('button', { name: /Not in the text/ }).click();
  await screenshotThemes(window, 'orphan');
  await window.keyboard.press('o');
  await expect(window.getByText('Kept passage unplaced')).toBeVisible();
  // What moved beyond doubt was never asked about.
  await expect(list.getByText('Moved')).toHaveCount(0);

  await window.keyboard.press('Control+2');
  await articleText(window).waitFor();
  expect((await highlights(window)).map((each) => each.text)).toEqual([
    'fifty vessels were turned back at the northern lock before dawn',
    quotes[1],
    quotes[3],
  ]);
});

const towns = ['Vessen', 'Harl', 'Onder', 'Kreff', 'Sool', 'Maark'];
const story = Array.from(
  { length: 30 },
  (_, day) =>
    `On day ${day + 1} the harbour office in ${towns[day % 6]} told reporters that traffic rose to ${day * 7 + 3} ships, and gave no reason for it.`,
);

test('an update with a note at its head asks about what was changed or is gone, and tells of what stands beside', async ({
  folder,
  launch,
}) => {
  const oldText = story.join('\n');
  const marked = story.map((_, day) => {
    const quote = `traffic rose to ${day * 7 + 3}`;
    const start = oldText.indexOf(quote, oldText.indexOf(`On day ${day + 1} `));
    return { start, end: start + quote.length };
  });
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Thirty days', paragraphs(...story), marked),
  ]);
  const told = story
    .with(4, story[4]?.replace('rose to 31', 'rose to 316') ?? '')
    .with(9, story[9]?.replace('traffic rose', 'traffic\u00a0rose') ?? '')
    .with(29, 'The office in Maark was shut.')
    .toSpliced(20, 1)
    .toSpliced(0, 0, 'Updated on Tuesday: In short, traffic rose to 10 ships.');
  const env = await offerFile(folder, told);
  const { window } = await launch({ env });
  await importNewVersion(window, 'Thirty days');
  await window.getByRole('button', { name: /^Keep/ }).click();
  await expect(
    window.getByText('Carried over: 26 next to a change, 3 changed, 1 not in the text.'),
  ).toBeVisible();
  await articleText(window).waitFor();
  await keepLook(window, 'updated');

  await window
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const list = window.getByRole('region', { name: 'Review', exact: true });
  await expect(list.getByRole('button', { name: /Changed/ })).toHaveCount(3);
  await expect(list.getByRole('button', { name: /Not in the text/ })).toHaveCount(1);
  await expect(list.getByText('Moved', { exact: true })).toHaveCount(0);
  const page = window.getByRole('region', { name: 'To review' });
  for (const at of [1, 2, 3, 4]) {
    await screenshotThemes(window, `review-${at}`);
    await window.keyboard.press('j');
  }
  await list
    .getByRole('button', { name: /Changed/ })
    .first()
    .click();
  await expect(page).toContainText('traffic rose to 316');
  await list
    .getByRole('button', { name: /Changed/ })
    .nth(1)
    .click();
  await expect(page).toContainText('with different typography');
  await expect(page.getByText('Different typography only')).toBeVisible();
  await window.keyboard.press('1');
  await expect(list.getByRole('button', { name: /Changed/ })).toHaveCount(2);
});

test('a file that was damaged is named until it was seen', async ({ folder, launch }) => {
  await makeReaderArchive(`${folder}/archive`, [
    articleWithPassages('Ships turned back', paragraphs(...lines), []),
  ]);
  const first = await launch();
  await openArticle(first.window, 'Ships turned back');
  await articleText(first.window).focus();
  await first.window.keyboard.press('u');
  await expect(first.window.getByText(/^Saved/)).toBeVisible();
  await first.close();
  const [id] = await readdir(`${folder}/archive/articles`);
  await writeFile(`${folder}/archive/articles/${id}/annotations.json`, '{"version":2,');

  const { window: page } = await launch();
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Review \d+$/u })
    .click();
  const list = page.getByRole('region', { name: 'Review', exact: true });
  await list.getByRole('button', { name: /File damaged/ }).click();
  const detail = page.getByRole('region', { name: 'To review' });
  await expect(detail).toContainText('Precis uses its earlier version');
  await expect(detail).toContainText('annotations.json.corrupt-');
  await screenshotThemes(page, 'repaired');
  await page.keyboard.press('x');
  await expect(list.getByText('File damaged')).toHaveCount(0);
});
