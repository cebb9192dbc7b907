import { Extension } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { type MemoStore, requestMenu } from '../editor/memo-store.ts';

const OPENED: ReadonlySet<string> = new Set(['citation', 'quotation', 'footnote', 'figure']);

/** Enter on a selected citation goes into its menu; on a selected footnote it opens the box of its text, on a figure the first of its lines. */
export const OpenOnEnter = Extension.create<{ store: MemoStore }>({
  name: 'openOnEnter',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!(selection instanceof NodeSelection)) return false;
        if (!OPENED.has(selection.node.type.name)) return false;
        // What opens stands beside it: one that has scrolled away comes back into sight.
        this.editor.commands.scrollIntoView();
        requestMenu(this.options.store);
        return true;
      },
    };
  },
});
