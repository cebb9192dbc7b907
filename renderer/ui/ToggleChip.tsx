import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import styles from './chip.module.css';
import { joinClasses } from './join-classes.ts';

export type ToggleChipProps = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

/** A filter that is on or off. */
export const ToggleChip = ({ isOn, onChange, children }: ToggleChipProps) => (
  <ToggleButton isSelected={isOn} onChange={onChange} className={joinClasses(styles.chip)}>
    <span className={styles.words}>{children}</span>
  </ToggleButton>
);
