import { useLayoutEffect, useRef } from 'react';
import { articleKeepPlace } from '#domain/contract/article.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import type { PreparedArticle } from '../state/prepare-article.ts';
import type { ArticleView } from '../state/reader-context.ts';
import { useReader } from '../state/reader-context.ts';
import { isAtEnd, scrollToOffset } from './scroll-text.ts';

const KEEP_AFTER_MS = 600;
/** Where the first line being read is, below the window's upper edge. */
const READING_LINE_PX = 80;
/** How far above the lower edge the last fully visible line is. */
const LAST_LINE_PX = 24;

type PlaceKeeper = {
  /** The text has moved: the place is saved after a moment. */
  touch(): void;
  /** Saves the place at once, if it has moved. */
  flush(): Promise<void>;
};

const keepPlaces = (
  { article, readingOffset, index: { text } }: PreparedArticle,
  view: ArticleView,
  scroller: HTMLElement,
): PlaceKeeper => {
  let kept = readingOffset;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offsetAt = (y: number): number | null => view.offsetAt(view.dom.getBoundingClientRect().left + 4, y);
  const placeNow = (): number | null =>
    scroller.scrollTop < 4 ? 0 : offsetAt(scroller.getBoundingClientRect().top + READING_LINE_PX);
  /** The share of the text above the window's lower edge, 0 to 1. */
  const seenNow = (): number => {
    if (isAtEnd(scroller)) return 1;
    const seen = offsetAt(scroller.getBoundingClientRect().bottom - LAST_LINE_PX);
    return seen === null || text.length === 0 ? 0 : Math.min(1, seen / text.length);
  };
  const keep = async (): Promise<void> => {
    timer = undefined;
    const offset = placeNow();
    if (offset === null || offset === kept) return;
    kept = offset;
    // If a place can't be saved, the next one will be.
    const place = { readingOffset: offset, seenShare: seenNow() };
    await request(articleKeepPlace, { articleId: article.id, ...place });
  };
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
    },
    async flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      await keep();
    },
  };
};

/**
 * Goes to where reading stopped, once and unless a passage was requested, and saves the place as a text offset: a
 * moment after scrolling, and when the article or the window closes.
 */
export const useKeptPlace = (isPassageAsked: boolean): void => {
  const { article, view, scroller } = useReader();
  const isPlaceWanted = useRef(!isPassageAsked);
  const keeper = useRef<PlaceKeeper | null>(null);
  useBeforeClose(async () => keeper.current?.flush());

  // Before the text unmounts the place can still be read from it; a passive effect would be too late.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    if (isPlaceWanted.current && article.readingOffset > 0) {
      scrollToOffset({ view, scroller: element, offset: article.readingOffset, to: 'top' });
    }
    isPlaceWanted.current = false;
    const places = keepPlaces(article, view, element);
    keeper.current = places;
    element.addEventListener('scroll', places.touch, { passive: true });
    return () => {
      element.removeEventListener('scroll', places.touch);
      keeper.current = null;
      void places.flush();
    };
  }, [article, view, scroller]);
};
