// The reader in the running app: how long a long article takes to open, against the same text as static HTML in the
// same Electron, how long a passage takes from the key to the paint, against a key that only moves the caret, and how
// long it takes to undo it, against the same in an article that has few.
// Turns are taken in one run, so that a machine that is slow for a while is slow for all.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchPrecis, type Precis } from '../support/app/launch-precis.ts';
import { articleText, openArticle } from '../support/app/reader-page.ts';
import { articleWithPassages, makeReaderArchive } from '../support/archives/reader-archive.ts';
import { makeTemporaryFolder, removeFolder } from '../support/files/temporary-folder.ts';
import { asStaticHtml, longBody, spreadRanges } from '../support/texts/long-body.ts';
import { paragraphs } from '../support/texts/paragraphs.ts';
import { median, meets } from './figures.ts';

const WORDS = 50_000;
const PASSAGES = 2_000;
/** As long and as full as articles get. */
const MOST_WORDS = 170_000;
const MOST_PASSAGES = 5_000;
const OPENINGS = 9;
const KEYS = 15;
const UNDOINGS = 7;
const FRAME_MS = 1000 / 60;
const longTitle = 'The long report';
const shortTitle = 'A short one';
const fullTitle = 'The full report';
const fewTitle = 'A report with few passages';
/** By its attribute: a search by text would read through all of the long article. */
const rowOf = (title: string): string => `[role="row"][aria-label="${title}"]`;

const folder = await makeTemporaryFolder();
try {
  const body = longBody(WORDS);
  const fullBody = longBody(MOST_WORDS);
  const fewBody = longBody(1000);
  await makeReaderArchive(join(folder, 'archive'), [
    articleWithPassages(longTitle, body, spreadRanges(body, PASSAGES)),
    articleWithPassages(shortTitle, paragraphs('One line.'), []),
    articleWithPassages(fullTitle, fullBody, spreadRanges(fullBody, MOST_PASSAGES)),
    articleWithPassages(fewTitle, fewBody, spreadRanges(fewBody, 5)),
  ]);
  // The app's sessions load nothing from files; its window takes the page as an address that holds it.
  const html = `data:text/html;base64,${Buffer.from(asStaticHtml(body)).toString('base64')}`;
  const precis = await launchPrecis({
    archive: join(folder, 'archive'),
    userData: join(folder, 'user-data'),
  });
  const openingMs = { reader: [] as number[], html: [] as number[] };
  await openArticle(precis.window, longTitle);
  for (let turn = 0; turn < OPENINGS; turn += 1) {
    openingMs.reader.push(await measureOpening(precis.window));
    openingMs.html.push(await measureStaticHtml(precis, html));
  }
  const keyMs = await measureKeys(precis.window, KEYS);
  await openArticle(precis.window, fewTitle);
  const fewMs = await measureKeys(precis.window, UNDOINGS);
  await openArticle(precis.window, fullTitle);
  await articleText(precis.window).locator('mark').first().waitFor();
  const fullMs = await measureKeys(precis.window, UNDOINGS);
  await precis.close();
  process.exitCode = report(openingMs, keyMs) && reportUndoing(fewMs, fullMs) ? 0 : 1;
} finally {
  await removeFolder(folder);
}
process.exit();

/** From the press on its row until the highlights of the article are painted. */
async function measureOpening(page: Page): Promise<number> {
  await page.locator(rowOf(shortTitle)).click();
  await page.waitForFunction(() => document.querySelector('#article-text')?.textContent === 'One line.');
  return page.locator(rowOf(longTitle)).evaluate(async (row: HTMLElement) => {
    const startMs = performance.now();
    row.click();
    while (document.querySelector('#article-text mark') === null) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - startMs;
  });
}

/** From the start of the navigation until the whole page is painted, in a window of the same size. */
async function measureStaticHtml({ app }: Precis, address: string): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { partition: 'bench' } });
    const painted = new Promise<number>((resolve) => {
      window.webContents.on('page-title-updated', (_, title) => {
        if (Number.isFinite(Number(title))) resolve(Number(title));
      });
    });
    await window.loadURL(url);
    const elapsedMs = await painted;
    window.destroy();
    return elapsedMs;
  }, address);
}

type KeyTimes = { readonly add: number[]; readonly move: number[]; readonly undo: number[] };

