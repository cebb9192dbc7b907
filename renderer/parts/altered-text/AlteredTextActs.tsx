import { useState } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { TextField } from '#renderer/ui/fields/TextField.tsx';
import styles from './altered-text.module.css';
import { RestoreTextButton } from './RestoreTextButton.tsx';
import { acceptText } from './settle-altered-text.ts';

export type AlteredTextActsProps = {
  readonly articleId: ArticleId;
  /** Whether the reason is given already: then only the text can be restored. */
  readonly isAccepted: boolean;
  /** The text was made anew: whoever shows it asks for it again. */
  readonly onRestored: () => void;
};

type ReasonFormProps = { readonly onGive: (reason: string) => void; readonly onCancel: () => void };

const ReasonForm = ({ onGive, onCancel }: ReasonFormProps) => {
  const [reason, setReason] = useState('');
  const hasReason = reason.trim() !== '';
  return (
    <div className={styles.reason}>
      <TextField
        label="Why is the changed text used?"
        hint="The reason is kept with the article and printed with every memo that quotes it."
        autoFocus
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && hasReason) onGive(reason.trim());
          else if (event.key === 'Escape') onCancel();
          else event.continuePropagation();
        }}
      />
      <div className={styles.acts}>
        <Button isSmall variant="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <Button isSmall variant="primary" isDisabled={!hasReason} onPress={() => onGive(reason.trim())}>
          Use the changed text
        </Button>
      </div>
    </div>
  );
};

/** What can be done about a text that another hand has changed. */
export const AlteredTextActs = ({ articleId, isAccepted, onRestored }: AlteredTextActsProps) => {
  const [isGivingReason, setIsGivingReason] = useState(false);
  const accept = (reason: string): void => {
    setIsGivingReason(false);
    void acceptText(articleId, reason);
  };
  if (isGivingReason) return <ReasonForm onGive={accept} onCancel={() => setIsGivingReason(false)} />;
  return (
    <div className={styles.acts}>
      <RestoreTextButton articleId={articleId} isQuiet={isAccepted} onRestored={onRestored} />
      {!isAccepted && (
        <Button isSmall onPress={() => setIsGivingReason(true)}>
          Use it as it is…
        </Button>
      )}
    </div>
  );
};
