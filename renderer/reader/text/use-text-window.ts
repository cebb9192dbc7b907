import { useEffect } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { countIndices } from '#domain/text/sequences/count-while.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ArticleView } from '../state/reader-context.ts';
import { useReader } from '../state/reader-context.ts';

/** What the window measures: a list of blocks, each with its top and bottom in the same coordinates. */
type BlockBoxes = {
  readonly count: number;
  top(index: number): number;
  bottom(index: number): number;
};

/** The first and last of the blocks between `top` and `bottom`; the last is excluded. */
const blocksBetween = (
  boxes: BlockBoxes,
  top: number,
  bottom: number,
): { readonly first: number; readonly afterLast: number } => ({
  first: countIndices(boxes.count, (index) => boxes.bottom(index) <= top),
  afterLast: countIndices(boxes.count, (index) => boxes.top(index) < bottom),
});

/** The canonical text of the top-level blocks from `first` up to `afterLast`. */
const textOfBlocks = (
  { blockPositions, map, doc }: Pick<PreparedArticle, 'blockPositions' | 'map' | 'doc'>,
  { first, afterLast }: { readonly first: number; readonly afterLast: number },
): TextRange => {
  const from = blockPositions[first] ?? doc.content.size;
  const to = blockPositions[afterLast] ?? doc.content.size;
  const start = map.toOffset(from, 'start');
  return { start, end: Math.max(start, map.toOffset(to, 'end')) };
};

/** The blocks of an element as boxes, each measured once and only on demand. */
const boxesOf = (element: HTMLElement): BlockBoxes => {
  const measured = new Map<number, DOMRect | undefined>();
  const boxAt = (index: number): DOMRect | undefined => {
    if (!measured.has(index)) measured.set(index, element.children[index]?.getBoundingClientRect());
    return measured.get(index);
  };
  return {
    count: element.children.length,
    top: (index) => boxAt(index)?.top ?? 0,
    bottom: (index) => boxAt(index)?.bottom ?? 0,
  };
};

/** The text within this many screens of the window, on either side, at their current positions. */
const measureNear = (
  article: PreparedArticle,
  view: ArticleView,
  scroller: HTMLElement,
): ((screens: number) => TextRange) => {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const boxes = boxesOf(view.dom);
  return (screens) => {
    const reach = height * screens;
    return textOfBlocks(article, blocksBetween(boxes, top - reach, bottom + reach));
  };
};

/** In screens on either side of the window. */
const SEEN = 0.25;
const WANTED = 1;
const KEPT = 1.5;

/** How the decorated range follows the visible one: a little in each frame, so that none takes long. */

/** Characters decorated in one frame on either side, beyond the visible part: a long paragraph. */
const STEP = 600;

export type Nearness = {
  /** The visible part, and a little around it: decorated in this frame. */
  readonly seen: TextRange;
  /** To be decorated frame by frame. */
  readonly wanted: TextRange;
  /** Beyond this, decorations are dropped. */
  readonly kept: TextRange;
};

const isEmpty = ({ start, end }: TextRange): boolean => start >= end;
const areApart = (a: TextRange, b: TextRange): boolean => a.end < b.start || b.end < a.start;

/** The next window after `window`; the same object if it need not change. */
export const growWindow = (window: TextRange, { seen, wanted, kept }: Nearness): TextRange => {
  const isNew = isEmpty(window) || areApart(window, seen);
  const from = isNew ? seen : window;
  const covered = { start: Math.min(from.start, seen.start), end: Math.max(from.end, seen.end) };
  const isReached = covered.start <= wanted.start && covered.end >= wanted.end;
  if (isReached && covered.start === window.start && covered.end === window.end) return window;
  return {
    start: Math.max(kept.start, Math.min(covered.start, Math.max(wanted.start, covered.start - STEP))),
    end: Math.min(kept.end, Math.max(covered.end, Math.min(wanted.end, covered.end + STEP))),
  };
};

/** Keeps the store's window at the visible part and a screen on either side, as text and window move. */
export const useTextWindow = (): void => {
  const { article, store, view, scroller } = useReader();
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const near = measureNear(article, view, element);
      const { window } = store.getState();
      const grown = growWindow(window, { seen: near(SEEN), wanted: near(WANTED), kept: near(KEPT) });
      if (grown === window) return;
      store.setState({ window: grown });
      schedule();
    };
    const schedule = (): void => {
      if (frame === 0) frame = requestAnimationFrame(update);
    };
    update();
    element.addEventListener('scroll', schedule, { passive: true });
    const observer = new ResizeObserver(schedule);
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener('scroll', schedule);
    };
  }, [article, store, view, scroller]);
};
