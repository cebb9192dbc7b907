import { useCallback, useState } from 'react';
import type { HideablePane } from '#domain/contract/settings.ts';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useWindowWidth } from '#renderer/ui/use-window-width.ts';

/** The state of a view's SidePanel. */
export type SidePanelState = {
  readonly isShown: boolean;
  readonly setIsShown: (isShown: boolean) => void;
  /**
   * Runs an act that continues in the page; stable. At once if the panel is beside the page, or after a drawer has
   * closed.
   */
  readonly leaveFor: (act: () => void) => void;
};

/** Shows or hides a pane beside its page, and saves that. */
const keepShown = (pane: HideablePane, isShown: boolean): void => {
  const { hiddenPanes } = useAppState.getState().settings;
  const others = hiddenPanes.filter((other) => other !== pane);
  void changeSettings({ hiddenPanes: isShown ? others : [...others, pane] });
};

/**
 * Whether the panel beside a page is shown. Beside the page it is shown until hidden, which is remembered; a drawer is
 * opened each time, since it covers the text.
 */
export const useSidePanel = (pane: HideablePane): SidePanelState => {
  const isDrawer = useWindowWidth() === 'narrow';
  const isBeside = !useSettings().hiddenPanes.includes(pane);
  const [isDrawn, setIsDrawn] = useState(false);
  const isOver = isDrawer && isDrawn;
  const afterDrawer = useAfterDialog(isOver);
  const latest = useLatest(isOver);
  const leaveFor = useCallback(
    (act: () => void): void => {
      if (latest.current) {
        afterDrawer(act);
        setIsDrawn(false);
      } else act();
    },
    [afterDrawer],
  );
  return {
    isShown: isDrawer ? isDrawn : isBeside,
    setIsShown: isDrawer ? setIsDrawn : (isShown) => keepShown(pane, isShown),
    leaveFor,
  };
};
