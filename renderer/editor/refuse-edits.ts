/**
 * An editable view that cannot be edited. The reader needs the caret, selection and keys of an editor, which `editable:
 * false` does not give; but its text is evidence and must never change.
 */
import { Plugin } from '@tiptap/pm/state';

const cancel = (_: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/** Files are left to the window, which imports what is dropped anywhere on it. */
const cancelUnlessFiles = (_: unknown, event: DragEvent): boolean => {
  if (event.dataTransfer?.types.includes('Files') !== true) event.preventDefault();
  return true;
};

/**
 * Refuses every change of the document, whatever its origin. The browser's default actions (typing, deleting, pasting,
 * dropping, cutting) are cancelled before they reach the page. Text of an input method can't be cancelled; it is
 * refused as a transaction, and ProseMirror then renders the block again as it was.
 */
export const refuseEdits = (): Plugin =>
  new Plugin({
    filterTransaction: (transaction) => !transaction.docChanged,
    props: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-readonly': 'true', spellcheck: 'false' },
      handleTextInput: () => true,
      handleDOMEvents: { beforeinput: cancel, paste: cancel, drop: cancelUnlessFiles, cut: cancel },
    },
  });
