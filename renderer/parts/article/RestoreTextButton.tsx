import { useState } from 'react';
import type { ArticleId } from '#domain/ids.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { restoreText } from './settle-altered-text.ts';

export type RestoreTextButtonProps = {
  readonly articleId: ArticleId;
  readonly isQuiet?: boolean;
  /** The text was made anew: whoever shows it asks for it again. */
  readonly onRestored?: () => void;
};

/** Makes the text of an article anew from its original. */
export const RestoreTextButton = ({ articleId, isQuiet = false, onRestored }: RestoreTextButtonProps) => {
  const [isRestoring, setIsRestoring] = useState(false);
  const restore = async (): Promise<void> => {
    setIsRestoring(true);
    const isRestored = await restoreText(articleId);
    setIsRestoring(false);
    if (isRestored) onRestored?.();
  };
  useCommand('article.restore-text', () => void restore(), !isRestoring);
  return (
    <Button
      isSmall
      variant={isQuiet ? 'quiet' : 'primary'}
      isDisabled={isRestoring}
      onPress={() => void restore()}
    >
      Restore the text from the original
    </Button>
  );
};
