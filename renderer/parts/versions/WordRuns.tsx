import { compareWords, type WordRun } from '#domain/text/sequences/compare-words.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './versions.module.css';

export type WordRunsProps = {
  readonly runs: readonly WordRun[];
  /** What marks the words that only this side has: as removed, as added, or as other words of two that are equals. */
  readonly only: 'del' | 'ins' | 'b';
};

/** One side of two texts that were compared; `differing-words` on what holds it says how its own words look. */
export const WordRuns = ({ runs, only: Only }: WordRunsProps) =>
  runs.map(({ text, isShared }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change their order
    isShared ? <span key={at}>{text}</span> : <Only key={at}>{text}</Only>,
  );

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
