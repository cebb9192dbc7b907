import { File } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './export-file.module.css';

export type MadeFileProps = {
  readonly fileName: string;
  /** Its format and size: "PDF, 3 pages, 120 KB". */
  readonly facts: string;
  readonly onDrag: () => void;
  readonly onReveal: () => void;
  /** A message while the file is checked; by default a hint that it can be dragged. */
  readonly said?: string | null;
  /** Further acts on it. */
  readonly children?: ReactNode;
};

/** An exported file: it can be shown in its folder, or dragged to its destination. */
export const MadeFile = ({ fileName, facts, onDrag, onReveal, said = null, children }: MadeFileProps) => (
  <>
    {/* Only the mouse can drag; the keyboard has "Show in folder". */}
    {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
    <div
      className={styles.made}
      draggable
      title="Drag it to another program"
      onDragStart={(event) => {
        event.preventDefault();
        onDrag();
      }}
    >
      <File size={20} strokeWidth={1.5} aria-hidden />
      <div>
        <p className={styles.fileName}>{fileName}</p>
        <p className={styles.quiet}>{facts}</p>
      </div>
    </div>
    <div className={styles.acts}>
      <Button onPress={onReveal}>Show in folder</Button>
      {children}
      <span className={styles.quiet} role="status">
        {said ?? 'Or drag the file to another program.'}
      </span>
    </div>
  </>
);
