import { File } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './export-file.module.css';

export type MadeFileProps = {
  readonly fileName: string;
  /** What it is and how large: "PDF, 3 pages, 120 KB". */
  readonly facts: string;
  readonly onDrag: () => void;
  readonly onReveal: () => void;
  /** Said while the file is looked at; it tells of the drag where it is left out. */
  readonly said?: string | null;
  /** Further acts on it. */
  readonly children?: ReactNode;
};

/** A file that was exported: it is shown in its folder, or dragged to where it goes. */
export const MadeFile = ({ fileName, facts, onDrag, onReveal, said = null, children }: MadeFileProps) => (
  <>
    {/* A mouse alone can drag; "Show in folder" is the way for keys. */}
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
