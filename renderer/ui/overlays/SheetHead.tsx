import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';
import styles from './overlay.module.css';

export type SheetHeadProps = {
  readonly title: string;
  readonly onClose: () => void;
  /** Beside the close button. */
  readonly acts?: ReactNode;
};

/** The head of a side sheet. */
export const SheetHead = ({ title, onClose, acts }: SheetHeadProps) => (
  <header className={styles.sheetHead}>
    <h2>{title}</h2>
    <div className={styles.sheetActs}>
      {acts}
      <IconButton icon={X} label="Close" keys="Escape" onPress={onClose} />
    </div>
  </header>
);
