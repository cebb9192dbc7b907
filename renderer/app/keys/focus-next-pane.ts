import { focusPane } from '#renderer/ui/focus/focus-pane.ts';

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/**
 * Moves the focus to the next pane of the window that can take it, from the last one to the first (F6): a margin
 * without cards is passed over. The panes come in the order of the document, which it alone knows.
 */
export const focusNextPane = (root: Document): void => {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  // A pane may stand in another one (the margin in the reader): the innermost is where the focus is.
  const current = panes.findLastIndex((pane) => pane.contains(root.activeElement));
  [...panes.slice(current + 1), ...panes.slice(0, Math.max(0, current))].some(focusPane);
};
