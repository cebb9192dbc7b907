const FOCUSABLE =
  'button:not([disabled]), a[href], input:not([disabled]), textarea, select, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The place in a pane that takes the focus: what it names as its main part, else its first focusable part. */
const targetOf = (pane: HTMLElement): HTMLElement => {
  const main = pane.querySelector<HTMLElement>('[data-pane-focus]');
  const first = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown);
  return main ?? first ?? pane;
};

/**
 * Moves the focus to the next pane of the window that can take it, from the last one to the first (F6): a margin
 * without cards is passed over.
 */
export const focusNextPane = (root: Document): void => {
  const panes = [...root.querySelectorAll<HTMLElement>('[data-pane]')].filter(isShown);
  // A pane may stand in another one (the margin in the reader): the innermost is where the focus is.
  const current = panes.findLastIndex((pane) => pane.contains(root.activeElement));
  for (const pane of [...panes.slice(current + 1), ...panes.slice(0, Math.max(0, current))]) {
    const target = targetOf(pane);
    target.focus();
    if (root.activeElement === target) return;
  }
};
