import { NodeViewWrapper } from '@tiptap/react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { inlineText } from '#domain/memo/content/list-prose.ts';
import { type FootnoteAttrs, inlineOfNote } from '#domain/memo/memo-content.ts';
import { type MemoNodeViewProps, useMenuRequest } from '../state/memo-store.ts';
import styles from './nodes.module.css';

/** The letter of a footnote (counted by the style sheet); a press opens the box with its text. */
export const FootnoteView = ({ node, editor, store, getPos }: MemoNodeViewProps) => {
  const words = inlineText(inlineOfNote(node.attrs as FootnoteAttrs)).trim();
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
