import type { ReactNode } from 'react';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './overlay.module.css';

export type PopoverProps = Omit<AriaPopoverProps, 'className' | 'children'> & {
  readonly label: string;
  readonly children: ReactNode;
};

/**
 * A floating panel beside its trigger; Esc and a click outside close it. It is itself the dialog, so that React Aria's
 * hidden dismiss buttons for screen readers are inside one.
 */
export const Popover = ({ label, children, ...props }: PopoverProps) => (
  <AriaPopover offset={6} {...props} aria-label={label} className={joinClasses('float', styles.popover)}>
    <div className={styles.popoverBody}>{children}</div>
  </AriaPopover>
);
