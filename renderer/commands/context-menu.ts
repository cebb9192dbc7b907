/** The menu of acts that the right mouse button, the menu key and Shift+F10 open, made from the command table. */
import type { MouseEvent } from 'react';
import { create } from 'zustand';
import type { CommandGroup } from '#domain/command/command.ts';
import type { CommandId } from '#domain/command/command-table.ts';

/** What the menu offers. */
export type ContextMenuSpec = {
  readonly label: string;
  readonly groups: readonly CommandGroup[];
  /** Commands of other groups, at the end, before what moves to trash. */
  readonly also?: readonly CommandId[];
};

export type OpenContextMenu = ContextMenuSpec & {
  readonly at: { readonly left: number; readonly top: number };
  readonly isByKey: boolean;
  /** What has the focus again when the menu closes, before the act is done. */
  readonly returnTo: HTMLElement | null;
};

export const useContextMenu = create<{ readonly menu: OpenContextMenu | null }>(() => ({ menu: null }));

export const openContextMenu = (menu: OpenContextMenu): void => useContextMenu.setState({ menu });

/** Everything that can be done to a passage. */
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

/** Fields keep the system's own menu, with cut, copy and paste. */
const isInField = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest(FIELD) !== null;

/** A menu that a key asked for comes from no button of the mouse. */
const isByKey = ({ button }: MouseEvent): boolean => button === -1;

/** What is meant by a right click: selected first, so that the acts are done to it. */
export type ContextTarget = {
  /** Has the focus when the menu closes; what had it before where this is null. */
  readonly returnTo: HTMLElement | null;
};

/**
 * Answers `contextmenu` with the acts. `select` selects what is under the pointer, or for a key what has the focus,
 * and answers null where there is nothing to act on: then the system's own menu comes.
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
      // A key points at the middle of a line: the line stays in sight.
      at: { left: event.clientX, top: event.clientY + (isByKey(event) ? HALF_LINE_PX : 0) },
      isByKey: isByKey(event),
      returnTo: meant.returnTo ?? focused,
    });
  };
