import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { equalJson } from '#domain/equal-json.ts';
import { type FootnoteAttrs, footnoteAttrsSchema } from '#domain/memo/memo-content.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { isSeen, placeBelow, usePlaceOf } from '#renderer/ui/overlays/place-float.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { closeToText } from '../state/focus-text.ts';
import styles from './note.module.css';
import { createNoteExtensions, type NoteEditing, noteDocument, readNote, writeNote } from './note-editor.ts';

const WIDTH_PX = 420;
const HEIGHT_PX = 140;

const noteAt = ({ state: { doc } }: Editor, position: number) => {
  const node = doc.nodeAt(position);
  return node?.type.name === 'footnote' ? (footnoteAttrsSchema.safeParse(node.attrs).data ?? null) : null;
};

/** Follows the note through changes of the memo; if it was removed the box closes, if it changed it shows that. */
const useNoteInMemo = ({ memo, store }: NoteEditing, inner: Editor): void => {
  useEffect(() => {
    const show = (note: FootnoteAttrs): void => {
      if (!equalJson(note, readNote(inner)))
        inner.commands.setContent(noteDocument(note), { emitUpdate: false });
    };
    const follow = ({ transaction }: { readonly transaction: Transaction }): void => {
      const { openNote } = store.getState();
      if (!transaction.docChanged || openNote === null) return;
      const position = transaction.mapping.map(openNote, 1);
      const note = noteAt(memo, position);
      store.setState({ openNote: note === null ? null : position });
      if (note !== null) show(note);
    };
    memo.on('transaction', follow);
    return () => void memo.off('transaction', follow);
  }, [memo, store, inner]);
};

type OpenNoteProps = { readonly editing: NoteEditing; readonly position: number };

const OpenNote = ({ editing, position }: OpenNoteProps) => {
  const { memo, store } = editing;
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const latest = useLatest(position);
  const box = useRef<HTMLDivElement>(null);
  const close = (): void => closeToText(memo, () => store.setState({ openNote: null }), latest.current + 1);
  const mark = memo.view.nodeDOM(position);
  const place = usePlaceOf(mark instanceof HTMLElement ? mark : null);
  const inner = useEditor({
    extensions: createNoteExtensions(editing, close),
    content: noteDocument(noteAt(memo, position) ?? { text: '' }),
    injectCSS: false,
    immediatelyRender: true,
    autofocus: 'end',
    editorProps: {
      attributes: {
        'aria-label': 'Footnote',
        role: 'textbox',
        'aria-multiline': 'true',
        spellcheck: isReadOnly ? 'false' : 'true',
      },
    },
    onUpdate: ({ editor }) => writeNote(memo, latest.current, readNote(editor)),
    // Floating parts over the memo (the address of a link, a list) may take the focus for a while.
    onBlur: ({ event }) => {
      const to = event.relatedTarget;
      if (to instanceof Element && to.closest('.float') === null && box.current?.contains(to) !== true)
        store.setState({ openNote: null });
    },
  });
  useNoteInMemo(editing, inner);
  useEffect(() => {
    store.setState({ noteEditor: inner });
    return () => store.setState({ noteEditor: null });
  }, [store, inner]);
  return (
    <div
      ref={box}
      className={joinClasses('float', styles.note)}
      role="dialog"
      aria-label="Footnote"
      hidden={place !== null && !isSeen(place)}
      style={place === null ? { opacity: 0 } : placeBelow(place.rect, WIDTH_PX, HEIGHT_PX)}
    >
      <EditorContent editor={inner} className={styles.noteText} />
    </div>
  );
};

/** The text of the open footnote, below its mark. Enter and Escape close it. */
export const NoteBox = ({ editing }: { readonly editing: NoteEditing }) => {
  const position = useStore(editing.store, ({ openNote }) => openNote);
  if (position === null || noteAt(editing.memo, position) === null) return null;
  return <OpenNote editing={editing} position={position} />;
};
