/** Failures of a merge by Git. */
export type GitError =
  /** There is no Git on the PATH. */
  | { readonly code: 'git-missing' }
  /** Git could not do what it was asked, in its own words. */
  | { readonly code: 'git-failed'; readonly said: string }
  | { readonly code: 'nothing-to-merge'; readonly why: MergeRefusal }
  /** Files of a commit of an encrypted archive that lie in the clear there: nobody vouches for them. */
  | { readonly code: 'merge-in-clear'; readonly side: 'ours' | 'theirs'; readonly files: readonly string[] };

/**
 * Why there is nothing to merge: the archive is in no repository; it is in no merge; more than two are merged at once;
 * commits are applied anew one by one; the other side is another archive; a side is encrypted.
 */
export type MergeRefusal =
  | 'no-repository'
  | 'no-merge'
  | 'merge-of-several'
  | 'replay'
  | 'other-archive'
  | 'encrypted';
