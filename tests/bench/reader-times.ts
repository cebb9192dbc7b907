/** How long the reader takes to open an article and to add passages, as its page itself sees it. */
import type { Page } from '@playwright/test';
import { articleText } from '../support/app/reader-page.ts';

/** The article, of one line, that is left for another; it has no passages. */
export const shortTitle = 'A short one';

/** By its attribute: a search by text would read through all of a long article. */
const rowOf = (title: string): string => `[role="row"][aria-label="${title}"]`;

/** From the press on its row until the highlights of the article are painted, as the page itself sees it. */
export async function measureOpening(page: Page, title: string): Promise<number> {
  await page.locator(rowOf(shortTitle)).click();
  await page.waitForFunction(() => document.querySelector('#article-text')?.textContent === 'One line.');
  await page.evaluate(() => {
    const measure = async (): Promise<number> => {
      const startMs = await new Promise<number>((resolve) => {
        addEventListener('pointerdown', () => resolve(performance.now()), { capture: true, once: true });
      });
      while (document.querySelector('#article-text mark') === null)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - startMs;
    };
    Reflect.set(globalThis, 'elapsed', measure());
  });
  await page.locator(rowOf(title)).click();
  return page.evaluate(() => Reflect.get(globalThis, 'elapsed'));
}

export type KeyTimes = { readonly add: number[]; readonly move: number[]; readonly undo: number[] };

/** The time from a key to the paint that shows what it did, as the page itself sees it. */
export async function measureKeys(page: Page, turns: number): Promise<KeyTimes> {
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
