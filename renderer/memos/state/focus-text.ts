import type { Editor } from '@tiptap/core';
import { flushSync } from 'react-dom';

/**
 * Back from what floats over the memo to its text, at once: a command of the editor would focus a frame later, and a
 * key pressed before would be lost. The caret goes to `position` where one is given.
 */
export const focusText = (editor: Editor, position: number | null = null): void => {
  if (position !== null) editor.commands.setTextSelection(position);
  editor.view.focus();
};

/** The same from a dialog or a popover, which keeps the focus while it stands: `close` takes it away. */
export const closeToText = (editor: Editor, close: () => void, position: number | null = null): void => {
  flushSync(close);
  focusText(editor, position);
};
