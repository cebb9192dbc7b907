/** What tests of the reader do in its window, like a person. */
import type { Locator, Page } from '@playwright/test';

export const articleText = (page: Page): Locator => page.locator('#article-text');

/** Opens the article with that title from the list of articles. */
export const openArticle = async (page: Page, title: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: /^Articles/ }).click();
  await page.getByRole('row', { name: title }).first().click();
  await articleText(page).waitFor();
  await page.evaluate(() => document.fonts.ready);
};

/** The centres of the first and the last character of `quote` in the text, in window coordinates. */
const endsOf = (page: Page, quote: string) =>
  articleText(page).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const characters: { node: Node; at: number }[] = [];
    while (walker.nextNode() !== null) {
      const node = walker.currentNode;
      for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) characters.push({ node, at });
    }
    const whole = characters.map(({ node, at }) => node.nodeValue?.[at]).join('');
    const start = whole.indexOf(wanted);
    const [first, last] = [characters[start], characters[start + wanted.length - 1]];
    if (first === undefined || last === undefined) throw new Error(`"${wanted}" is not in the text`);
    first.node.parentElement?.scrollIntoView({ block: 'center' });
    const boxOf = ({ node, at }: { node: Node; at: number }): DOMRect => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const [from, to] = [boxOf(first), boxOf(last)];
    return {
      from: { x: from.left + 0.5, y: from.top + from.height / 2 },
      to: { x: to.right - 0.5, y: to.top + to.height / 2 },
    };
  }, quote);

/** Selects `quote` with the mouse. */
export const selectQuote = async (page: Page, quote: string): Promise<void> => {
  const { from, to } = await endsOf(page, quote);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
};

/** A point on the last character of `quote`, in window coordinates. */
export const endOf = async (page: Page, quote: string): Promise<{ x: number; y: number }> =>
  (await endsOf(page, quote)).to;

/** Clicks in the middle of `quote`. */
export const clickQuote = async (page: Page, quote: string): Promise<void> => {
  const { from } = await endsOf(page, quote);
  await page.mouse.click(from.x + 6, from.y);
};

/** The text under each highlight, joined from its parts, in text order. */
export const highlights = (page: Page): Promise<readonly { label: string; text: string }[]> =>
  articleText(page).evaluate((text) => {
    const byId = new Map<string, { label: string; text: string }>();
    for (const mark of text.querySelectorAll<HTMLElement>('mark[data-passage]')) {
      const id = mark.dataset.passage ?? '';
      const before = byId.get(id)?.text ?? '';
      byId.set(id, { label: mark.dataset.label ?? '', text: before + mark.textContent });
    }
    return [...byId.values()];
  });
