import { useEffect, useMemo, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors.ts';
import type { Answer } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { RestoreTextButton } from '#renderer/parts/article/altered-text/RestoreTextButton.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { OpenReader } from './OpenReader.tsx';
import styles from './reader.module.css';
import type { ReaderPlace } from './reader-place.ts';
import { prepareArticle } from './text/prepare-article.ts';

export type ReaderProps = ReaderPlace & { readonly articleId: ArticleId };

/** The article, asked for once in each reading: its text never changes. What may change is asked for apart. */
const useOpened = (articleId: ArticleId, reading: number): Answer<'article:open'> | null => {
  const [answer, setAnswer] = useState<{ id: ArticleId; answer: Answer<'article:open'> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading asks again
  useEffect(() => {
    let isWanted = true;
    void request('article:open', { articleId }).then((opened) => {
      if (isWanted) setAnswer({ id: articleId, answer: opened });
    });
    return () => {
      isWanted = false;
    };
  }, [articleId, reading]);
  return answer?.id === articleId ? answer.answer : null;
};

type OpenedProps = ReaderPlace & { readonly opened: OpenArticle; readonly onRestored: () => void };

const Opened = ({ opened, ...place }: OpenedProps) => {
  const article = useMemo(() => prepareArticle(opened), [opened]);
  return <OpenReader article={article} opened={opened} {...place} />;
};

/** The text itself is damaged or gone, and may be made anew. */
const isBodyFault = (error: AppError): boolean => 'file' in error && error.file.endsWith('/body.json');

/** The right part of Articles: the text of an article with its highlights, and its margin. */
export const Reader = ({ articleId, ...place }: ReaderProps) => {
  const [reading, setReading] = useState(0);
  const answer = useOpened(articleId, reading);
  if (answer === null) return <div className={styles.reader} aria-busy />;
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    return (
      <div className={styles.reader}>
        <EmptyState
          title={title}
          actions={
            isBodyFault(answer.error) && (
              <RestoreTextButton articleId={articleId} onRestored={() => setReading(reading + 1)} />
            )
          }
        >
          {text}
        </EmptyState>
      </div>
    );
  }
  return (
    <Opened
      key={`${articleId} ${answer.value.textSha256}`}
      opened={answer.value}
      onRestored={() => setReading(reading + 1)}
      {...place}
    />
  );
};
