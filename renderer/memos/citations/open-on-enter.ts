import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type MemoStore, requestMenu } from '../editor/memo-store.ts';

/** Enter on a selected citation goes into its menu; on a selected footnote it opens the box of its text. */
export const OpenOnEnter = Extension.create<{ store: MemoStore }>({
  name: 'openOnEnter',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection)) return false;
        const { name } = selection.node.type;
        if (name === 'citation' || name === 'quotation') {
          requestMenu(this.options.store);
          return true;
        }
        const element = this.editor.view.nodeDOM(selection.from);
        const opener = element instanceof HTMLElement ? element.querySelector('button') : null;
        if (name !== 'footnote' || opener === null) return false;
        opener.click();
        return true;
      },
    };
  },
});
