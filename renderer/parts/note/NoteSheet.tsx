import type { ReactNode } from 'react';
import { SheetHead } from '#renderer/ui/overlays/SheetHead.tsx';
import { type FocusKey, useFocusTarget } from '#renderer/window/focus-targets.ts';
import { NoteEditor, type NoteEditorProps } from './NoteEditor.tsx';
import styles from './note-sheet.module.css';

export type NoteSheetProps = Omit<NoteEditorProps, 'note' | 'autoFocus' | 'onLeave'> & {
  readonly title: string;
  /** Undefined until loaded. */
  readonly note: NoteEditorProps['note'] | undefined;
  readonly onClose: () => void;
  /** The key by which the field can be focused. */
  readonly focusKey?: FocusKey | null;
  /** Above the note: links from it, or a message if it can't be read. */
  readonly children?: ReactNode;
  /** Beside the close button. */
  readonly acts?: ReactNode;
};

/** A note that fills a sheet beside the view: it stays open while one reads elsewhere, and saves automatically. */
export const NoteSheet = ({
  title,
  note,
  onClose,
  focusKey = null,
  children,
  acts,
  ...field
}: NoteSheetProps) => (
  <div className={styles.sheet}>
    <SheetHead title={title} onClose={onClose} acts={acts} />
    {children}
    <div ref={useFocusTarget(focusKey)} className={styles.field}>
      {note !== undefined && <NoteEditor {...field} note={note} autoFocus onLeave={onClose} />}
    </div>
  </div>
);
