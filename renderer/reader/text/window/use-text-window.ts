import { useEffect } from 'react';
import type { TextRange } from '#domain/text/selector.ts';
import { useReader } from '../../state/reader-context.ts';
import type { ArticleView } from '../article-view.ts';
import type { PreparedArticle } from '../prepare-article.ts';
import { growWindow } from './grow-window.ts';
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

/** In screens on either side of the window. */
const SEEN = 0.25;
const WANTED = 1;
const KEPT = 1.5;

/** Keeps the store's window at what is seen and a screen either side, as text and window move. */
export const useTextWindow = (): void => {
  const { article, store, view, scroller } = useReader();
  useEffect(() => {
    const element = scroller.current;
    if (view === null || element === null) return;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const near = (screens: number): TextRange => textNear(article, view, element, screens);
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
