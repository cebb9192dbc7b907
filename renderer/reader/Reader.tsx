import { useMemo, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ArticleId } from '#domain/ids.ts';
import { errorWords } from '#renderer/bridge/error-words.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { RestoreTextButton } from '#renderer/parts/article/altered-text/RestoreTextButton.tsx';
import { EmptyState } from '#renderer/ui/signs/EmptyState.tsx';
import { OpenReader } from './OpenReader.tsx';
import styles from './reader.module.css';
import type { ReaderPlace } from './reader-place.ts';
import { prepareArticle } from './text/prepare-article.ts';

export type ReaderProps = ReaderPlace & { readonly articleId: ArticleId };

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
  // Its text never changes, and what may change is asked for apart.
  const answer = useQueryOnce('article:open', { articleId }, reading);
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
