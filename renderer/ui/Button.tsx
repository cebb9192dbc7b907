import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { joinClasses } from './join-classes.ts';

export type ButtonProps = Omit<AriaButtonProps, 'className'> & {
  /** `primary` for the one act that a place is for, `quiet` for an act among many. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly isSmall?: boolean;
  /** Says that it can't be done now, and stays within reach of the keyboard: a press is to show why. */
  readonly isBlocked?: boolean;
};

export const Button = ({ variant = 'plain', isSmall = false, isBlocked = false, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    {...(isBlocked ? { 'aria-disabled': true } : {})}
    className={joinClasses(styles.button, styles[variant], isSmall && styles.small)}
  />
);