/** The time from a key to the paint that shows what it did, as the page itself sees it. */
async function measureKeys(page: Page, turns: number): Promise<KeyTimes> {
  const times: KeyTimes = { add: [], move: [], undo: [] };
  for (let turn = 0; turn < turns; turn += 1) {
    await placeSelection(page, turn);
    times.move.push(await timeKey(page, 'ArrowRight', 'nothing'));
    await placeSelection(page, turn);
    times.add.push(await timeKey(page, '3', 'card'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    times.undo.push(await timeKey(page, 'Control+z', 'other count'));
  }
  return times;
}

/**
 * Selects a stretch of a paragraph that is in sight, with the mouse; each turn another one. A selection that a script
 * sets as the text gets the focus is to the editor the browser's doing, and put back.
 */
async function placeSelection(page: Page, turn: number): Promise<void> {
  const { from, to } = await articleText(page).evaluate((text, number) => {
    const inSight = [...text.children].filter((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return top > 60 && bottom < innerHeight - 60 && block.textContent !== '';
    });
    const block = inSight[number % inSight.length];
    const walker = document.createTreeWalker(block ?? text, NodeFilter.SHOW_TEXT);
    const node = walker.nextNode();
    if (node === null) throw new Error('No paragraph is in sight.');
    const boxOf = (at: number): DOMRect => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [first, last] = [boxOf(0), boxOf(Math.min(3 + number, node.nodeValue?.length ?? 0) - 1)];
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
    };
  }, turn);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await page.locator('[role="toolbar"][aria-label="Make a passage"]').waitFor();
}

/** What is waited for: nothing but the paint, the open card, or the margin with another number of passages. */
type Sign = 'nothing' | 'card' | 'other count';

async function timeKey(page: Page, key: string, sign: Sign): Promise<number> {
  await page.evaluate((waitedFor) => {
    const count = () => document.querySelector('aside[data-pane="margin"]')?.getAttribute('aria-label');
    const before = count();
    const isShown = () => {
      if (waitedFor === 'nothing') return true;
      if (waitedFor === 'card') return document.querySelector('aside [aria-label^="Label: "]') !== null;
      return count() !== before;
    };
    const measure = async (): Promise<number> => {
      const startMs = await new Promise<number>((resolve) => {
        window.addEventListener(
          'keydown',
          (event) => {
            if (event.key !== 'Control') resolve(performance.now());
          },
          { capture: true },
        );
      });
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (!isShown());
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - startMs;
    };
    Reflect.set(globalThis, 'elapsed', measure());
  }, sign);
  await page.keyboard.press(key);
  return page.evaluate(() => Reflect.get(globalThis, 'elapsed'));
}

function reportUndoing(few: KeyTimes, full: KeyTimes): boolean {
  const print = ({ move, add, undo }: KeyTimes): string =>
    [move, add, undo].map((timesMs) => median(timesMs).toFixed(1)).join(' / ');
  console.log(`caret / passage added / undone, p50 in ms: ${print(few)} with few passages`);
  console.log(`caret / passage added / undone, p50 in ms: ${print(full)} with ${MOST_PASSAGES}`);
  return [
    meets('add a passage to many against moving the caret', median(full.add) / median(full.move), 2, '×'),
    meets('undo in many passages against in few', median(full.undo) / median(few.undo), 3, '×'),
  ].every(Boolean);
}

function report(opening: { reader: number[]; html: number[] }, keys: KeyTimes): boolean {
  const print = (name: string, timesMs: readonly number[]): void =>
    console.log(`  ${name.padEnd(52)}p50 ${median(timesMs).toFixed(1).padStart(8)} ms`);
  console.log(`open ${WORDS} words with ${PASSAGES} passages; add a passage, key to paint`);
  print('the same text as static HTML', opening.html);
  print('the reader, from the press to its highlights', opening.reader);
  print('a key that only moves the caret', keys.move);
  print('a key that adds a passage', keys.add);
  const ratio = median(opening.reader) / median(opening.html);
  const frames = (median(keys.add) - median(keys.move)) / FRAME_MS;
  return [
    meets('open against static HTML', ratio, 2, '×'),
    meets('add a passage against moving the caret', frames, 1, 'frames more'),
  ].every(Boolean);
}
