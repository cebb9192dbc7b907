/**
 * Brings the content of a file from one schema version to the next. The migrations of a file kind are listed in
 * the order in which they are applied, and the list has no gaps: its nth entry leads from version n to n + 1, so
 * the newest version is one more than the length of the list.
 *
 * To change a shape: add an entry here, which raises the version, and freeze an archive of the old version with
 * `npm run freeze`.
 */
export type Migration = {
  /** What it does, as an identifier: `give-passages-a-basis`. Unique within its list. */
  readonly name: string;
  /** Takes the content of the older version, without looking at `version`; the caller sets that. Never mutates. */
  readonly migrate: (content: VersionedContent) => VersionedContent;
};

/** The common shape of all files of an archive, in any version. */
export type VersionedContent = { readonly version: number } & Readonly<Record<string, unknown>>;

/** A record without a name is as good as before: an older Precis must refuse one with it, not call it damage. */
export const letRecordsBearNames = {
  name: 'let-records-bear-names',
  migrate: (content) => content,
} as const satisfies Migration;

/** A task without them is as good as before: an older Precis must refuse one that comes again or is answered. */
export const letTasksRepeat = {
  name: 'let-tasks-repeat-and-be-answered',
  migrate: (content) => content,
} as const satisfies Migration;

/** No article had been withdrawn: an older Precis must refuse a fall of one, not call it damage. */
export const letArticlesBeWithdrawn: Migration = {
  name: 'let-articles-be-withdrawn',
  migrate: (content) => content,
};
