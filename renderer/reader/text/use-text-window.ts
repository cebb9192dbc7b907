import { useEffect } from 'react';
import type { TextRange } from '#domain/passage/selector.ts';
import { useReader } from '../state/reader-context.ts';
import type { ArticleView } from './article-view.ts';
import type { PreparedArticle } from './prepare-article.ts';
import { blocksBetween, boxesOf, textOfBlocks } from './visible-window.ts';

/** The text within `screens` of the window, either side. */
const textNear = (
  article: PreparedArticle,
  view: ArticleView,
  scroller: HTMLElement,
  screens: number,
): TextRange => {
  const { top, bottom, height } = scroller.getBoundingClientRect();
  const reach = height * screens;
  return textOfBlocks(article, blocksBetween(boxesOf(view.dom), top - reach, bottom + reach));
};

const isWithin = (inner: TextRange, outer: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Keeps the store's window at what is seen and a screen either side, as text and window move. */
export const useTextWindow = (): void => {
  const { article, store, view, scroller } = useReader();
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const needed = textNear(article, view, element, 0.5);
      if (!isWithin(needed, store.getState().window)) {
        store.setState({ window: textNear(article, view, element, 1) });
      }
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
