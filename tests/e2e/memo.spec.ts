import { expect, type Page } from '@playwright/test';
import {
  beginMemo,
  memoSection,
  memoText,
  openMemo,
  openMemoList,
  writeIn,
} from '../support/app/memo-page.ts';
import { test } from '../support/app/precis-test.ts';
import { exportedFile, exportInto } from '../support/files/exported-files.ts';
import { readMemos } from '../support/files/read-memos.ts';
import { pdfInfo, pdfText } from '../support/files/read-pdf.ts';
import { keepLook, screenshotThemes } from '../support/window/keep-looks.ts';
import { runByPalette } from '../support/window/run-by-palette.ts';
import { violationsInThemes, violationsOf } from '../support/window/violations-of.ts';

const title = 'Firms outside China are next';
const chips = (page: Page) => memoText(page).locator('[data-chip]');

const sectionOfCaret = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const node = document.getSelection()?.focusNode;
    const section = (node instanceof Element ? node : node?.parentElement)?.closest('section[aria-label]');
    return section?.getAttribute('aria-label') ?? '';
  });

const storedText = async (archive: string): Promise<string> =>
  JSON.stringify((await readMemos(archive)).find(({ head }) => head.title === title) ?? null);

/** Types words in a section of a new memo, and cites the passage of the sample behind them. */
const beginWithCitation = async (page: Page, section: string, words: string): Promise<void> => {
  await beginMemo(page, title);
  await writeIn(page, section);
  // At once, before the words are answered: the passage is cited that they find.
  await page.keyboard.type(`${words} @first round\n`);
};
const cited = '“A first round of listings could be drawn up within weeks” [1 ¶12]';

test('a memo is begun, written and cited by the keyboard, and is all there after a restart', async ({
  launch,
}) => {
  const first = await launch({ hasSample: true });
  const page = first.window;
  await beginWithCitation(page, 'Bottom line', 'Listings will name firms outside China.');
  await expect(chips(page)).toHaveText([cited]);
  await expect.poll(() => storedText(first.archive)).toContain('"citation"');
  await first.close();

  const { window: again } = await launch({ hasSample: true });
  await openMemo(again, title);
  await expect(memoSection(again, 'Bottom line')).toContainText('Listings will name firms outside China.');
  await expect(chips(again)).toHaveText([cited]);
});

test('what was typed a moment ago is on the disk after the window is closed', async ({ launch }) => {
  const precis = await launch({ hasSample: true });
  await beginMemo(precis.window, title);
  await writeIn(precis.window, 'Gaps');
  await precis.window.keyboard.type('Typed and closed at once.');
  await precis.close();
  expect(await storedText(precis.archive)).toContain('Typed and closed at once.');
});

test('a passage of the panel is cited by m and quoted as a block by Shift+Enter', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Analysis');
  const row = page
    .getByRole('grid', { name: 'Passages' })
    .getByRole('row', { name: /listings could be drawn up/ });
  await row.focus();
  await page.keyboard.press('m');
  await expect(chips(page)).toHaveCount(1);
  await row.focus();
  await page.keyboard.press('Shift+Enter');
  await expect(memoSection(page, 'Analysis').locator('blockquote')).toContainText('Tomas Arvidsen');
  await expect(row).toContainText('used here twice');

  await writeIn(page, 'Gaps');
  await page.keyboard.type('Dragged here');
  await row.getByText('Tomas Arvidsen').dragTo(memoSection(page, 'Gaps').getByText('Dragged here'));
  await expect(memoSection(page, 'Gaps').locator('[data-chip]')).toHaveText([cited]);
});

test('the form of a selected citation is chosen by Enter, and undone', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginWithCitation(page, 'Analysis', 'Said');
  await chips(page).click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(chips(page)).toHaveText(['[1 ¶12]']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Citation' })).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(chips(page)).toHaveText([cited]);
});

test('Alt+Enter cites a number alone, Enter does so from then on, and parts are put in by the palette', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Analysis');
  for (const [at, keys] of ['Alt+Enter', 'Enter'].entries()) {
    await page.keyboard.type('Said @first round');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press(keys);
    await expect(chips(page)).toHaveText(Array(at + 1).fill('[1 ¶12]'));
  }
  await runByPalette(page, 'Insert footnote');
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toBeFocused();
  await page.keyboard.type('A note.');
  await page.keyboard.press('Enter');
  await runByPalette(page, 'Likelihood of the judgement');
  await expect(page.getByRole('option', { name: /^very likely/ })).toBeVisible();
});

