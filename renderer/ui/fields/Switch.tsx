import type { ReactNode } from 'react';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import styles from './field.module.css';

export type SwitchProps = Omit<AriaSwitchProps, 'className' | 'children'> & { readonly children: ReactNode };

export const Switch = ({ children, ...props }: SwitchProps) => (
  <AriaSwitch {...props} className={joinClasses(styles.choice)}>
    <span className={styles.rail} aria-hidden>
      <span className={styles.knob} style={{ display: 'block' }} />
    </span>
    <span>{children}</span>
  </AriaSwitch>
);
