import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { flushSync } from 'react-dom';

/**
 * Back from what floats over the memo to its text, at once: a command of the editor would focus a frame later, and a
 * key pressed before would be lost. The caret goes to `position` where one is given.
 */
export const focusText = (editor: Editor, position: number | null = null): void => {
  if (position !== null) editor.commands.setTextSelection(position);
  editor.view.focus();
};

/** What marks the fields of a judgement, below its statement. */
export const JUDGEMENT_FIELDS = '[data-judgement-fields]';

/** From a field within the text to the words behind or before a position; answers whether there are any. */
export const focusWords = (editor: Editor, position: number, way: 1 | -1): boolean => {
  const words = Selection.findFrom(editor.state.doc.resolve(position), way, true);
  if (words === null) return false;
  editor.view.dispatch(editor.state.tr.setSelection(words).scrollIntoView());
  editor.view.focus();
  return true;
};

/** The same from a dialog or a popover, which keeps the focus while it stands: `close` takes it away. */
export const closeToText = (editor: Editor, close: () => void, position: number | null = null): void => {
  flushSync(close);
  focusText(editor, position);
};
