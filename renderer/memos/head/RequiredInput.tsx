import { type RequiredText, useRequiredText } from './use-required-text.ts';

export type RequiredInputProps = RequiredText & { readonly className?: string | undefined };

/** A bare line of text that is never left empty. */
export const RequiredInput = ({ className, ...text }: RequiredInputProps) => {
  const { shown, type, leave } = useRequiredText(text);
  return (
    <input
      className={className}
      aria-label={text.label}
      value={shown}
      maxLength={text.maxLength}
      onChange={({ target }) => type(target.value)}
      onBlur={leave}
    />
  );
};
