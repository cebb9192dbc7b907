/** The kinds of what waits for the analyst, in the order in which they are listed. */
export const reviewKinds = [
  'thing-lost',
  'conflict',
  'copy-left',
  'same-name',
  'changed',
  'ambiguous',
  'orphaned',
  'moved',
  'nextToChange',
  'text-altered',
  'file-repaired',
  'recovered',
  'file-unreadable',
  'fallen',
  'event-unsupported',
  'evidence-changed',
  'translation-outdated',
  'citation-incomplete',
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** How many wait of each kind. */
export type ReviewCounts = Readonly<Record<ReviewKind, number>>;

/** How many wait in all. */
export const sumToReview = (counts: ReviewCounts): number =>
  reviewKinds.reduce((sum, kind) => sum + counts[kind], 0);
