/** Scrolling to a place of the text. Blocks that were never shown have estimated heights, so it is done in steps. */
import type { ArticleView } from '../state/reader-context.ts';

/** The place counts as reached when it has not moved for this many frames: blocks are laid out as they come near. */
const STILL_FRAMES = 4;
const MAX_FRAMES = 40;
/** A line this near to the window's edge counts as out of view, in CSS pixels. */
const EDGE_PX = 72;

export type ScrollWish = {
  readonly view: ArticleView;
  readonly scroller: HTMLElement;
  readonly offset: number;
  /** `top` puts the line at the top; `sight` only scrolls if the line is out of view. */
  readonly to: 'top' | 'sight';
};

/** How far to scroll; 0 if the line is where it should be. */
const distance = ({ view, scroller, offset, to }: ScrollWish): number => {
  const line = view.lineAt(offset);
  const room = scroller.getBoundingClientRect();
  if (to === 'top') return line.top - room.top - EDGE_PX;
  const isInSight = line.top >= room.top + EDGE_PX && line.bottom <= room.bottom - EDGE_PX;
  return isInSight ? 0 : line.top - room.top - room.height * 0.3;
};

const handEvents = ['wheel', 'pointerdown', 'keydown'] as const;

/** Watches whether the analyst scrolls or presses a key from now on. */
const watchHands = (): { hasTakenOver(): boolean; stop(): void } => {
  let hasTakenOver = false;
  const note = (): void => {
    hasTakenOver = true;
  };
  for (const name of handEvents) window.addEventListener(name, note, { passive: true });
  return {
    hasTakenOver: () => hasTakenOver,
    stop() {
      for (const name of handEvents) window.removeEventListener(name, note);
    },
  };
};

/** Returns whether it scrolled. */
const scrollOnce = (wish: ScrollWish): boolean => {
  const by = distance(wish);
  if (Math.abs(by) < 1) return false;
  const before = wish.scroller.scrollTop;
  wish.scroller.scrollTop = before + by;
  return wish.scroller.scrollTop !== before;
};

/**
 * Scrolls until the offset is where requested: at once by estimate, then frame by frame until it no longer moves. Ends
 * if the analyst scrolls or presses a key.
 */
export const scrollToOffset = (wish: ScrollWish): void => {
  const hands = watchHands();
  const step = (frame: number, still: number): void => {
    const isOver = still >= STILL_FRAMES || frame >= MAX_FRAMES || hands.hasTakenOver();
    if (isOver || !wish.view.dom.isConnected) {
      hands.stop();
      return;
    }
    const hasMoved = scrollOnce(wish);
    requestAnimationFrame(() => step(frame + 1, hasMoved ? 0 : still + 1));
  };
  step(0, 0);
};

/** How much of the end may be out of view: space below the last line. */
const END_PX = 48;

/** Whether the end of a scrolling element is in view. */
export const isAtEnd = ({ scrollTop, clientHeight, scrollHeight }: HTMLElement): boolean =>
  scrollHeight > 0 && scrollTop + clientHeight >= scrollHeight - END_PX;
