import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/**
 * Has `look` see what is in sight: at once, whenever what `findScroller` answers scrolls or changes its size, and anew
 * with another of the two functions. A scroll is followed before the frame that shows the new place: a leap of the
 * scrollbar must not show what is not drawn yet.
 */
export const useFollowScroll = (findScroller: () => HTMLElement | null, look: () => void): void =>
  useEffect(() => {
    const scroller = findScroller();
    if (scroller === null) return;
    look();
    const follow = (): void => flushSync(look);
    scroller.addEventListener('scroll', follow, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', follow);
      resized.disconnect();
    };
  }, [findScroller, look]);
