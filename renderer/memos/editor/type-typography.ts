/**
 * Quotation marks, dashes, dots and spaces are set as they are typed, by the language of the memo. What was typed is
 * written first and set in a step of its own, so that one undo brings it back. Quotations that are cited hold no text
 * that could be changed.
 */
import { type Editor, Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import { typeset } from '#domain/memo/content/typed-typography.ts';
import type { InlineMenuStore } from '../inline-menu/inline-menu.ts';
import type { MemoStore } from '../state/memo-store.ts';

/** So many letters before the caret say which mark is open. */
const LOOKS_BACK = 1000;
/** What stands for a citation, a footnote or a line break. */
const LEAF = '\uFFFC';

/** A space at which no line breaks: as wide as any, or narrow. */
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
            // What is typed to an open list is a question.
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
            // What is typed next is another step.
            view.dispatch(closeHistory(view.state.tr));
            return true;
          },
        },
      }),
    ];
  },
});
