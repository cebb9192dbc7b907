import { useEffect } from 'react';
import { changeSettings, useAppState, useSettings } from '#renderer/bridge/app-state.ts';
import { drawPaneWidth, type PaneKind, paneKinds } from '#renderer/ui/panes/pane-width.ts';

/** Draws panes as wide as the analyst has drawn them. */
export const usePaneWidths = (): void => {
  const { paneWidths } = useSettings();
  useEffect(() => {
    for (const kind of paneKinds) drawPaneWidth(kind, paneWidths[kind] ?? null);
  }, [paneWidths]);
};

/** Keeps a width from now on; null forgets it. */
export const keepPaneWidth = (kind: PaneKind, width: number | null): void => {
  const { [kind]: _, ...others } = useAppState.getState().settings.paneWidths;
  void changeSettings({ paneWidths: width === null ? others : { ...others, [kind]: width } });
};
