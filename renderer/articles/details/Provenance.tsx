import type { ArticleRecord } from '#domain/article/article.ts';
import { articleFormats } from '#domain/article/formats/article-formats.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { printClock, printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { Button } from '#renderer/ui/buttons/Button.tsx';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { useToday } from '#renderer/window/today.ts';
import styles from './details.module.css';

const copyHash = async (text: string): Promise<void> => {
  const answer = await act('app:copy', { text });
  if (answer.ok) sayDone('Copied the SHA-256');
};

/** Whether another tool kept it, of whose export the original is a part. */
const isOfTool = ({ format }: ArticleRecord): boolean => format === 'brought' || format === 'excerpts';

/** Where the stored copy comes from, and its name in every citation. */
export const Provenance = ({ article }: { readonly article: ArticleRecord }) => {
  const today = useToday();
  return (
    <section>
      <h3>Stored copy</h3>
      <dl className={joinClasses('facts-list', styles.facts)}>
        <dt>Imported</dt>
        <dd>
          {printInstantDay(article.importedAt, today)}, {printClock(article.importedAt)}
        </dd>
        <dt>From</dt>
        <dd>
          {article.originalName ?? 'the clipboard'}
          {isOfTool(article) && <>, {articleFormats[article.format].name}</>}
        </dd>
        <dt>Encoding</dt>
        <dd>{article.originalEncoding}</dd>
        <dt>Length</dt>
        <dd>{printCount(article.words, 'word')}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code className={styles.hash}>{article.textSha256}</code>
          <Button isSmall variant="quiet" onPress={() => void copyHash(article.textSha256)}>
            Copy
          </Button>
        </dd>
      </dl>
    </section>
  );
};
