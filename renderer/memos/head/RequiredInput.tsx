import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './head.module.css';
import { type RequiredText, useRequiredText } from './use-required-text.ts';

export type RequiredInputProps = RequiredText & {
  readonly className?: string | undefined;
  readonly isReadOnly?: boolean;
};

/** A bare line of text that is never left empty. Where it has no room it is drawn in several lines, and stays one. */
export const RequiredInput = ({ className, isReadOnly = false, ...text }: RequiredInputProps) => {
  const { shown, type, leave } = useRequiredText(text);
  return (
    <textarea
      className={joinClasses(styles.wrapped, className)}
      aria-label={text.label}
      rows={1}
      spellCheck
      value={shown}
      maxLength={text.maxLength}
      readOnly={isReadOnly}
      onChange={({ target }) => type(target.value.replace(/\s*\n\s*/gu, ' '))}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onBlur={leave}
    />
  );
};
