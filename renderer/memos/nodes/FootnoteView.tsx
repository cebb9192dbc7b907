import { NodeViewWrapper, useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type FootnoteAttrs, inlineOfNote, type NoteInline } from '#domain/memo/memo-content.ts';
import { referenceNames, wordsOfReference } from '../references/memo-references.ts';
import { type CitationBook, lookUp, printReference } from '../state/citation-book.ts';
import { type MemoNodeViewProps, useMenuRequest } from '../state/memo-store.ts';
import styles from './nodes.module.css';

/** The words of the cross references of a footnote, in order; they change with the memo. */
const useReferenceWords = (
  { editor, store }: Pick<MemoNodeViewProps, 'editor' | 'store'>,
  inline: readonly NoteInline[],
): readonly string[] =>
  useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const references = inline.filter((node) => node.type === 'reference');
      if (references.length === 0) return [];
      const names = referenceNames(state.doc, store.getState());
      return references.map((node) => wordsOfReference(node, names) ?? '');
    },
  });

/** The text of a footnote as it is read aloud: with its citations and cross references. */
const spokenNote = (
  inline: readonly NoteInline[],
  book: ReturnType<CitationBook['getState']>,
  references: readonly string[],
): string => {
  const following = references.values();
  const words = inline.map((node) => {
    if (node.type === 'text') return node.text;
    if (node.type === 'reference') return following.next().value ?? '';
    const quoted = node.attrs.form === 'whole' ? (lookUp(book, node.attrs)?.printed ?? '') : '';
    return `${quoted} ${printReference(book, node.attrs)}`.trim();
  });
  return words.join('').trim();
};

type FootnoteViewProps = MemoNodeViewProps & { readonly book: CitationBook };

/** The letter of a footnote (counted by the style sheet); a press opens the box with its text. */
export const FootnoteView = ({ node, editor, store, book, getPos }: FootnoteViewProps) => {
  const inline = inlineOfNote(node.attrs as FootnoteAttrs);
  const references = useReferenceWords({ editor, store }, inline);
  const words = useStore(book, (now) => spokenNote(inline, now, references));
  const isOpen = useStore(store, ({ openNote }) => openNote !== null && openNote === getPos());
  const open = (): void => store.setState({ openNote: getPos() ?? null });
  useMenuRequest(store, () => {
    if (editor.state.selection.from === getPos()) open();
  });
  // A newly inserted one opens for writing.
  useEffect(() => {
    if (words === '' && editor.isFocused && editor.state.selection.from === getPos())
      store.setState({ openNote: getPos() ?? null });
  }, [words, editor, store, getPos]);
  return (
    <NodeViewWrapper as="span" className={styles.footnote}>
      <button
        type="button"
        className={styles.footnoteMark}
        aria-label={words === '' ? 'Footnote, empty' : `Footnote: ${words}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={open}
      />
    </NodeViewWrapper>
  );
};
