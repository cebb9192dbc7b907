import { Label } from 'react-aria-components';
import styles from './field.module.css';

/** What every field of the kit says about itself. */
export type FieldLabelProps = {
  readonly label: string;
  /** Hides the label except from screen readers, if the context makes it obvious. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
};

export const FieldLabel = ({ label, isHidden }: { readonly label: string; readonly isHidden: boolean }) => (
  <Label className={isHidden ? 'visually-hidden' : styles.label}>{label}</Label>
);
