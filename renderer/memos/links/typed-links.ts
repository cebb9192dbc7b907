import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';
import { addressInProse, endOfAddress } from '#domain/memo/content/link-address.ts';
import { setLink } from './change-link.ts';

/** The end of the word after which a space or a new paragraph was just typed; null if none was. */
const endOfTypedWord = (before: EditorState, after: EditorState): number | null => {
  const { selection } = after;
  if (!before.selection.empty || !selection.empty) return null;
  const at = before.selection.from;
  const isSpace = selection.from === at + 1 && /^\s$/u.test(after.doc.textBetween(at, at + 1, '', ''));
  const isSplit =
    selection.$from.parentOffset === 0 && after.doc.content.size === before.doc.content.size + 2;
  return isSpace || isSplit ? at : null;
};

type Word = { readonly from: number; readonly text: string };

const wordBefore = (doc: Node, end: number): Word | null => {
  const $end = doc.resolve(end);
  if (!$end.parent.isTextblock) return null;
  const text = $end.parent.textBetween(0, $end.parentOffset, '', ' ');
  const word = /[^\s([{“‘"']\S*$/u.exec(text)?.[0];
  return word === undefined ? null : { from: end - word.length, text: word };
};

/** Makes a link of the address that ends at `end`, as an appended transaction; null if none does. */
const linkTyped = (state: EditorState, end: number): Transaction | null => {
  const word = wordBefore(state.doc, end);
  const type = state.schema.marks.link;
  if (word === null || type === undefined) return null;
  const text = word.text.slice(0, endOfAddress(word.text));
  const href = addressInProse(text);
  const to = word.from + text.length;
  if (href === null || state.doc.rangeHasMark(word.from, to, type)) return null;
  return state.tr.addMark(word.from, to, type.create({ href })).removeStoredMark(type);
};

const isTyping = (transaction: Transaction): boolean =>
  transaction.docChanged &&
  transaction.getMeta('history$') === undefined &&
  transaction.getMeta('paste') !== true;

/** Typed addresses become links at the next space or Enter; one that is pasted alone becomes one at once. */
export const TypedLinks = Extension.create({
  name: 'typedLinks',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        appendTransaction: (transactions, before, after) => {
          if (!transactions.some(isTyping)) return null;
          const end = endOfTypedWord(before, after);
          return end === null ? null : linkTyped(after, end);
        },
        props: {
          handlePaste: (_, event) => {
            const href = addressInProse(event.clipboardData?.getData('text/plain').trim() ?? '');
            return href !== null && setLink(editor, href);
          },
        },
      }),
    ];
  },
});
