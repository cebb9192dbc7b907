import type { Editor } from '@tiptap/core';
import { isHistoryTransaction, undoDepth } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { equalJson } from '#domain/equal-json.ts';
import { footnoteAttrsSchema } from '#domain/memo/memo-content.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { isSeen, placeBelow, usePlaceOf } from '#renderer/ui/overlays/place-float.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { closeToText } from '../state/focus-text.ts';
import styles from './note.module.css';
import {
  createNoteExtensions,
  type NoteEditing,
  noteDocument,
  readNote,
  showNote,
  writeNote,
} from './note-editor.ts';

const WIDTH_PX = 420;
const HEIGHT_PX = 140;

const noteAt = ({ state: { doc } }: Editor, position: number) => {
  const node = doc.nodeAt(position);
  return node?.type.name === 'footnote' ? (footnoteAttrsSchema.safeParse(node.attrs).data ?? null) : null;
};

/** Runs `listen` on each change of the memo. */
const useMemoChanges = (memo: Editor, listen: (change: Transaction) => void): void => {
  const latest = useLatest(listen);
  useEffect(() => {
    const follow = ({ transaction }: { readonly transaction: Transaction }): void => {
      if (transaction.docChanged) latest.current(transaction);
    };
    memo.on('transaction', follow);
    return () => void memo.off('transaction', follow);
  }, [memo]);
};

/** Follows the note through changes of the memo; if it was removed the box closes, if it changed it shows that. */
const useNoteInMemo = ({ memo, store }: NoteEditing, inner: Editor): void =>
  useMemoChanges(memo, ({ mapping }) => {
    const { openNote } = store.getState();
    if (openNote === null) return;
    const position = mapping.map(openNote, 1);
    const note = noteAt(memo, position);
    if (note === null) {
      const close = (): void => store.setState({ openNote: null });
      if (inner.isFocused) closeToText(memo, close);
      else close();
      return;
    }
    store.setState({ openNote: position });
    if (!equalJson(note, readNote(inner))) showNote(inner, note);
  });

/** The position of the footnote that is all a transaction has changed; null if it changed something else. */
const changedNote = ({ mapping, doc, before }: Transaction): number | null => {
  const ranges: (readonly [number, number])[] = [];
  for (const map of mapping.maps) map.forEach((_from, _to, from, to) => void ranges.push([from, to]));
  const [[from, to] = [0, 0]] = ranges;
  const isOne = ranges.every((range) => range[0] === from && range[1] === to) && to - from === 1;
  const isNote = [before, doc].every((each) => each.nodeAt(from)?.type.name === 'footnote');
  return isOne && isNote ? from : null;
};

/** Undo and redo of words in a footnote open it, so that one sees what has changed; of other words, close it. */
const useUndoneNote = ({ memo, store }: NoteEditing): void =>
  useMemoChanges(memo, (change) => {
    if (!isHistoryTransaction(change)) return;
    const { openNote, noteEditor } = store.getState();
    const isWriting = memo.isFocused || noteEditor?.isFocused === true;
    const changed = changedNote(change);
    if (openNote !== null && change.mapping.map(openNote, 1) !== changed)
      closeToText(memo, () => store.setState({ openNote: null }));
    if (changed !== null && isWriting) store.setState({ openNote: changed });
  });

type OpenNoteProps = { readonly editing: NoteEditing; readonly position: number };

const OpenNote = ({ editing, position }: OpenNoteProps) => {
  const { memo, store } = editing;
  const isReadOnly = useStore(store, (state) => state.isReadOnly);
  const latest = useLatest(position);
  const box = useRef<HTMLDivElement>(null);
  const depth = useRef(0);
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
    onUpdate: ({ editor }) => {
      const steps = undoDepth(editor.state);
      writeNote(memo, latest.current, readNote(editor), steps !== depth.current);
      depth.current = steps;
    },
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
  useUndoneNote(editing);
  if (position === null || noteAt(editing.memo, position) === null) return null;
  return <OpenNote editing={editing} position={position} />;
};
