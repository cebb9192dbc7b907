import { useState } from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './head.module.css';

export type RequiredText = {
  readonly label: string;
  readonly value: string;
  /** Called with the trimmed text; never shorter than `minLength`. */
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly maxLength: number;
  readonly minLength?: number;
};

/** A text that may be too short while typing; on blur it then reverts to the last saved value. */
export const useRequiredText = ({ value, onChange, onLeave, minLength = 1 }: RequiredText) => {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    shown: typed ?? value,
    type: (text: string): void => {
      setTyped(text);
      if (text.trim().length >= minLength) onChange(text.trim());
    },
    leave: (): void => {
      setTyped(null);
      onLeave?.();
    },
  };
};

export type RequiredInputProps = RequiredText & {
  readonly className?: string | undefined;
  readonly isReadOnly?: boolean;
  /** Has the direction of its own words, whatever its context. */
  readonly hasOwnDirection?: boolean;
};

/** A plain one-line text that is never left empty. It wraps visually if it does not fit. */
export const RequiredInput = ({
  className,
  isReadOnly = false,
  hasOwnDirection = false,
  ...text
}: RequiredInputProps) => {
  const { shown, type, leave } = useRequiredText(text);
  return (
    <textarea
      className={joinClasses(styles.wrapped, className)}
      aria-label={text.label}
      rows={1}
      {...(hasOwnDirection && { dir: 'auto' })}
      spellCheck={!isReadOnly}
      value={shown}
      maxLength={text.maxLength}
      readOnly={isReadOnly}
      onChange={({ target }) => type(target.value.replace(/\s*\n\s*/gu, ' '))}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onBlur={leave}
    />
  );
};
