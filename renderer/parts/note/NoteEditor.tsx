import { Editor, type JSONContent } from '@tiptap/core';
import { type RefObject, useEffect, useRef } from 'react';
import { isSameNote, type RichText } from '#domain/rich-text.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { noteExtensions } from '#renderer/editor/note-extensions.ts';
import { readNote } from '#renderer/editor/read-note.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import styles from './note.module.css';
import { useAutosave } from './use-autosave.ts';

export type NoteEditorProps = {
  readonly label: string;
  readonly note: RichText | null;
  /** Saves of one burst of typing share an edit id. */
  readonly onSave: (note: RichText | null, editId: string) => Promise<unknown>;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Called on Esc, and on Ctrl+Enter (Cmd on a Mac) since Enter breaks the line, after the text has been sent. */
  readonly onLeave?: () => void;
  /** Called with the editor when it is mounted, and with null when it is gone. */
  readonly onEditor?: (editor: Editor | null) => void;
};

const emptyNote: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };
/** A validated note fits the editor's schema; the two types differ in optional keys only. */
const contentOf = (note: RichText | null): JSONContent => (note ?? emptyNote) as JSONContent;

const editorIn = (element: HTMLElement, label: string, note: RichText | null): Editor =>
  new Editor({
    element,
    extensions: noteExtensions,
    content: contentOf(note),
    injectCSS: false,
    editorProps: {
      attributes: {
        class: styles.note ?? '',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        spellcheck: 'true',
      },
    },
  });

/**
 * TipTap's own focus waits for the next frame: anything typed until then would go to the previously focused element.
 */
const focusEnd = (editor: Editor): void => {
  editor.commands.setTextSelection(editor.state.doc.content.size);
  editor.view.focus();
};

/** Creates the editor in its element, and destroys it with that; `hear` is called for both, before the destruction. */
const useStanding = (
  place: RefObject<HTMLElement | null>,
  connect: (element: HTMLElement) => Editor,
  hear: (editor: Editor | null) => void,
): void => {
  const latest = useLatest({ connect, hear });
  useEffect(() => {
    if (place.current === null) return;
    const editor = latest.current.connect(place.current);
    latest.current.hear(editor);
    return () => {
      latest.current.hear(null);
      editor.destroy();
    };
  }, [place]);
};

type Written = RichText | null;

type KeptNote = {
  /** Saves the text, unless it equals the saved one. */
  readonly save: (written: Written, editId: string) => Promise<void>;
  /** Whether that text is unsaved, or being saved. */
  readonly isInHand: (written: Written) => boolean;
  /** Another text has replaced the saved one. */
  readonly take: (changed: Written) => void;
};

/** Tracks which text of a note is saved, while its editor has its own copy. */
const useKeptNote = (
  note: Written,
  onSave: (note: Written, editId: string) => Promise<unknown>,
): KeptNote => {
  const kept = useRef(note);
  const onTheirWay = useRef(0);
  return {
    async save(written, editId) {
      if (isSameNote(written, kept.current)) return;
      kept.current = written;
      onTheirWay.current += 1;
      await onSave(written, editId).finally(() => {
        onTheirWay.current -= 1;
      });
    },
    isInHand: (written) => onTheirWay.current > 0 || !isSameNote(written, kept.current),
    take: (changed) => {
      kept.current = changed;
    },
  };
};

/** A note that saves automatically: 400 ms after the last key, within 2 s, and at once on blur. */
export const NoteEditor = (props: NoteEditorProps) => {
  const { label, note, placeholder = 'Write a note', autoFocus = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const editorRef = useRef<Editor | null>(null);
  const autosave = useAutosave(() => {
    const editor = editorRef.current;
    return editor === null ? Promise.resolve() : kept.save(readNote(editor.getJSON()), autosave.editId());
  });
  const kept = useKeptNote(note, props.onSave);
  useBeforeClose(autosave.flush);

  const connect = (element: HTMLElement): Editor => {
    const editor = editorIn(element, label, note);
    const mark = (): void => {
      element.toggleAttribute('data-empty', editor.isEmpty);
    };
    editor.on('update', () => {
      mark();
      autosave.touch();
    });
    editor.on('blur', () => void autosave.flush());
    mark();
    if (autoFocus) {
      focusEnd(editor);
      // If the note is longer than its field, writing continues at its end.
      element.scrollTop = element.scrollHeight;
    }
    return editor;
  };
  const hear = (editor: Editor | null): void => {
    if (editor === null) void autosave.flush();
    editorRef.current = editor;
    props.onEditor?.(editor);
  };
  useStanding(place, connect, hear);
  const focus = useLatest(() => {
    if (editorRef.current !== null) focusEnd(editorRef.current);
  });
  useEffect(() => {
    if (autoFocus) focus.current();
  }, [autoFocus]);

  const takeOver = useLatest((changed: RichText | null): void => {
    const editor = editorRef.current;
    if (editor === null) return;
    const written = readNote(editor.getJSON());
    // During editing a text is only replaced if it has no unsaved changes: another program has changed the note.
    if (isSameNote(changed, written) || (editor.isFocused && kept.isInHand(written))) return;
    kept.take(changed);
    // Not typed here: undo in the field must not bring back text that the archive no longer has.
    editor.chain().setMeta('addToHistory', false).setContent(contentOf(changed), { emitUpdate: false }).run();
    place.current?.toggleAttribute('data-empty', editor.isEmpty);
  });
  const givenUp = useUnsavedEdits((state) => state.givenUp);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where an edit was given up, the note shows what is there
  useEffect(() => takeOver.current(note), [note, givenUp]);

  return (
    <div
      ref={place}
      className={styles.place}
      data-placeholder={placeholder}
      onKeyDownCapture={(event) => {
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if ((event.key !== 'Escape' && !isDone) || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        void autosave.flush();
        props.onLeave?.();
      }}
    />
  );
};