test('a quotation is shortened word by word from the keyboard, with a warning at once, and undone', async ({
  launch,
}) => {
  const precis = await launch({ hasSample: true });
  const page = precis.window;
  await beginWithCitation(page, 'Analysis', 'Said');
  // The caret goes behind the citation a moment after it is there.
  await expect(async () => {
    await chips(page).click();
    await page.getByRole('button', { name: 'Shorten…' }).click({ timeout: 1000 });
  }).toPass();
  const dialog = page.getByRole('dialog', { name: 'Shorten the quotation' });
  const words = dialog.getByRole('listbox');
  await expect(words).toBeFocused();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Space');
  const warning = dialog.getByRole('listitem').filter({ hasText: '“could” is left out' });
  await expect(warning).toBeVisible();
  await expect(dialog).toContainText('“A first round of listings […] drawn up within weeks”');
  await screenshotThemes(page, 'shorten');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(warning).toHaveCount(0);

  await page.keyboard.press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(chips(page)).toHaveText(['“A first round of listings could be drawn up” [1 ¶12]']);
  await expect.poll(() => storedText(precis.archive)).toContain('"kept":[{"start":0,"end":43}]');
  await expect(page.getByRole('dialog', { name: 'Citation' })).toContainText('Shortened quote and reference');
  await screenshotThemes(page, 'shortened');
  await page.keyboard.press('Control+z');
  await expect(chips(page)).toHaveText([cited]);
});

test('the box of a selected footnote is opened by Enter', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Analysis');
  await page.keyboard.type('Said/footnote');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: 'Footnote' });
  await expect(box).toBeFocused();
  await page.keyboard.type('A note.');
  await page.keyboard.press('Enter');
  await expect(box).toHaveCount(0);
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(box).toBeFocused();
  await expect(box).toHaveText('A note.');
});

test('an undo outside the text takes the last burst of typing back, and the editor shows it', async ({
  launch,
}) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Background');
  await page.keyboard.insertText('A sentence that is taken back.');
  await page.getByRole('button', { name: 'Export…' }).focus();
  await expect(page.getByRole('contentinfo')).toContainText('Saved');
  await page.keyboard.press('Control+z');
  await expect(memoSection(page, 'Background')).not.toContainText('taken back');
  await page.keyboard.press('Control+Shift+z');
  await expect(memoSection(page, 'Background')).toContainText('A sentence that is taken back.');
});

test('a quotation that leaves out a denial stands only for a stated reason, which can be undone', async ({
  launch,
}) => {
  const precis = await launch({ hasSample: true });
  const page = precis.window;
  await beginWithCitation(page, 'Background', 'He says “The institute has […] published the series”');
  await page.getByRole('tab', { name: /Checks/ }).click();
  const checks = page.getByRole('tabpanel', { name: /Checks/ });
  const problem = checks.getByRole('listitem').filter({ hasText: '“not” is left out' });
  await expect(problem).toHaveAttribute('data-level', 'error');

  await problem.getByRole('button', { name: 'Intended…' }).press('Enter');
  await page.keyboard.type('The series came out in May.');
  await page.keyboard.press('Enter');
  await expect(problem).toHaveAttribute('data-level', 'intended');
  await expect(problem).toContainText('Because: The series came out in May.');
  expect(await storedText(precis.archive)).toContain('The series came out in May.');

  await expect(problem.getByRole('button', { name: 'Remove the reason' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(problem).toHaveAttribute('data-level', 'error');
  await page.getByRole('button', { name: 'Export…' }).focus();
  await page.keyboard.press('Control+z');
  await expect(problem).toHaveAttribute('data-level', 'intended');
});

test('a memo is exported as a tagged PDF that says what the memo says', async ({ folder, launch }) => {
  await exportInto(folder);
  const { window: page } = await launch({ hasSample: true });
  await openMemo(page, /Beijing visit/);
  await expect(page.getByText('4 pages').first()).toBeVisible();
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: /^Export/ });
  await dialog.getByRole('checkbox', { name: /Ask liaison/ }).press('Space');
  await dialog.getByRole('button', { name: /Export PDF/ }).click();
  await expect(page.getByRole('dialog', { name: /saved$/ })).toContainText('4 pages');
  const file = await exportedFile(folder, 'TLP-AMBER.pdf');
  const text = (await pdfText(file)).replace(/\s+/gu, ' ');
  expect(text).toContain('Beijing visit: what the warning changes');
  expect(text).toContain('Ask liaison whether allies were given the list');
  expect(await pdfInfo(file)).toMatchObject({ Tagged: 'yes', Pages: '4' });
});

test('list and editor are accessible, in light and in dark', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await openMemoList(page);
  expect(await violationsInThemes(page)).toEqual([]);
  await openMemo(page, /Beijing visit/);
  for (const tab of [/Passages/, /Preview/, /Checks/]) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
    expect(await violationsInThemes(page)).toEqual([]);
  }
});

