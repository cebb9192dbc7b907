import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './reason-field.module.css';

export type ReasonFieldProps = {
  readonly label: string;
  readonly hint: string;
  /** The name of the button that gives the reason. */
  readonly act: string;
  /** Whether the reason may be empty. */
  readonly isOptional?: boolean;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks for a reason. Enter gives it, Escape cancels. */
export const ReasonField = ({ label, hint, act, isOptional = false, onGive, onCancel }: ReasonFieldProps) => {
  const [reason, setReason] = useState('');
  const hasReason = isOptional || reason.trim() !== '';
  const give = (): void => {
    if (hasReason) onGive(reason.trim());
  };
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        hint={hint}
        autoFocus
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
          else if (event.key === 'Escape') onCancel();
          else event.continuePropagation();
        }}
      />
      <div className={styles.acts}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button isSmall variant="primary" isDisabled={!hasReason} onPress={give}>
          {act} <Kbd keys="Enter" />
        </Button>
      </div>
    </div>
  );
};
