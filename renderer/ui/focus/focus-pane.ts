import { focusInto } from './focus-into.ts';

/** The first heading of a pane, which a reader of screens begins with; Tab goes on from it. */
const headingOf = (pane: HTMLElement): HTMLElement | null => pane.querySelector<HTMLElement>('h1, h2');

/**
 * Puts the focus on the heading of a pane that has nothing to be chosen or pressed, else on the pane itself, which
 * scrolls by keys from there; answers what has it then.
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
 * Puts the focus on what the pane names as its main part, else on its first control, else on its heading or itself;
 * answers whether it took it.
 */
export const focusPane = (pane: HTMLElement): boolean => {
  // A pane is of any view: what it holds is known by what it says of itself.
  const main = pane.querySelector<HTMLElement>('[data-pane-focus]');
  if (focusInto(main) !== null || focusInto(pane) !== null) return true;
  return focusHeading(pane) !== null;
};
