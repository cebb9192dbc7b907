import { useEffect, useState } from 'react';
import { changeSettings, useSettings } from '#renderer/bridge/app-state.ts';
import { PaneEdge } from '#renderer/ui/edges/PaneEdge.tsx';
import { usePageView } from '#renderer/window/page-view.ts';
import { PagesPane } from '../PagesPane.tsx';
import styles from '../pages.module.css';
import { LEAST_WIDTH, mostWidth, pagesWidth } from './pages-width.ts';

export type PagesColumnProps = {
  /** How wide pages and text are together. */
  readonly room: number;
  readonly onClose: () => void;
};

/** The pages in a column of their own, left of the text, with an edge that is drawn. */
export const PagesColumn = ({ room, onClose }: PagesColumnProps) => {
  const { pagesWidthPx } = useSettings();
  const [drawn, setDrawn] = useState<number | null>(null);
  useEffect(() => {
    usePageView.setState({ isBeside: true });
    return () => usePageView.setState({ isBeside: false });
  }, []);
  const width = pagesWidth(drawn ?? pagesWidthPx, room);
  return (
    <div className={styles.column} style={{ width }}>
      <PagesPane onClose={onClose} onDone={() => undefined} />
      <PaneEdge
        label="Width of the pages"
        width={width}
        least={LEAST_WIDTH}
        most={mostWidth(room)}
        onWidth={(next, isDone) => {
          setDrawn(isDone ? null : next);
          if (isDone) void changeSettings({ pagesWidthPx: pagesWidth(next, room) });
        }}
      />
    </div>
  );
};
