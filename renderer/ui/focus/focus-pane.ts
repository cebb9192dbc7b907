import { focusInto } from './focus-into.ts';

/** The first heading of a pane, where screen readers start; Tab continues from it. */
const headingOf = (pane: HTMLElement): HTMLElement | null => pane.querySelector<HTMLElement>('h1, h2');

/**
 * Focuses the heading of a pane without controls, else the pane itself, which then scrolls by keys; returns the focused
 * one.
 */
export const focusHeading = (pane: HTMLElement): HTMLElement | null => {
  const heading = headingOf(pane);
  if (heading !== null) heading.tabIndex = -1;
  for (const each of [heading, pane]) {
    each?.focus({ preventScroll: true });
    if (each !== null && document.activeElement === each) return each;
  }
  return null;
};

/**
 * Focuses the pane's marked main part, else its first control, else its heading or itself; returns whether one took it.
 */
export const focusPane = (pane: HTMLElement): boolean => {
  // A pane may belong to any view: its parts are found by their attributes.
  const main = pane.querySelector<HTMLElement>('[data-pane-focus]');
  if (focusInto(main) !== null || focusInto(pane) !== null) return true;
  return focusHeading(pane) !== null;
};
