import { useEffect, useRef } from 'react';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useReader } from '../state/reader-context.ts';
import { scrollToOffset } from './scroll-text.ts';

const KEEP_AFTER_MS = 600;
/** Where the first line that is read stands, below the upper edge of the window. */
const READING_LINE_PX = 80;

/**
 * Goes to where reading stopped, once and unless a passage was asked for, and keeps the place as a text offset.
 */
export const useKeptPlace = (isPassageAsked: boolean): void => {
  const { article, view, scroller } = useReader();
  const isPlaceWanted = useRef(!isPassageAsked);
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    const { readingOffset, article: record } = article;
    if (isPlaceWanted.current && readingOffset > 0) {
      scrollToOffset({ view, scroller: element, offset: readingOffset, to: 'top' });
    }
    isPlaceWanted.current = false;
    let kept = readingOffset;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = (): void => {
      timer = undefined;
      const { left } = view.dom.getBoundingClientRect();
      const { top } = element.getBoundingClientRect();
      const offset = element.scrollTop < 4 ? 0 : view.offsetAt(left + 4, top + READING_LINE_PX);
      if (offset === null || offset === kept) return;
      kept = offset;
      // A place that could not be kept is no loss: the next one is.
      void request('article:keep-place', { articleId: record.id, readingOffset: offset });
    };
    const schedule = (): void => {
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER_MS);
    };
    element.addEventListener('scroll', schedule, { passive: true });
    return () => {
      element.removeEventListener('scroll', schedule);
      if (timer === undefined) return;
      clearTimeout(timer);
      keep();
    };
  }, [article, view, scroller]);
};
