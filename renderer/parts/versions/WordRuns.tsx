import type { WordRun } from '#domain/text/sequences/compare-words.ts';

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
