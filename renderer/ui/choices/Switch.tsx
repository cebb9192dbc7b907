import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';

export type SwitchProps = Omit<AriaSwitchProps, 'className' | 'children'> & { readonly children: ReactNode };

export const Switch = ({ children, ...props }: SwitchProps) => (
  <AriaSwitch {...props} className={joinClasses(styles.choice)}>
    <span className={styles.rail} aria-hidden>
      <span className={styles.knob} style={{ display: 'block' }} />
    </span>
    <span>{children}</span>
  </AriaSwitch>
);
