import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { equalJson } from '#domain/equal-json.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { test } from '../support/app/precis-test.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { readTree } from '../support/files/read-tree.ts';
import { pollUntil } from '../support/poll-until.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { keepLook } from '../support/window/keep-looks.ts';

// Forty passages in a long article by keyboard alone, half of them inside or across another, each with something said
// of it; then acts in other views. What is compared is every file of the archive to the byte, times included: undo of
// all gives back what was there before the first act, redo of all what was there after the last.

type Tree = Readonly<Record<string, string>>;

const title = 'The quiet dredgers of Karsk Bay';
const story = readFileSync(new URL('../fixtures/reading/the-quiet-dredgers.txt', import.meta.url), 'utf8');
const [, , ...texts] = story.trim().split(/\n+/u);
/** Paragraphs of more than one sentence; the others are headings and short ones. */
const isLong = (text: string): boolean => text.length > 260;

/** Keys one after the other; what stands in quotation marks is typed. */
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    if (key.startsWith('“')) await page.keyboard.type(key.slice(1, -1));
    else await page.keyboard.press(key);
  }
};

/** What is said of the passage that was just made: each time something else. */
const sayings: readonly ((page: Page, number: number) => Promise<void>)[] = [
  async (page, number) => {
    await press(page, 't', `“Dredging/Part ${number}”`, 'Enter');
    await expect(page.getByText(`Part ${number}`).first()).toBeVisible();
  },
  async (page, number) => {
    await press(page, 's', `“Speaker ${number}”`, 'Enter');
    await expect(page.getByText(`Speaker ${number}`).first()).toBeVisible();
  },
  (page) => press(page, 'g', 'b', '3'),
  (page, number) => press(page, 'n', `“Ask who paid, ${number}.”`, 'Escape'),
  (page, number) => press(page, 'f', `“Ask the registry, ${number} !verify”`, 'Enter', 'Escape'),
];

/**
 * A passage on the first sentence of the paragraph, and one inside it or across its end, of which something is said.
 */
const markParagraph = async (page: Page, number: number): Promise<void> => {
  const isAcross = number % 4 === 0;
  await press(page, 'Shift+ArrowDown', '1', 'ArrowRight');
  await press(page, 'Shift+ArrowRight', ...(isAcross ? ['Shift+ArrowDown', 'Shift+ArrowDown'] : []), '2');
  const passages = page.getByRole('complementary', { name: /^Passages/ });
  await expect(passages).toHaveAccessibleName(`Passages, ${number}`);
  await sayings[(number / 2) % sayings.length]?.(page, number);
};

type Range = { readonly start: number; readonly end: number };

const passagesIn = (tree: Tree): readonly Passage[] => {
  const [, annotations = ''] = Object.entries(tree).find(([path]) => path.endsWith('annotations.json')) ?? [];
  return JSON.parse(annotations).passages;
};
const rangesIn = (tree: Tree): readonly Range[] =>
  passagesIn(tree).flatMap(({ selectors }) => selectors[0]?.position ?? []);
const labelsIn = (tree: Tree): readonly string[] => [...new Set(passagesIn(tree).map(({ label }) => label))];

const countPairs = (ranges: readonly Range[], are: (a: Range, b: Range) => boolean): number =>
  ranges.flatMap((a) => ranges.filter((b) => a !== b && are(a, b))).length;

/** The files of the archive between two writes: a file that is being written goes by while it is read. */
const treeAtRest = (archive: string): Promise<Tree> =>
  pollUntil('nothing is being written', async () => {
    const tree = await readTree(archive).catch(() => ({ 'a.tmp-1': '' }));
    return Object.keys(tree).some((path) => path.includes('.tmp-')) ? undefined : tree;
  });

/** Presses the keys, which each change the archive, until it is as `wanted`; answers how often. */
const pressUntil = async (page: Page, keys: string, archive: string, wanted: Tree): Promise<number> => {
  let last = await treeAtRest(archive);
  for (let presses = 0; presses <= 200; presses += 1) {
    if (equalJson(last, wanted)) return presses;
    await page.keyboard.press(keys);
    const before = last;
    last = await pollUntil('a step is on the disk', async () => {
      const now = await treeAtRest(archive);
      return equalJson(now, before) ? undefined : now;
    });
  }
  throw new Error(`${keys} never led to what was wanted`);
};

const renameTag = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+7');
  await page.getByRole('row', { name: /^Part 10\b/ }).click();
  await press(page, 'F2', '“The first of September”', 'Enter');
  await expect(page.getByRole('heading', { name: 'The first of September' })).toBeVisible();
};

const completeTask = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+5');
  const task = page.locator('[data-row-id]').first();
  await task.focus();
  await task.press('x');
  await expect(page.locator('[data-row-id]')).toHaveCount(3);
};

/** All forty are views: one act from the table over the whole file. */
const relabelAll = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+3');
  const grid = page.getByRole('grid').first();
  await grid.focus();
  await press(page, 'Control+a');
  await expect(grid.getByRole('row', { selected: true }).nth(1)).toBeVisible();
  await press(page, '3');
  await expect(page.getByText(/40 passages/).first()).toBeVisible();
};

const moveSource = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+6');
  await page
    .getByRole('treegrid')
    .getByRole('row', { name: /^Speaker 12/ })
    .click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Move…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move “Speaker 12”' });
  await dialog.getByRole('button', { name: 'Source' }).click();
  await page.getByRole('option', { name: /^Speaker 22/ }).click();
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog).toBeHidden();
};

test('forty passages, what is said of them, and acts in other views go back and forth to the same bytes', async ({
  launch,
  folder,
}) => {
  test.setTimeout(120_000);
  const archive = `${folder}/archive`;
  await makeReaderArchive(archive, [articleWithPassages(title, paragraphs(...texts), [])]);
  const { window: page } = await launch();
  await openArticle(page, title);
  await articleText(page).focus();
  await page.keyboard.press('Control+Home');
  const before = await treeAtRest(archive);

  let made = 0;
  for (const text of texts) {
    if (made < 40 && isLong(text)) {
      made += 2;
      await markParagraph(page, made);
    }
    await page.keyboard.press('Control+ArrowDown');
  }
  await keepLook(page, 'made');
  const ranges = rangesIn(await treeAtRest(archive));
  expect(ranges).toHaveLength(40);
  expect(countPairs(ranges, (a, b) => a.start < b.start && b.end < a.end)).toBe(10);
  expect(countPairs(ranges, (a, b) => a.start < b.start && b.start < a.end && a.end < b.end)).toBe(10);
  await renameTag(page);
  await moveSource(page);
  await relabelAll(page);
  await completeTask(page);

  const after = await treeAtRest(archive);
  expect(labelsIn(after)).toEqual(['view']);
  const undone = await pressUntil(page, 'Control+z', archive, before);
  expect(undone).toBeGreaterThan(60);
  await keepLook(page, 'undone');
  expect(await pressUntil(page, 'Control+Shift+z', archive, after)).toBe(undone);
  await keepLook(page, 'redone');
});
