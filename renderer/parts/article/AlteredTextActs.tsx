import { useState } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ReasonField } from '../field/ReasonField.tsx';
import styles from './altered-text.module.css';
import { acceptText, RestoreTextButton } from './RestoreTextButton.tsx';

export type AlteredTextActsProps = {
  readonly articleId: ArticleId;
  /** Whether a reason was given already: then the text can only be restored. */
  readonly isAccepted: boolean;
  /** The text was restored: the caller has to load it again. */
  readonly onRestored: () => void;
};

/** The choices for a text that another program has changed. */
export const AlteredTextActs = ({ articleId, isAccepted, onRestored }: AlteredTextActsProps) => {
  const [isGivingReason, setIsGivingReason] = useState(false);
  useCommand('article.accept-text', () => setIsGivingReason(true), !isAccepted);
  const accept = (reason: string): void => {
    setIsGivingReason(false);
    void acceptText(articleId, reason);
  };
  if (isGivingReason)
    return (
      <ReasonField
        label="Why is the changed text used?"
        hint="The reason is kept with the article, and printed in every memo that quotes it."
        act="Use the changed text"
        onGive={accept}
        onCancel={() => setIsGivingReason(false)}
      />
    );
  return (
    <div className={styles.acts}>
      <RestoreTextButton articleId={articleId} isQuiet={isAccepted} onRestored={onRestored} />
      {!isAccepted && (
        <Button isSmall onPress={() => setIsGivingReason(true)}>
          Use the changed text…
        </Button>
      )}
    </div>
  );
};
