/** Finds terms in rendered text. The DOM is not changed: the browser draws the ranges as highlights. */
import type { SearchTerm } from '#domain/search/language/search-node.ts';
import { markTerms } from '#domain/search/words/mark-terms.ts';

/** More marks are of no use and slow the window. */
const MOST = 400;
/** A page with more text has its own search. */
const MOST_NODES = 20_000;

const BLOCK = 'p, li, td, th, h1, h2, h3, h4, h5, h6, dd, dt, blockquote, [role="row"], [role="option"]';

/** The text nodes of a page by block: a match may cross inline elements. */
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

/** The node and offset of the character at `at` in consecutive text nodes. */
const placeOf = (texts: readonly Text[], at: number): readonly [Text, number] | null => {
  let rest = at;
  for (const text of texts) {
    if (rest <= text.data.length) return [text, rest];
    rest -= text.data.length;
  }
  return null;
};

/** The ranges of a page that match one of `terms`, from the top. */
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
