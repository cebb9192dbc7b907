import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Text,
} from 'react-aria-components';
import { joinClasses } from '../join-classes.ts';
import { FieldLabel, type FieldLabelProps } from './FieldLabel.tsx';
import styles from './field.module.css';
import { letKeysThrough } from './let-keys-through.ts';

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children'> &
  FieldLabelProps & {
    readonly placeholder?: string;
    readonly error?: string;
    readonly inputRef?: Ref<HTMLInputElement>;
  };

export const TextField = ({
  label,
  isLabelHidden,
  hint,
  placeholder,
  error,
  inputRef,
  ...props
}: TextFieldProps) => (
  <AriaTextField
    {...props}
    {...letKeysThrough(props.onKeyDown)}
    isInvalid={error !== undefined}
    className={joinClasses(styles.field)}
  >
    <FieldLabel label={label} isHidden={isLabelHidden === true} />
    <Input
      dir="auto"
      className={joinClasses(styles.input)}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
    {hint !== undefined && (
      <Text slot="description" className={joinClasses(styles.hint)}>
        {hint}
      </Text>
    )}
    <FieldError className={joinClasses(styles.error)}>{error}</FieldError>
  </AriaTextField>
);
