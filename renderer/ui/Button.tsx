import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { joinClasses } from './join-classes.ts';

export type ButtonProps = Omit<AriaButtonProps, 'className'> & {
  /** `primary` for the main act of a place, `quiet` for one among many. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly isSmall?: boolean;
  /** Announced as disabled, but it stays focusable: a press shows why. */
  readonly isBlocked?: boolean;
};

export const Button = ({ variant = 'plain', isSmall = false, isBlocked = false, ...props }: ButtonProps) => (
  <AriaButton
    {...props}
    {...(isBlocked ? { 'aria-disabled': true } : {})}
    className={joinClasses(styles.button, styles[variant], isSmall && styles.small)}
  />
);
