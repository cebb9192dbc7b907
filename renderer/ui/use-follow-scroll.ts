import { useEffect } from 'react';
import { flushSync } from 'react-dom';

/**
 * Calls `look` to see what is visible: at once, whenever the element from `findScroller` scrolls or is resized, and
 * again when either function changes. A scroll is handled before the frame that shows it: a jump of the scrollbar must
 * not show what is not rendered yet.
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
