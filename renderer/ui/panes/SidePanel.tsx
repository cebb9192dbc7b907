import { useEffect, useRef } from 'react';
import { focusPane } from '../focus/focus-pane.ts';
import { Drawer } from '../overlays/Drawer.tsx';
import { useWindowWidth } from '../use-window-width.ts';
import { Panel, type PanelProps } from './Panel.tsx';

/** The drawer that has just slid over the page takes the focus. */
const DrawnPanel = (panel: PanelProps) => {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // Tabs and rows are rendered after their container.
    const frame = requestAnimationFrame(() => {
      const element = pane.current;
      // A field requested together with it has the focus already.
      if (element !== null && !element.contains(document.activeElement)) focusPane(element);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return <Panel {...panel} ref={pane} />;
};

export type SidePanelProps = Omit<PanelProps, 'kind' | 'ref'> & {
  readonly isShown: boolean;
  /** The drawer was closed by Esc or by a press beside it. */
  readonly onClose: () => void;
};

/** Details of a page: a pane beside it, or a drawer over its edge if there is no room. */
export const SidePanel = ({ isShown, onClose, isWide = false, ...panel }: SidePanelProps) => {
  const isDrawer = useWindowWidth() === 'narrow';
  if (!isDrawer) return isShown ? <Panel kind="side" isWide={isWide} {...panel} /> : null;
  return (
    <Drawer label={panel.label} side="right" isWide={isWide} isOpen={isShown} onClose={onClose}>
      <DrawnPanel kind="side" isFilling {...panel} />
    </Drawer>
  );
};
