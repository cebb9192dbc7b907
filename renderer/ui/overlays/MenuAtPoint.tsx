import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { type MenuEntry, MenuList } from './Menu.tsx';
import styles from './overlay.module.css';

export type MenuAtPointProps = {
  readonly label: string;
  /** In window coordinates. */
  readonly at: { readonly left: number; readonly top: number };
  readonly entries: readonly MenuEntry[];
  /** Whether the first entry is focused at once: it was opened by key. */
  readonly startsAtFirst: boolean;
  readonly onClose: () => void;
};

/** A menu without a button: it opens at the pointer or the caret. */
export const MenuAtPoint = ({ label, at, entries, startsAtFirst, onClose }: MenuAtPointProps) => {
  const point = useRef<HTMLDivElement>(null);
  return (
    <>
      <div ref={point} className={styles.point} style={at} aria-hidden />
      <Popover
        aria-label={label}
        isOpen
        triggerRef={point}
        placement="bottom start"
        offset={2}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        className={joinClasses('float', styles.popover)}
      >
        <MenuList label={label} entries={entries} autoFocus={startsAtFirst ? 'first' : true} />
      </Popover>
    </>
  );
};
