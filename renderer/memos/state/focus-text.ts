import type { Editor } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { flushSync } from 'react-dom';

/**
 * Returns from a floating part to the memo's text, at once: a command of the editor would focus a frame later, and a
 * key pressed before would be lost. The caret moves to `position` if given.
 */
export const focusText = (editor: Editor, position: number | null = null): void => {
  if (position !== null) editor.commands.setTextSelection(position);
  editor.view.focus();
};

/** The selector for the fields of a judgement, below its statement. */
export const JUDGEMENT_FIELDS = '[data-judgement-fields]';

/** Moves from a field within the text to the words after or before a position; returns whether there are any. */
export const focusWords = (editor: Editor, position: number, way: 1 | -1): boolean => {
  const words = Selection.findFrom(editor.state.doc.resolve(position), way, true);
  if (words === null) return false;
  editor.view.dispatch(editor.state.tr.setSelection(words).scrollIntoView());
  editor.view.focus();
  return true;
};

/** The same from a dialog or a popover, which traps the focus: `close` removes it. */
export const closeToText = (editor: Editor, close: () => void, position: number | null = null): void => {
  flushSync(close);
  focusText(editor, position);
};
