/**
 * An editable view that cannot be edited. The reader needs the caret, the selection and the keys of an editor,
 * which a view with `editable: false` does not give; and it must never change its text, which is evidence.
 */
import { Plugin } from '@tiptap/pm/state';

const cancel = (_: unknown, event: Event): boolean => {
  event.preventDefault();
  return true;
};

/** Files are no text: they are left to the window, which imports what is dropped anywhere on it. */
const cancelUnlessFiles = (_: unknown, event: DragEvent): boolean => {
  if (event.dataTransfer?.types.includes('Files') !== true) event.preventDefault();
  return true;
};

/**
 * Refuses every change of the document, whoever asks for it. What a browser would do by itself (typing, deleting,
 * pasting, dropping, cutting) is cancelled before it reaches the page. Text of an input method can't be cancelled;
 * it is refused as a transaction, and ProseMirror then draws the block again as it was.
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
