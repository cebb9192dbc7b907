import { useState } from 'react';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from './panel.module.css';

export type ReasonFieldProps = {
  readonly onState: (reason: string) => void;
  readonly onCancel: () => void;
};

/** Asks why a problem is left as it is. Enter keeps the reason, Escape leaves the problem. */
export const ReasonField = ({ onState, onCancel }: ReasonFieldProps) => {
  const [reason, setReason] = useState('');
  const hasReason = reason.trim() !== '';
  const give = (): void => {
    if (hasReason) onState(reason.trim());
  };
  return (
    <div className={styles.askReason}>
      <TextField
        label="Why is it right as it is?"
        hint="Kept with the memo. If the words change, the check asks again."
        autoFocus
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter') give();
          else if (event.key === 'Escape') onCancel();
          else event.continuePropagation();
        }}
      />
      <div className={styles.reasonFoot}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button isSmall variant="primary" isDisabled={!hasReason} onPress={give}>
          Keep the reason <Kbd keys="Enter" />
        </Button>
      </div>
    </div>
  );
};
