import { useEffect } from 'react';
import { PaneEdge } from '#renderer/ui/panes/PaneEdge.tsx';
import { usePageView } from '#renderer/window/page-view.ts';
import { PagesPane } from '../PagesPane.tsx';
import styles from '../pages.module.css';

/** The pages in a column of their own, left of the text, with an edge that is drawn. */
export const PagesColumn = ({ onClose }: { readonly onClose: () => void }) => {
  useEffect(() => {
    usePageView.setState({ isBeside: true });
    return () => usePageView.setState({ isBeside: false });
  }, []);
  return (
    <div className={styles.column}>
      <PagesPane onClose={onClose} onDone={() => undefined} />
      <PaneEdge kind="original" label="the pages" />
    </div>
  );
};
