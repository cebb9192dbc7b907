import { NodeViewWrapper } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { TextArea } from '#renderer/ui/fields/TextArea.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import { closeToText } from '../state/focus-text.ts';
import { type MemoNodeViewProps, useMenuRequest } from '../state/memo-store.ts';
import styles from './nodes.module.css';

/** The letter of a footnote (the style sheet counts them); pressed, it shows its text to be written. */
export const FootnoteView = ({ node, editor, store, getPos, updateAttributes }: MemoNodeViewProps) => {
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const mark = useRef<HTMLButtonElement>(null);
  const text = String(node.attrs.text);
  // One that was just put in has no text yet, and is there to be written.
  const [isOpen, setIsOpen] = useState(text === '' && editor.isFocused);
  useMenuRequest(store, () => {
    if (editor.state.selection.from === getPos()) setIsOpen(true);
  });
  const close = (): void => {
    const position = getPos();
    closeToText(editor, () => setIsOpen(false), position === undefined ? null : position + 1);
  };
  return (
    <NodeViewWrapper as="span" className={styles.footnote}>
      <button
        ref={mark}
        type="button"
        className={styles.footnoteMark}
        aria-label={text === '' ? 'Footnote, empty' : `Footnote: ${text}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      <Popover
        label="Footnote"
        triggerRef={mark}
        isOpen={isOpen}
        onOpenChange={(isNowOpen) => {
          if (!isNowOpen) close();
        }}
      >
        <div className={styles.footnoteText}>
          <TextArea
            label="Footnote"
            autoFocus
            spellCheck={isReadOnly ? 'false' : 'true'}
            value={text}
            isReadOnly={isReadOnly}
            onChange={(next) => updateAttributes({ text: next })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey) {
                event.continuePropagation();
                return;
              }
              // The text has the focus at once, and would break its line at the caret.
              event.preventDefault();
              close();
            }}
          />
        </div>
      </Popover>
    </NodeViewWrapper>
  );
};
