import { useLayoutEffect } from 'react';
import { isPaged } from '#domain/article/formats/article-formats.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { readMarksOfOriginal } from '#renderer/parts/article/marks-of-original.tsx';
import { useWidth } from '#renderer/ui/use-width.ts';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';
import { usePadPane, usePageView } from '#renderer/window/side-panes.ts';
import { useReader, useReaderState } from '../state/reader-context.ts';

/** The minimum width of text and margin together, in CSS pixels. */
const MARGIN_ROOM = 700;

const togglePages = (): void => usePageView.setState(({ isWanted }) => ({ isWanted: !isWanted }));

/** How the reader's room is divided between the pages of the original, the text and the margin. */
export const useReaderRoom = () => {
  const { article, store } = useReader();
  const [room, measure] = useWidth();
  const windowWidth = useWindowWidth();
  const isNarrow = windowWidth === 'narrow';
  const isWanted = usePageView((state) => state.isWanted);
  const isMarginWanted = useReaderState((state) => state.hasMargin);
  // Slides have numbers, but no pages that could be drawn.
  const hasPages = article.pages.length > 0 && isPaged(article.article.format);
  useCommand('article.pages', togglePages, hasPages);
  const frameRegion = (): void => {
    usePageView.setState({ isWanted: true });
    store.setState(({ isFraming }) => ({ isFraming: !isFraming }));
  };
  useCommand('article.frame', frameRegion, hasPages);
  const { id, format } = article.article;
  useCommand('article.read-marks', () => void readMarksOfOriginal(id), format === 'pdf');
  const way = isNarrow ? ('over' as const) : ('beside' as const);
  const pages = hasPages && isWanted ? way : null;
  // Until something is measured, the window's width decides.
  const hasMarginRoom = !isNarrow && (pages !== 'beside' || room === 0 || room >= MARGIN_ROOM);
  useLayoutEffect(() => store.setState({ hasMarginRoom }), [store, hasMarginRoom]);
  const isPadShown = usePadPane((state) => state.isShown);
  return {
    measure,
    pages,
    hasMarginRoom,
    hasMargin: hasMarginRoom && isMarginWanted,
    togglePages,
    /** Whether a translation fits beside the text. */
    hasRoomBeside: !isNarrow && pages !== 'beside' && (!isPadShown || windowWidth === 'wide'),
  };
};
