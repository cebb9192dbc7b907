import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { MemoStore } from '../editor/memo-store.ts';

/**
 * Lets no change into the text of a memo that was sent. It stays an editable view, so that the caret moves in it by the
 * keys as everywhere; what would change it has no effect.
 */
export const KeepAsSent = Extension.create<{ store: MemoStore }>({
  name: 'keepAsSent',
  addProseMirrorPlugins() {
    const { store } = this.options;
    return [
      new Plugin({ filterTransaction: (change) => !change.docChanged || !store.getState().isReadOnly }),
    ];
  },
});
