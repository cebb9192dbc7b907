import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import styles from '../fields/field.module.css';
import { joinClasses } from '../join-classes.ts';

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'children'> & {
  readonly children?: ReactNode;
};

export const Checkbox = ({ children, ...props }: CheckboxProps) => (
  <AriaCheckbox {...props} className={joinClasses(styles.choice, children === undefined && styles.bare)}>
    {({ isSelected, isIndeterminate }) => (
      <>
        <span className={styles.box}>
          {isIndeterminate && <Minus size={11} strokeWidth={3} aria-hidden />}
          {isSelected && !isIndeterminate && <Check size={11} strokeWidth={3} aria-hidden />}
        </span>
        {children}
      </>
    )}
  </AriaCheckbox>
);
