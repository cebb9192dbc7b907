import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './row.module.css';
import { rowClass } from './row-class.ts';

export type ButtonRowProps = {
  readonly onPress: () => void;
  /** Whether it is the one that is shown beside the list; for lists that show one. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
};

/** A row of a list that is pressed as a whole. */
export const ButtonRow = ({ onPress, isCurrent, children }: ButtonRowProps) => (
  <Button
    className={rowClass(isCurrent === true, styles.button)}
    {...(isCurrent === undefined ? {} : { 'aria-current': isCurrent })}
    onPress={onPress}
  >
    {children}
  </Button>
);