test('a memo in a window of double size can be exported', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await page.evaluate(() => Reflect.get(globalThis, 'precis').setZoomFactor(2));
  const exportButton = page.getByRole('button', { name: 'Export…' });
  await expect(exportButton).toBeInViewport({ ratio: 1 });
  await keepLook(page, 'double');
  await exportButton.click();
  await expect(page.getByRole('dialog')).toBeInViewport();
});

test('Ctrl+Home goes from any section to the first words of the memo', async ({ launch }) => {
  const { window: page } = await launch({ hasSample: true });
  await beginWithCitation(page, 'Bottom line', 'Listings will name firms.');
  await writeIn(page, 'Analysis');
  await page.keyboard.type('Later.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('First. ');
  await expect(memoSection(page, 'Bottom line')).toContainText('First. Listings will name firms.');
});

test('the arrow down leads from the bottom line into the judgement, and up again', async ({ launch }) => {
  const { window: page, archive } = await launch({ hasSample: true });
  await beginMemo(page, title);
  await writeIn(page, 'Bottom line');
  await page.keyboard.type('Listings will name firms.');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('A first round is likely.');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' So they say.');
  await expect(memoSection(page, 'Bottom line')).toContainText('Listings will name firms. So they say.');
  const statements = async () => {
    const memo = (await readMemos(archive)).find(({ head }) => head.title === title);
    const blocks = memo?.content.content.flatMap(({ content }) => content) ?? [];
    return JSON.stringify(blocks.filter(({ type }) => type === 'judgement'));
  };
  await expect.poll(statements).toContain('A first round is likely.');

  // Tab goes on to the likelihood of the judgement, and Shift+Tab back to its words.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^likelihood not set/u })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(memoText(page)).toBeFocused();

  // Its lines are lines of the text: down goes through them and on, and up comes back the same way.
  const lines = ['Why this confidence', 'Assumes', 'Changes if'];
  const steps = [
    ...lines.map((line) => ['ArrowDown', line]),
    ['ArrowUp', 'Assumes'],
    ['ArrowDown', 'Changes if'],
  ];
  for (const [key = '', line = ''] of steps) {
    await page.keyboard.press(key);
    await expect(page.getByRole('textbox', { name: line })).toBeFocused();
  }
  await page.keyboard.press('ArrowDown');
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('textbox', { name: 'Changes if' })).toBeFocused();
  for (let up = 0; up < 3; up += 1) await page.keyboard.press('ArrowUp');
  await expect(memoText(page)).toBeFocused();

  await runByPalette(page, 'Show the checks');
  await expect(page.getByRole('tabpanel').getByRole('button', { name: '“For” is empty.' })).toBeFocused();
  await memoText(page).focus();

  // A line that is all quotation holds no place for the caret: the arrows lead past it, and never to the last section.
  await page.keyboard.press('Control+Home');
  for (let count = 1; count <= 3; count += 1) {
    await page.keyboard.type('@first round');
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(chips(page)).toHaveCount(count);
  }
  await page.keyboard.press('Control+Home');
  const sections = new Set<string>();
  for (let step = 0; step < 16 && !sections.has('Background'); step += 1) {
    sections.add(await sectionOfCaret(page));
    await page.keyboard.press('ArrowDown');
  }
  expect([...sections]).toEqual(['Bottom line', 'Key judgements', 'Background']);
  await page.keyboard.press('Control+End');
  expect(await sectionOfCaret(page)).toBe('Source summary statement');
});
