import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/overlays/Popover.tsx';
import styles from './bulk.module.css';
import { leaveOnEscape } from './field/leave-on-escape.ts';

export type SelectionBarProps = {
  readonly count: number;
  /** The field that is open for the whole selection; null for none. */
  readonly field: { readonly label: string; readonly content: ReactNode } | null;
  readonly onCloseField: () => void;
  /** Returns to one row. */
  readonly onLeave: () => void;
  /** The acts. */
  readonly children: ReactNode;
};

/** The acts on a selection of at least two. */
export const SelectionBar = ({ count, field, onCloseField, onLeave, children }: SelectionBarProps) => {
  const bar = useRef<HTMLElement>(null);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || field !== null) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <section ref={bar} className={styles.bar} aria-label="Selection" data-single-keys onKeyDown={leave}>
      <div className={styles.acts}>
        <strong className={styles.count}>{count.toLocaleString('en-GB')} selected</strong>
        {children}
        <span className={styles.end}>
          <IconButton icon={X} label="Clear selection" keys="Escape" isSmall onPress={onLeave} />
        </span>
      </div>
      <Popover
        label={field?.label ?? 'All'}
        triggerRef={bar}
        placement="top start"
        isOpen={field !== null}
        onOpenChange={(isOpen) => !isOpen && onCloseField()}
      >
        {field !== null && (
          <div className={styles.field} onKeyDownCapture={leaveOnEscape(onCloseField)}>
            {field.content}
          </div>
        )}
      </Popover>
    </section>
  );
};
