import { compareWords, type WordRun } from '#domain/text/sequences/compare-words.ts';
import { joinClasses } from '#renderer/ui/join-classes.ts';
import styles from './versions.module.css';

export type WordRunsProps = {
  readonly runs: readonly WordRun[];
  /** How words that only this side has are marked: as removed, as added, or as differing between two equals. */
  readonly only: 'del' | 'ins' | 'b';
};

/** One side of two compared texts; the container's `differing-words` class styles its own words. */
export const WordRuns = ({ runs, only: Only }: WordRunsProps) =>
  runs.map(({ text, isShared }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never change their order
    isShared ? <span key={at}>{text}</span> : <Only key={at}>{text}</Only>,
  );

/** The words of one version of an article and of a newer one, one above the other, with the differing words marked. */
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
