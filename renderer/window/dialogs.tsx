// The dialogs over the window. Any code that needs an answer opens one; no view knows all dialogs.
import { Component, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { useNotedFocus } from '#renderer/ui/focus/return-focus.ts';
import { useAfterDialog } from '#renderer/ui/focus/use-after-dialog.ts';
import { sayFailed } from './notices.ts';

export type CloseDialog = {
  readonly close: () => void;
  /** Closes, then runs the act, which may move the focus elsewhere. */
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

/** Renders the dialog of that key again, if it is open. */
const redraw = (key: number | null, draw: DrawDialog): void => {
  if (!useDialogs.getState().open.some((dialog) => dialog.key === key)) return;
  useDialogs.setState((state) => ({
    open: state.open.map((dialog) => (dialog.key === key ? { ...dialog, draw } : dialog)),
  }));
};

/** Opens a dialog over the open ones; one of the same name is replaced. */
export const openDialog = (name: string, draw: DrawDialog): void => void open(name, draw);

/**
 * Returns a function that opens a dialog of the view. The dialog renders with the view's latest state, and closes when
 * the view unmounts.
 */
export const useDialog = (name: string, draw: DrawDialog): (() => void) => {
  const key = useRef<number | null>(null);
  useLayoutEffect(() => redraw(key.current, draw));
  useEffect(() => () => close(key.current), []);
  return () => {
    key.current = open(name, draw);
  };
};

type DialogBoundaryProps = { readonly onFailed: (error: unknown) => void; readonly children: ReactNode };

/** A bug in a dialog closes it, and does not affect the window or what is under it. */
class DialogBoundary extends Component<DialogBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailed(error);
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}

/** A message may contain the text of a whole article. */
const MESSAGE_LENGTH = 160;

const sayFailedDialog = (error: unknown): void =>
  sayFailed(
    'The dialog stopped working',
    `It was closed. Your saved work is safe. (${String(error).slice(0, MESSAGE_LENGTH)})`,
  );

/** Renders the open dialogs, the newest on top. */
export const Dialogs = () => {
  const dialogs = useDialogs((state) => state.open);
  useNotedFocus();
  const afterDialog = useAfterDialog(dialogs.length > 0);
  return dialogs.map(({ key, draw }) => (
    <DialogBoundary
      key={key}
      onFailed={(error) => {
        close(key);
        sayFailedDialog(error);
      }}
    >
      {draw({
        close: () => close(key),
        closeThen: (act) => {
          afterDialog(act);
          close(key);
        },
      })}
    </DialogBoundary>
  ));
};
