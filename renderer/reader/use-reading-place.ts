import { useEffect, useLayoutEffect, useRef } from 'react';
import { isFocusLost } from '#renderer/ui/focus/focus-into.ts';
import type { ReaderPlace } from './reader-place.ts';
import { useOpenPassages } from './state/passages-context.ts';
import { useReader } from './state/reader-context.ts';
import { selectPassage } from './state/reader-store.ts';
import { scrollToOffset } from './text/scroll-text.ts';
import { useKeptPlace } from './text/use-kept-place.ts';
import { useReadToEnd } from './text/use-read-to-end.ts';
import { useTextWindow } from './text/window/use-text-window.ts';

/** Goes to the passage that was asked for, once for each asking, as soon as it is there. */
const useAskedPassage = ({ passageId, visit = 0 }: ReaderPlace): void => {
  const { store, view, scroller } = useReader();
  const { placed } = useOpenPassages();
  const asked = useRef<string | null>(null);
  const key = `${passageId} ${visit}`;
  useLayoutEffect(() => {
    const wanted = placed.find(({ passage }) => passage.id === passageId);
    if (wanted === undefined || asked.current === key || view === null || scroller.current === null) return;
    asked.current = key;
    selectPassage(store, wanted.passage.id);
    if (wanted.start < 0) return;
    view.select({ start: wanted.start, end: wanted.start });
    scrollToOffset({ view, scroller: scroller.current, offset: wanted.start, to: 'sight' });
    view.focus();
  }, [key, passageId, placed, store, view, scroller]);
};

/** Where an article opens and nothing has the focus (its import was just sealed, say), hands go on in the text. */
const useFocusIfNobodyHasIt = (): void => {
  const { view } = useReader();
  useEffect(() => {
    if (isFocusLost()) view?.focus();
  }, [view]);
};

/** Where the article is read: the place that was asked for, else the one where it was left, and whether to its end. */
export const useReadingPlace = (place: ReaderPlace): void => {
  const { about, placed } = useOpenPassages();
  useTextWindow();
  useKeptPlace(place.passageId !== null);
  useReadToEnd(about.state, placed.length);
  useAskedPassage(place);
  useFocusIfNobodyHasIt();
};
