import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Text,
} from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { FieldLabel, type FieldLabelProps } from './FieldLabel.tsx';
import styles from './field.module.css';
import { letKeysThrough } from './let-keys-through.ts';

export type TextAreaProps = Omit<AriaTextFieldProps, 'className' | 'children'> &
  FieldLabelProps & {
    readonly placeholder?: string /** Lines shown while it is empty; it grows with its text. */;
    readonly rows?: number;
  };

export const TextArea = ({ label, isLabelHidden, hint, placeholder, rows = 3, ...props }: TextAreaProps) => (
  <AriaTextField {...props} {...letKeysThrough(props.onKeyDown)} className={joinClasses(styles.field)}>
    <FieldLabel label={label} isHidden={isLabelHidden === true} />
    <AriaTextArea
      dir="auto"
      style={{ minHeight: `calc(${rows} * 1.45em + 8px)` }}
      className={joinClasses(styles.input, styles.area)}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
    {hint !== undefined && (
      <Text slot="description" className={joinClasses(styles.hint)}>
        {hint}
      </Text>
    )}
  </AriaTextField>
);
