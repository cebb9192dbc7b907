import { Label } from 'react-aria-components';
import styles from './field.module.css';

export const FieldLabel = ({ label, isHidden }: { readonly label: string; readonly isHidden: boolean }) => (
  <Label className={isHidden ? 'visually-hidden' : styles.label}>{label}</Label>
);
