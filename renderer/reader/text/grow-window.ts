/** How the stretch of text that is decorated follows what is seen: a little in each frame, so that none is long. */
import type { TextRange } from '#domain/text/selector.ts';

/** Characters that are decorated in one frame on either side, beyond what is seen: a long paragraph. */
const STEP = 600;

export type Nearness = {
  /** What is seen, and a little around it: decorated in this very frame. */
  readonly seen: TextRange;
  /** What will be decorated frame by frame. */
  readonly wanted: TextRange;
  /** Beyond this, decorations are dropped. */
  readonly kept: TextRange;
};

const isEmpty = ({ start, end }: TextRange): boolean => start >= end;
const areApart = (a: TextRange, b: TextRange): boolean => a.end < b.start || b.end < a.start;

/** The next window after `window`; the same object where it is as it should be. */
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
