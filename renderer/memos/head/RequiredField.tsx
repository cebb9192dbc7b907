import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { type RequiredText, useRequiredText } from './use-required-text.ts';

/** A field that is never left empty. */
export const RequiredField = (text: RequiredText) => {
  const { shown, type, leave } = useRequiredText(text);
  return (
    <TextField label={text.label} value={shown} maxLength={text.maxLength} onChange={type} onBlur={leave} />
  );
};
