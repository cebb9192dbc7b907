import { useState } from 'react';
import { articleAcceptText, articleRestoreText } from '#domain/contract/article.ts';
import type { ArticleId } from '#domain/ids.ts';
import { act } from '#renderer/bridge/act.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { sayDone } from '#renderer/window/notices.ts';

export type RestoreTextButtonProps = {
  readonly articleId: ArticleId;
  readonly isQuiet?: boolean;
  /** The text was restored: the caller has to load it again. */
  readonly onRestored?: () => void;
};

/** Restores the text from the original; returns whether it is as it was imported. */
const restoreText = async (articleId: ArticleId): Promise<boolean> => {
  const answer = await act(articleRestoreText, { articleId });
  if (answer.ok) sayDone('Restored the imported text. The changed text is kept beside it.');
  return answer.ok;
};

/** Records why the changed text is used. */
export const acceptText = async (articleId: ArticleId, reason: string): Promise<void> => {
  const answer = await act(articleAcceptText, { articleId, reason });
  if (answer.ok) sayUndoable('You can now quote the changed text, under its own hash');
};

/** Restores the text of an article from its original. */
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
