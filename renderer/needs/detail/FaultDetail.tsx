import type { UnreadableNeed } from '#domain/contract/needs.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { RestoreTextButton } from '#renderer/parts/article/altered-text/RestoreTextButton.tsx';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { Kbd } from '#renderer/ui/signs/Kbd.tsx';
import styles from '../needs.module.css';
import { openNeed } from '../settle-need.ts';

/** Why a file can't be read, and what can be done about it. */
export const FaultDetail = ({ need }: { readonly need: UnreadableNeed }) => {
  const { fault, articleId, memoId } = need;
  const { title, text } = errorWords(fault);
  return (
    <div className={styles.altered}>
      <p className={styles.outcome}>
        {title} {text}
      </p>
      {articleId !== null && fault.file.endsWith('/body.json') && <RestoreTextButton articleId={articleId} />}
      {(articleId !== null || memoId !== null) && (
        <Button onPress={() => openNeed(need)}>
          {articleId === null ? 'Open the memo' : 'Open the article'} <Kbd keys="Enter" />
        </Button>
      )}
    </div>
  );
};
