import { createContext } from 'react';

/** Panes with an adjustable width: lists, details of a selection, page previews, and pages of originals. */
export const paneKinds = ['list', 'side', 'pages', 'original'] as const;
export type PaneKind = (typeof paneKinds)[number];

/** No pane is useful below this width, in CSS pixels. */
export const MIN_PANE_WIDTH = 180;

/** Sets the width of all panes of that kind, in CSS pixels; null for the default. */
export const drawPaneWidth = (kind: PaneKind, width: number | null): void => {
  const { style } = document.documentElement;
  if (width === null) style.removeProperty(`--${kind}-width`);
  else style.setProperty(`--${kind}-width`, `${width}px`);
};

/** Saves the width that panes of that kind were resized to; null resets it. */
export const KeepPaneWidth = createContext<(kind: PaneKind, width: number | null) => void>(drawPaneWidth);
