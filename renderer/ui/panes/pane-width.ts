import { createContext } from 'react';

/**
 * What is as wide as the analyst draws it: lists, what explains a selection, previews of pages, and pages of originals.
 */
export const paneKinds = ['list', 'side', 'pages', 'original'] as const;
export type PaneKind = (typeof paneKinds)[number];

/** Narrower than this no pane says anything, in CSS pixels. */
export const MIN_PANE_WIDTH = 180;

/** Draws all panes of that kind so wide, in CSS pixels; null as wide as they are by themselves. */
export const drawPaneWidth = (kind: PaneKind, width: number | null): void => {
  const { style } = document.documentElement;
  if (width === null) style.removeProperty(`--${kind}-width`);
  else style.setProperty(`--${kind}-width`, `${width}px`);
};

/** Keeps the width that panes of that kind were drawn to; null forgets it. */
export const KeepPaneWidth = createContext<(kind: PaneKind, width: number | null) => void>(drawPaneWidth);
