/**
 * Who follows a merge. It is ended before a file is written, or not at all: what is written by then is of the merge.
 */
export type MergeWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: MergeProgress) => void;
};

export type MergeProgress = {
  /** Files that both sides have changed are merged, then what came of it is written. */
  readonly step: 'merging' | 'writing';
  readonly done: number;
  readonly total: number;
};

/** Of whoever only waits for the end. */
export const unwatchedMerge: MergeWatch = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
