import { type RefObject, useEffect, useRef } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import type { FocusTargets } from '#renderer/ui/focus/focus-targets.ts';

/** Frames in which rows near the place may still be drawn. */
const MAX_FRAMES = 20;

/** Brings the row into sight, however far off; answers how to stop trying. */
const bringIntoSight = (
  list: HTMLElement,
  rowOf: () => HTMLElement | undefined,
  share: number,
): (() => void) => {
  let frame = 0;
  let tries = 0;
  const attempt = (): void => {
    const row = rowOf();
    if (row !== undefined) {
      row.scrollIntoView({ block: 'nearest' });
      return;
    }
    // Rows out of sight are not drawn: near its place they will be.
    list.scrollTop = share * list.scrollHeight - list.clientHeight / 2;
    tries += 1;
    if (tries < MAX_FRAMES) frame = requestAnimationFrame(attempt);
  };
  frame = requestAnimationFrame(attempt);
  return () => cancelAnimationFrame(frame);
};

/**
 * Brings the row of the article that is open into sight where it was opened elsewhere: by the palette, a passage or a
 * check. What was chosen in the list itself stays where it was pointed at: `chosen` holds its id.
 */
export const useFollowOpen = (
  list: RefObject<HTMLElement | null>,
  rows: FocusTargets<ArticleId>,
  chosen: RefObject<ArticleId | null>,
  {
    openId,
    index,
    count,
  }: { readonly openId: ArticleId | null; readonly index: number; readonly count: number },
): void => {
  const followed = useRef<ArticleId | null>(null);
  useEffect(() => {
    if (list.current === null || openId === null || index === -1 || followed.current === openId) return;
    followed.current = openId;
    if (chosen.current === openId) return;
    return bringIntoSight(list.current, () => rows.elementOf(openId), index / count);
  }, [list, rows, chosen, openId, index, count]);
};
