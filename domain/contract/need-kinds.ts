/** The kinds of what waits for the analyst, in the order in which they are listed. */
export const needKinds = [
  'thing-lost',
  'conflict',
  'copy-left',
  'same-name',
  'changed',
  'ambiguous',
  'orphaned',
  'moved',
  'text-altered',
  'file-repaired',
  'file-unreadable',
  'evidence-changed',
  'citation-incomplete',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** How many wait of each kind. */
export type NeedCounts = Readonly<Record<NeedKind, number>>;

/** How many wait in all. */
export const sumOfNeeds = (counts: NeedCounts): number =>
  needKinds.reduce((sum, kind) => sum + counts[kind], 0);
