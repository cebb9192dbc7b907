/**
 * Smart typography while typing: quotation marks, dashes, dots and spaces, by the memo's language. The typed character
 * is inserted first and replaced in a separate step, so that one undo restores it. Cited quotations contain no editable
 * text.
 */
import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import { typeset } from '#domain/memo/content/typed-typography.ts';
import type { InlineMenuStore } from '../inline-menu/inline-menu.ts';
import type { MemoStore } from '../state/memo-store.ts';

/** How many characters before the caret decide which quotation mark is open. */
const LOOKS_BACK = 1000;
/** Stands for a citation, a footnote or a line break. */
const LEAF = '\uFFFC';

/** A non-breaking space, normal or narrow. */
export const insertFixedSpace = (editor: Editor, width: 'usual' | 'narrow'): boolean =>
  editor
    .chain()
    .focus()
    .insertContent({ type: 'text', text: width === 'usual' ? '\u00A0' : '\u202F' })
    .run();

export const TypeTypography = Extension.create<{ store: MemoStore; menu: InlineMenuStore }>({
  name: 'typeTypography',
  addKeyboardShortcuts() {
    return { 'Mod-Shift-Space': () => insertFixedSpace(this.editor, 'usual') };
  },
  addProseMirrorPlugins() {
    const { store, menu } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, typed) => {
            const { setsTypography, language, isReadOnly } = store.getState();
            // With a list open, what is typed is a query.
            if (!setsTypography || isReadOnly || menu.getState().open !== null) return false;
            const { parent, parentOffset } = view.state.doc.resolve(from);
            if (!parent.isTextblock || [...typed].length !== 1) return false;
            const before = parent.textBetween(
              Math.max(0, parentOffset - LOOKS_BACK),
              parentOffset,
              null,
              LEAF,
            );
            const set = typeset(before, typed, language);
            if (set === null) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView());
            const end = from + typed.length;
            view.dispatch(closeHistory(view.state.tr).insertText(set.text, end - set.drop, end));
            // Further typing is a new step.
            view.dispatch(closeHistory(view.state.tr));
            return true;
          },
        },
      }),
    ];
  },
});
