import { type ReactNode, useEffect, useState } from 'react';
import styles from './tour.module.css';
import type { TourStep } from './tour-state.ts';

/** A sentence of the sample without a passage. */
const SENTENCE = 'That double nature is what makes the trade so hard to stop: a lathe is not contraband.';
const NAME = 'tour';
/** In CSS pixels: between text and mark, the mark's size, and its clearance. */
const GAP = 44;
const WIDTH = 248;
const LEAST_WIDTH = 180;
const HEIGHT = 76;
const EDGE = 12;

type Place = {
  /** Where the line begins: at the end of the words, or below the card beside them. */
  readonly from: { readonly x: number; readonly y: number; readonly isCard: boolean };
  readonly left: number;
  readonly top: number;
  readonly width: number;
};

const textNodesOf = (block: Element): readonly Text[] => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
};

const rangeIn = (block: Element, start: number, end: number): Range | null => {
  const range = document.createRange();
  let [at, isBegun] = [0, false];
  for (const node of textNodesOf(block)) {
    const after = at + node.data.length;
    if (!isBegun && start < after) {
      range.setStart(node, start - at);
      isBegun = true;
    }
    if (isBegun && end <= after) {
      range.setEnd(node, end - at);
      return range;
    }
    at = after;
  }
  return null;
};

/** The range of the words, or of the first sentence if they are not in this text; null if nothing is rendered. */
const rangeOfWords = (text: Element, quote: string): Range | null => {
  const blocks = [...text.querySelectorAll('p')];
  for (const block of blocks) {
    const start = block.textContent.indexOf(quote);
    if (start !== -1) return rangeIn(block, start, start + quote.length);
  }
  const [first] = blocks;
  const [sentence = ''] = /^.*?[.!?](?=\s|$)/u.exec(first?.textContent ?? '') ?? [];
  return first === undefined || sentence === '' ? null : rangeIn(first, 0, sentence.length);
};

/** Where the words are scrolled to from the top, and the room kept at the bottom: space for the mark. */
const SHOWN_AT = 180;
const CLEAR_BELOW = 220;

/** Scrolls the words near the top if they, or the room for the mark, are out of view. */
const bringIntoSight = (text: Element, range: Range): void => {
  const main = text.closest('main')?.getBoundingClientRect();
  const { top, bottom } = range.getBoundingClientRect();
  if (main === undefined || (top > main.top + EDGE && bottom < main.bottom - CLEAR_BELOW)) return;
  let scroller = text.parentElement;
  while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
    scroller = scroller.parentElement;
  scroller?.scrollBy({ top: top - SHOWN_AT });
};

/** The margin cards that extend past `left`, from the top. */
const cardsBeside = (text: Element, left: number): readonly DOMRect[] =>
  [...(text.closest('main') ?? document).querySelectorAll('aside li, [role="complementary"] li')]
    .map((card) => card.getBoundingClientRect())
    .filter((card) => card.height > 0 && card.right > left)
    .sort((one, other) => one.top - other.top);

/** The first free height from `top` down that no card covers. */
const freeTop = (cards: readonly DOMRect[], top: number): number =>
  cards.reduce(
    (at, card) => (card.top < at + HEIGHT + EDGE && card.bottom > at - EDGE ? card.bottom + EDGE : at),
    top,
  );

const placeOf = (text: Element, range: Range): Place | null => {
  const [first, second] = range.getClientRects();
  const main = text.closest('main')?.getBoundingClientRect();
  if (first === undefined || main === undefined) return null;
  const side = text.getBoundingClientRect().right;
  const left = side + GAP;
  const width = Math.min(WIDTH, main.right - left - EDGE);
  const y = first.top + first.height / 2;
  if (width < LEAST_WIDTH || y < main.top + EDGE || y > main.bottom - EDGE) return null;
  const cards = cardsBeside(text, left);
  const top = freeTop(cards, y - EDGE * 2);
  if (top + HEIGHT > main.bottom) return null;
  if (cards.some((card) => card.top <= y && y <= card.bottom))
    return { from: { x: left + EDGE * 2, y: top - EDGE, isCard: true }, left, top, width };
  // If other words follow on the line, the connector starts at the edge of the text, so that it covers none.
  return { from: { x: second === undefined ? side : first.right + 4, y, isCard: false }, left, top, width };
};

export type TourMarkProps = {
  readonly step: TourStep;
  /** The quoted words; null for a sentence of the sample. */
  readonly quote: string | null;
  readonly onShown: (isShown: boolean) => void;
  readonly children: ReactNode;
};

/** After any of these only the person scrolls the text. */
const hands = ['wheel', 'pointerdown', 'keydown'] as const;

/** Follows the words as the text scrolls; null while they or the margin beside them are out of view. */
const usePlaceOf = (quote: string): Place | null => {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    let [frame, hasShown, isLeft] = [0, false, false];
    const measure = (): void => {
      frame = 0;
      const text = document.getElementById('article-text');
      const range = text === null ? null : rangeOfWords(text, quote);
      if (text === null || range === null) {
        setPlace(null);
        return;
      }
      CSS.highlights.set(NAME, new Highlight(range));
      // A text that was open before restores its scroll position later than this: the words are scrolled to until the
      // person scrolls.
      if (!isLeft) bringIntoSight(text, range);
      hasShown = true;
      const next = placeOf(text, range);
      setPlace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    const leave = (): void => {
      isLeft = true;
    };
    const observer = new MutationObserver(soon);
    const main = document.querySelector('main');
    if (main !== null) observer.observe(main, { childList: true, subtree: true, attributes: true });
    for (const hand of hands) window.addEventListener(hand, leave, { capture: true, passive: true });
    window.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    soon();
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      for (const hand of hands) window.removeEventListener(hand, leave, { capture: true });
      window.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
      if (hasShown) CSS.highlights.delete(NAME);
    };
  }, [quote]);
  return place;
};

/** The current instruction, in the margin beside its words, connected by a line. It covers no text. */
export const TourMark = ({ step, quote, onShown, children }: TourMarkProps) => {
  const place = usePlaceOf(quote ?? SENTENCE);
  const isShown = place !== null;
  useEffect(() => {
    onShown(isShown);
    return () => onShown(false);
  }, [isShown, onShown]);
  if (place === null) return null;
  const { from, left, top, width } = place;
  const drop = Math.max(0, top - from.y);
  const line = from.isCard
    ? { left: from.x, top: from.y, height: EDGE }
    : { left: from.x, top: from.y, width: left + (drop > 0 ? EDGE * 2 : 0) - from.x, height: drop };
  return (
    // Screen readers get the same from the list of steps.
    <div aria-hidden data-tour={step}>
      <i className={from.isCard ? styles.drop : styles.line} style={line} />
      <div className={styles.mark} style={{ left, top, width }}>
        {children}
      </div>
    </div>
  );
};
