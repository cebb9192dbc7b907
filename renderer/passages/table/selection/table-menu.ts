import type { MouseEvent } from 'react';
import { type ContextTarget, openContextMenu, passageActs } from '#renderer/commands/context-menu.ts';
import { lineIndexOf } from '../TableRows.tsx';

/**
 * What a right click on the table means: the press before it has chosen the row. Headings have no acts. The table hears
 * for its lines, which come and go by the thousand: which one it was is known to the event alone.
 */
export const contextTargetOf = ({ target }: MouseEvent, grid: HTMLElement | null): ContextTarget | null => {
  const isOnPassage = target instanceof Element && target.closest('[data-passage-id]') !== null;
  return isOnPassage && lineIndexOf(target) !== -1 ? { returnTo: grid } : null;
};

/**
 * The menu key means what is chosen. The grid has the focus, not its lines, so that the browser would put the menu at
 * the grid's corner: it is opened at the line where the keys are.
 */
export const openMenuAtActive = (event: MouseEvent, grid: HTMLElement | null): null => {
  // Its id is what the grid names as the line where the keys are: the document knows it by that.
  const id = grid?.getAttribute('aria-activedescendant');
  const line = id == null ? null : document.getElementById(id);
  if (line?.dataset.passageId === undefined) return null;
  event.preventDefault();
  const { left, bottom } = line.getBoundingClientRect();
  openContextMenu({ ...passageActs, at: { left: left + 24, top: bottom }, isByKey: true, returnTo: grid });
  return null;
};
