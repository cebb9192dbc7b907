import { focusInto } from './focus-into.ts';

/**
 * Puts the focus on what the pane names as its main part, else on its first control, else on itself; answers whether it
 * took it.
 */
export const focusPane = (pane: HTMLElement): boolean => {
  // A pane is of any view: what it holds is known by what it says of itself.
  const main = pane.querySelector<HTMLElement>('[data-pane-focus]');
  if (focusInto(main) !== null || focusInto(pane) !== null) return true;
  pane.focus();
  return document.activeElement === pane;
};
