import { articleMigrations, mapList } from './article-migrations.ts';
import { memoMigrations } from './memo-migrations.ts';
import {
  letArticlesBeWithdrawn,
  letRecordsBearNames,
  letTasksRepeat,
  type Migration,
  type VersionedContent,
} from './migration.ts';
import { writeFilters } from './search-migrations.ts';

/** Of events, whichever file they are in. */
const letEventsBeMerged: Migration = {
  // No two events had been found to be one.
  name: 'let-events-be-merged',
  migrate: (content) => ({
    ...content,
    events: mapList(content.events, (event) => ({ ...event, mergedInto: null })),
  }),
};

export const migrations = {
  archive: [
    {
      // Nothing was encrypted: an older Precis must refuse an archive that is, not call all its files damage.
      name: 'say-whether-files-are-encrypted',
      migrate: (content) => ({ ...content, encryption: 'off' }),
    },
  ],
  tags: [
    {
      // A name without a slash is as good as before: an older Precis must refuse one with it, not call it damage.
      name: 'let-tag-names-hold-slashes',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    {
      // Nobody had said what kind of thing a tag names.
      name: 'give-tags-a-group',
      migrate: (content) => ({ ...content, tags: mapList(content.tags, (tag) => ({ ...tag, group: null })) }),
    },
  ],
  sources: [
    letRecordsBearNames,
    {
      // Nobody had said which posts a person held.
      name: 'give-sources-positions',
      migrate: (content) => ({
        ...content,
        sources: mapList(content.sources, (source) => ({ ...source, positions: [] })),
      }),
    },
    {
      // No source was a place: an older Precis must refuse one, not call it damage.
      name: 'let-sources-be-places',
      migrate: (content) => content,
    },
  ],
  tasks: [letRecordsBearNames, letTasksRepeat],
  searches: [
    {
      name: 'write-filters-as-searches',
      migrate: (content) => ({ ...content, searches: writeFilters(content.searches) }),
    },
    letRecordsBearNames,
  ],
  conflicts: [
    letRecordsBearNames,
    {
      // There was no pad: an older Precis must refuse a conflict in it, not call it damage.
      name: 'let-the-pad-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // There were no rounds: an older Precis must refuse a conflict of one, not call it damage.
      name: 'let-rounds-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // Nothing had come back: an older Precis must refuse a conflict of a remark, not call it damage.
      name: 'let-remarks-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // All labels were the same everywhere: an older Precis must refuse a conflict of one, not call it damage.
      name: 'let-labels-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // Nothing was translated: an older Precis must refuse a conflict of a translation, not call it damage.
      name: 'let-translations-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // There were no events: an older Precis must refuse a conflict of one, not call it damage.
      name: 'let-events-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // There were no boards: an older Precis must refuse a conflict on one, not call it damage.
      name: 'let-boards-be-in-conflict',
      migrate: (content) => content,
    },
    {
      // All events were in one file: an older Precis must refuse a conflict in another, not call it damage.
      name: 'let-events-of-further-files-be-in-conflict',
      migrate: (content) => content,
    },
  ],
  labels: [],
  events: [letEventsBeMerged],
  'event-shard': [letEventsBeMerged],
  falls: [letArticlesBeWithdrawn],
  translations: [],
  pad: [],
  manifest: [
    {
      // There were no boards: an older Precis must refuse an entry of one, not call it damage.
      name: 'let-boards-have-entries',
      migrate: (content) => content,
    },
  ],
  board: [],
  ...articleMigrations,
  ...memoMigrations,
  deletion: [],
} as const satisfies Readonly<Record<string, readonly Migration[]>>;

/** The version that a list of migrations leads to. */
export const newestVersion = (list: readonly Migration[]): number => list.length + 1;

/**
 * The content at the newest version of its kind. A content that is newer than that must be refused by the caller
 * before: it is returned as it is.
 */
export const migrateContent = (content: VersionedContent, list: readonly Migration[]): VersionedContent =>
  list
    .slice(content.version - 1)
    .reduce(
      (older, { migrate }) => ({ ...migrate(older), version: older.version + 1 }) as VersionedContent,
      content,
    );
