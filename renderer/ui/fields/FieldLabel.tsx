import { Label } from 'react-aria-components';
import styles from './field.module.css';

/** What every field of the kit says about itself. */
export type FieldLabelProps = {
  readonly label: string;
  /** The name is read by screen readers and shown to nobody, where the place itself says it. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
};

export const FieldLabel = ({ label, isHidden }: { readonly label: string; readonly isHidden: boolean }) => (
  <Label className={isHidden ? 'visually-hidden' : styles.label}>{label}</Label>
);
