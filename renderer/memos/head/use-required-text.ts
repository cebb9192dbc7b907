import { useState } from 'react';

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
