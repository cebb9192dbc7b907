/** Where words stand in what is drawn. Nothing is changed in it: the ranges are for the browser to draw. */
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';

/** More marks than these are no help, and take the time of the window. */
const MOST = 400;
/** A page with more text than this is one that finds by itself. */
const MOST_NODES = 20_000;

const BLOCK = 'p, li, td, th, h1, h2, h3, h4, h5, h6, dd, dt, blockquote, [role="row"], [role="option"]';

/** The texts of a page by the block that they stand in: a mark may go over what is set in another face. */
const blocksOf = (root: HTMLElement): Iterable<readonly Text[]> => {
  const blocks = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null && count < MOST_NODES; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('[aria-hidden="true"], .visually-hidden') !== null) continue;
    const block = parent.closest(BLOCK) ?? parent;
    const texts = blocks.get(block) ?? [];
    texts.push(node as Text);
    blocks.set(block, texts);
    count += 1;
  }
  return blocks.values();
};

/** Where the `at`th character of texts that follow each other stands. */
const placeOf = (texts: readonly Text[], at: number): readonly [Text, number] | null => {
  let rest = at;
  for (const text of texts) {
    if (rest <= text.data.length) return [text, rest];
    rest -= text.data.length;
  }
  return null;
};

/** The ranges of a page in which one of `terms` stands, from the top. */
export const rangesOfTerms = (root: HTMLElement, terms: readonly SearchTerm[]): readonly Range[] => {
  const ranges: Range[] = [];
  for (const texts of blocksOf(root)) {
    for (const { start, end } of markTerms(texts.map(({ data }) => data).join(''), terms)) {
      const [from, to] = [placeOf(texts, start), placeOf(texts, end)];
      if (from === null || to === null) continue;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      ranges.push(range);
    }
    if (ranges.length >= MOST) break;
  }
  return ranges;
};
