import { Search } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Input, TextField } from 'react-aria-components';
import { joinClasses } from './join-classes.ts';
import styles from './list-filter.module.css';

export type ListFilterProps = {
  readonly label: string;
  readonly placeholder: string;
  readonly input: Ref<HTMLInputElement>;
  /** In its own frame, or as the head of its dialog. */
  readonly looks: 'framed' | 'head';
  readonly autoFocus?: boolean;
  /** Shown after the text. */
  readonly children?: ReactNode;
};

/** The field above a list, within an Autocomplete: typing narrows the list, ↑ and ↓ move through it. */
export const ListFilter = ({
  label,
  placeholder,
  input,
  looks,
  autoFocus = false,
  children,
}: ListFilterProps) => (
  <TextField aria-label={label} autoFocus={autoFocus} className={joinClasses(styles.field, styles[looks])}>
    <Search size={looks === 'head' ? 16 : 15} aria-hidden />
    <Input
      ref={input}
      // Typing in it moves through the list below: that is a combobox, not a plain field.
      role="combobox"
      data-asks
      aria-expanded
      aria-haspopup="listbox"
      className={joinClasses(styles.input)}
      placeholder={placeholder}
    />
    {children}
  </TextField>
);
