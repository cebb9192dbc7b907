/** The context menu of the right mouse button, the menu key and Shift+F10, built from the command table. */
import type { MouseEvent } from 'react';
import { create } from 'zustand';
import type { CommandGroup } from '#domain/command/command.ts';
import type { CommandId } from '#domain/command/command-table.ts';

export type ContextMenuSpec = {
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  /** Commands of other groups, at the end, before those that move to the trash. */
  readonly also?: readonly CommandId[];
};

export type OpenContextMenu = ContextMenuSpec & {
  readonly at: { readonly left: number; readonly top: number };
  readonly isByKey: boolean;
  /** Gets the focus back when the menu closes, before the command runs. */
  readonly returnTo: HTMLElement | null;
};

export const useContextMenu = create<{ readonly menu: OpenContextMenu | null }>(() => ({ menu: null }));

export const openContextMenu = (menu: OpenContextMenu): void => useContextMenu.setState({ menu });

/** All commands on a passage. */
export const passageActs: ContextMenuSpec = {
  label: 'Passage',
  groups: ['Passage'],
  also: ['edit.copy-cited'],
};
export const articleActs: ContextMenuSpec = {
  label: 'Article',
  groups: ['Article'],
  also: ['article.export-marked', 'window.open'],
};
export const memoActs: ContextMenuSpec = {
  label: 'Memo',
  groups: ['Memo'],
  also: ['memo.export', 'window.open'],
};
export const taskActs: ContextMenuSpec = { label: 'Task', groups: ['Task'] };
export const trashActs: ContextMenuSpec = { label: 'Trash', groups: ['Trash'] };
export const sourceActs: ContextMenuSpec = { label: 'Source', groups: ['Source'] };
export const eventActs: ContextMenuSpec = { label: 'Event', groups: ['Event'] };
export const boardActs: ContextMenuSpec = { label: 'Board', groups: ['Board'] };
export const tagActs: ContextMenuSpec = { label: 'Tag', groups: ['Tag'] };

const HALF_LINE_PX = 12;
const FIELD =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]):not([data-single-keys])';

/** Fields keep the system's menu, with cut, copy and paste. */
const isInField = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest(FIELD) !== null;

/** A `contextmenu` event from the keyboard has no mouse button. */
const isByKey = ({ button }: MouseEvent): boolean => button === -1;

/** The target of a right click: it is selected first, so that the commands act on it. */
export type ContextTarget = {
  /** Gets the focus when the menu closes; null: the element that had it before. */
  readonly returnTo: HTMLElement | null;
};

/**
 * Handles `contextmenu`. `select` selects what is under the pointer, or for a key what has the focus, and returns null
 * if there is nothing to act on: the system's menu then opens.
 */
export const offerContextMenuOf =
  (acts: ContextMenuSpec, select: (event: MouseEvent, isByKey: boolean) => ContextTarget | null) =>
  (event: MouseEvent): void => {
    if (event.defaultPrevented || isInField(event)) return;
    const meant = select(event, isByKey(event));
    if (meant === null) return;
    event.preventDefault();
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    openContextMenu({
      ...acts,
      // By key the menu opens in the middle of a line: half a line lower the line stays visible.
      at: { left: event.clientX, top: event.clientY + (isByKey(event) ? HALF_LINE_PX : 0) },
      isByKey: isByKey(event),
      returnTo: meant.returnTo ?? focused,
    });
  };
