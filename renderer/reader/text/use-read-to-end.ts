import { useEffect, useRef } from 'react';
import type { ArticleState } from '#domain/article/annotations.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useReader } from '../state/reader-context.ts';
import { isAtEnd } from './scroll-text.ts';

/** Whether the end of the text has come into sight in this visit. */
const useEndSeen = () => {
  const { view, scroller } = useReader();
  const isEndSeen = useRef(false);
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    const look = (): void => {
      isEndSeen.current ||= isAtEnd(element);
    };
    // Only what was painted has been seen, and only after the kept place was gone to.
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
 * An article that was read to its end and annotated is read: marked so when it is left, with a way back. One whose
 * state was set in this visit is left as it was set.
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
    // The article may be gone by now: then there is nothing to mark, and nothing to say.
    const answer = await request('article:set-state', { articleId: article.article.id, state: 'read' });
    if (answer.ok) sayUndoable('Marked as read');
  });
  // Not where all that is pending is written: an undo writes it too, and would take this back and not what was done.
  useEffect(() => () => void leave.current(), []);
};
