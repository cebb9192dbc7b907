import { useState } from 'react';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './head.module.css';

export type RequiredText = {
  readonly label: string;
  readonly value: string;
  /** What was typed, trimmed; never shorter than `minLength`. */
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  readonly maxLength: number;
  readonly minLength?: number;
};

/** A text that may be too short while it is typed, but stands as it was last kept when it is left. */
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
  /** Runs as its own words do, whatever it stands in. */
  readonly hasOwnDirection?: boolean;
};

/** A bare line of text that is never left empty. Where it has no room it is drawn in several lines, and stays one. */
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
