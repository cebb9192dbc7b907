import { type ReactNode, useEffect, useRef } from 'react';
import styles from './overlay.module.css';

export type SideSheetProps = {
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A sheet over the right edge that leaves the rest of the window at hand: what it asks for can be looked up in the
 * text beside it. Esc closes it, and the focus goes back to where it was.
 */
export const SideSheet = ({ label, onClose, children }: SideSheetProps) => {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    sheet.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      ref={sheet}
      className={styles.sheet}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      data-pane
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </section>
  );
};
