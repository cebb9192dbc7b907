import { Search, X } from 'lucide-react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
} from 'react-aria-components';
import { FieldLabel } from './fields/FieldLabel.tsx';
import styles from './fields/field.module.css';
import { letKeysThrough } from './fields/let-keys-through.ts';
import { joinClasses } from './join-classes.ts';

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'className' | 'children'> & {
  readonly label: string;
  readonly placeholder?: string;
};

export const SearchField = ({ label, placeholder, ...props }: SearchFieldProps) => (
  <AriaSearchField
    {...props}
    {...letKeysThrough(props.onKeyDown)}
    className={joinClasses(styles.field, styles.search)}
  >
    <FieldLabel label={label} isHidden />
    <Search size={14} className={styles.searchIcon} aria-hidden />
    <Input className={joinClasses(styles.input)} placeholder={placeholder ?? label} />
    <Button className={joinClasses('sign-button', styles.clear)} aria-label="Clear">
      <X size={14} aria-hidden />
    </Button>
  </AriaSearchField>
);
