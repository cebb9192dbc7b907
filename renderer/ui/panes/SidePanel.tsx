import { useEffect, useRef } from 'react';
import { focusPane } from '../focus/focus-pane.ts';
import { Drawer } from '../overlays/Drawer.tsx';
import { useWindowWidth } from '../use-window-width.ts';
import { Panel, type PanelProps } from './Panel.tsx';

/** Hands go on in what has just slid over the page. */
const DrawnPanel = (panel: PanelProps) => {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    // Tabs and rows are drawn a render after what holds them.
    const frame = requestAnimationFrame(() => {
      const element = pane.current;
      // A field that was asked for with it has the focus already.
      if (element !== null && !element.contains(document.activeElement)) focusPane(element);
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return <Panel {...panel} ref={pane} />;
};

export type SidePanelProps = Omit<PanelProps, 'kind' | 'ref'> & {
  readonly isShown: boolean;
  /** The drawer was left by Esc or by a press beside it. */
  readonly onClose: () => void;
};

/** What explains a page: a pane beside it, and where there is no room beside it a drawer over its edge. */
export const SidePanel = ({ isShown, onClose, isWide = false, ...panel }: SidePanelProps) => {
  const isDrawer = useWindowWidth() === 'narrow';
  if (!isDrawer) return isShown ? <Panel kind="side" isWide={isWide} {...panel} /> : null;
  return (
    <Drawer label={panel.label} side="right" isWide={isWide} isOpen={isShown} onClose={onClose}>
      <DrawnPanel kind="side" isFilling {...panel} />
    </Drawer>
  );
};
