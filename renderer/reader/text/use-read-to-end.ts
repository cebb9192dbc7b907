import { useEffect, useRef } from 'react';
import type { ArticleState } from '#domain/article/annotations.ts';
import { articleSetState } from '#domain/contract/article.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useReader } from '../state/reader-context.ts';
import { isAtEnd } from './scroll-text.ts';

/** Whether the end of the text has been in view since the article was opened. */
const useEndSeen = () => {
  const { view, scroller } = useReader();
  const isEndSeen = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    const look = (): void => {
      isEndSeen.current ||= isAtEnd(element);
    };
    // Only painted text counts as seen, and only after the saved place was restored.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', look);
    };
  }, [view, scroller]);
  return isEndSeen;
};

/**
 * An article that was read to its end and has passages counts as read: it is marked so when it is left, with Undo. If
 * its state was set since it was opened, it is left as set.
 */
export const useReadToEnd = (state: ArticleState, passageCount: number): void => {
  const { article } = useReader();
  const isEndSeen = useEndSeen();
  const stateAtFirst = useRef(state);
  const isSettled = useRef(false);
  useEffect(() => {
    isSettled.current ||= state !== stateAtFirst.current;
  }, [state]);

  const leave = useLatest(async (): Promise<void> => {
    if (!isEndSeen.current || passageCount === 0 || state === 'read' || isSettled.current) return;
    isSettled.current = true;
    // The article may be gone by now: then there is nothing to mark or report.
    const answer = await request(articleSetState, { articleId: article.article.id, state: 'read' });
    if (answer.ok) sayUndoable('Marked as read');
  });
  // Not as a flush before closing: an undo flushes too, and would then revert this instead of the last act.
  useEffect(() => () => void leave.current(), []);
};
