// The dialogs over the window. Who needs an answer opens one; no view knows which of them there are.
import { Fragment, type ReactNode } from 'react';
import { create } from 'zustand';
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

/** Opens a dialog over those that are open; one of the same name is replaced. */
export const openDialog = (name: string, draw: DrawDialog): void => {
  lastKey += 1;
  const opened = { name, key: lastKey, draw };
  useDialogs.setState(({ open }) => ({ open: [...open.filter((other) => other.name !== name), opened] }));
};

const close = (closed: OpenDialog): void =>
  useDialogs.setState(({ open }) => ({ open: open.filter((dialog) => dialog !== closed) }));

/** Draws the dialogs that are open, the newest on top. */
export const Dialogs = () => {
  const open = useDialogs((state) => state.open);
  const afterDialog = useAfterDialog(open.length > 0);
  return open.map((dialog) => (
    <Fragment key={dialog.key}>
      {dialog.draw({
        close: () => close(dialog),
        closeThen: (act) => {
          afterDialog(act);
          close(dialog);
        },
      })}
    </Fragment>
  ));
};
