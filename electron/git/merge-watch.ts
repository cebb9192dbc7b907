/**
 * Follows the progress of a merge. A merge can only be cancelled before a file is written: written files belong to it.
 */
export type MergeWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: MergeProgress) => void;
};

export type MergeProgress = {
  /** First the files that both sides have changed are merged, then the result is written. */
  readonly step: 'merging' | 'writing';
  readonly done: number;
  readonly total: number;
};

/** For callers that only wait for the end. */
export const unwatchedMerge: MergeWatch = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
};
