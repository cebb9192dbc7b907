import type { ReactNode } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps, Dialog } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './overlay.module.css';

export type PopoverProps = Omit<AriaPopoverProps, 'className' | 'children'> & {
  readonly label: string;
  readonly children: ReactNode;
};

/** A floating panel beside its trigger; Esc and a click outside close it. */
export const Popover = ({ label, children, ...props }: PopoverProps) => (
  <AriaPopover offset={6} {...props} className={joinClasses(styles.popover)}>
    <Dialog aria-label={label} className={joinClasses(styles.popoverBody)}>
      {children}
    </Dialog>
  </AriaPopover>
);
