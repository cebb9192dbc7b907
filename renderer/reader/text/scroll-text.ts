/** Scrolling to a place of the text. Blocks that were never shown have estimated heights, so it is done in steps. */
import type { ArticleView } from './article-view.ts';

/** Corrections after the first jump: each lets the browser lay out what has come into view. */
const STEPS = 6;
/** A line this near to the edge of the window counts as out of sight, in CSS pixels. */
const EDGE_PX = 72;

export type ScrollWish = {
  readonly view: ArticleView;
  readonly scroller: HTMLElement;
  readonly offset: number;
  /** `top` puts the line at the top; `sight` only moves when the line is out of sight. */
  readonly to: 'top' | 'sight';
};

/** How far to scroll; 0 where the line is where it should be. */
const distance = ({ view, scroller, offset, to }: ScrollWish): number => {
  const line = view.lineAt(offset);
  const room = scroller.getBoundingClientRect();
  if (to === 'top') return line.top - room.top - EDGE_PX;
  const isInSight = line.top >= room.top + EDGE_PX && line.bottom <= room.bottom - EDGE_PX;
  return isInSight ? 0 : line.top - room.top - room.height * 0.3;
};

const scrollBy = (wish: ScrollWish, by: number): boolean => {
  const before = wish.scroller.scrollTop;
  wish.scroller.scrollTop = before + by;
  return wish.scroller.scrollTop !== before;
};

/** Scrolls until the offset stands where it is wished: at once as far as can be told, then by corrections. */
export const scrollToOffset = (wish: ScrollWish): void => {
  const step = (left: number): void => {
    if (!wish.view.dom.isConnected) return;
    const by = distance(wish);
    if (Math.abs(by) >= 1 && left > 0 && scrollBy(wish, by)) requestAnimationFrame(() => step(left - 1));
  };
  step(STEPS);
};
