// The dialogs over the window. Who needs an answer opens one; no view knows which of them there are.
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { useNotedFocus } from '#renderer/ui/focus/return-focus.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';

export type CloseDialog = {
  readonly close: () => void;
  /** Closes, and then runs the act, which may take the focus elsewhere. */
  readonly closeThen: (act: () => void) => void;
};
type DrawDialog = (closing: CloseDialog) => ReactNode;
type OpenDialog = { readonly name: string; readonly key: number; readonly draw: DrawDialog };

const useDialogs = create<{ readonly open: readonly OpenDialog[] }>(() => ({ open: [] }));

let lastKey = 0;

const open = (name: string, draw: DrawDialog): number => {
  lastKey += 1;
  const opened = { name, key: lastKey, draw };
  useDialogs.setState((state) => ({ open: [...state.open.filter((other) => other.name !== name), opened] }));
  return lastKey;
};

const close = (key: number | null): void =>
  useDialogs.setState((state) => ({ open: state.open.filter((dialog) => dialog.key !== key) }));

/** Draws the dialog of that key anew, where it is open. */
const redraw = (key: number | null, draw: DrawDialog): void => {
  if (!useDialogs.getState().open.some((dialog) => dialog.key === key)) return;
  useDialogs.setState((state) => ({
    open: state.open.map((dialog) => (dialog.key === key ? { ...dialog, draw } : dialog)),
  }));
};

/** Opens a dialog over those that are open; one of the same name is replaced. */
export const openDialog = (name: string, draw: DrawDialog): void => void open(name, draw);

/**
 * Answers what opens a dialog of the view. It is drawn with what the view last knew, and closes when the view goes.
 */
export const useDialog = (name: string, draw: DrawDialog): (() => void) => {
  const key = useRef<number | null>(null);
  useLayoutEffect(() => redraw(key.current, draw));
  useEffect(() => () => close(key.current), []);
  return () => {
    key.current = open(name, draw);
  };
};

/** Draws the dialogs that are open, the newest on top. */
export const Dialogs = () => {
  const dialogs = useDialogs((state) => state.open);
  useNotedFocus();
  const afterDialog = useAfterDialog(dialogs.length > 0);
  return dialogs.map(({ key, draw }) => (
    <Fragment key={key}>
      {draw({
        close: () => close(key),
        closeThen: (act) => {
          afterDialog(act);
          close(key);
        },
      })}
    </Fragment>
  ));
};
