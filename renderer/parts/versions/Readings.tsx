import { compareWords } from '#domain/text/sequences/compare-words.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './versions.module.css';
import { WordRuns } from './WordRuns.tsx';

/**
 * What a version of an article says and what a newer one says in its place, one above the other, the words that differ
 * marked.
 */
export const Readings = ({ was, is }: { readonly was: string; readonly is: string }) => {
  const { old, fresh } = compareWords(was, is);
  return (
    <dl className={joinClasses('differing-words', styles.readings)}>
      <dt>Cited</dt>
      <dd>
        <WordRuns runs={old} only="del" />
      </dd>
      <dt>Newest</dt>
      <dd>
        <WordRuns runs={fresh} only="ins" />
      </dd>
    </dl>
  );
};
