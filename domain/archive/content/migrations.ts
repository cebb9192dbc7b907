import { articleMigrations, mapList, recordOf } from './article-migrations.ts';
import {
  letArticlesBeWithdrawn,
  letRecordsBearNames,
  letTasksRepeat,
  type Migration,
  type VersionedContent,
} from './migration.ts';
import { writeFilters } from './search-migrations.ts';

const giveKind = (memo: object): object => ({
  ...memo,
  kind: 'supersedesId' in memo && memo.supersedesId !== null ? 'update' : 'original',
  sending: null,
});

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
  memo: [
    {
      // Nobody had stated a reason.
      name: 'give-memos-stated-reasons',
      migrate: (content) => ({ ...content, memo: { ...recordOf(content.memo), statedReasons: [] } }),
    },
    {
      // Nobody had asked to whom a memo went; one that supersedes another was written after it.
      name: 'give-memos-a-kind-and-a-sending',
      migrate: (content) => ({ ...content, memo: giveKind(recordOf(content.memo)) }),
    },
    {
      // A memo in the one form that there was is as good as before: an older Precis must refuse one in another.
      name: 'let-memos-have-other-forms',
      migrate: (content) => content,
    },
    {
      // A table without them is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-tables-have-captions-and-alignment',
      migrate: (content) => content,
    },
    {
      // A quotation that is printed whole is as good as before: an older Precis would print one whole that is
      // shortened.
      name: 'let-quotations-be-shortened',
      migrate: (content) => content,
    },
    {
      // A memo without them is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-memos-have-sub-headings-and-numbered-paragraphs',
      migrate: (content) => content,
    },
    {
      // A memo of no period is as good as before: an older Precis must refuse one with it, not call it damage.
      name: 'let-memos-cover-a-period',
      migrate: (content) => content,
    },
    {
      // A memo without figures is as good as before: an older Precis must refuse one with them, not call it damage.
      name: 'let-memos-have-figures',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    letTasksRepeat,
    {
      // A figure that cites nothing is as good as before: an older Precis must refuse one that does, not call it
      // damage.
      name: 'let-figures-cite-passages',
      migrate: (content) => content,
    },
    {
      // What was quoted until then are words of its source: an older Precis would print these, not a translation.
      name: 'let-citations-be-translated',
      migrate: (content) => content,
    },
    {
      // Nothing was struck or pointed at another part: an older Precis must refuse what does, not call it damage.
      name: 'let-memos-refer-and-strike',
      migrate: (content) => content,
    },
    {
      // Nothing was quoted by hand as a block: an older Precis must refuse what is, not call it damage.
      name: 'let-memos-quote-by-hand',
      migrate: (content) => content,
    },
    {
      // Footnotes were plain words, which are written as before: an older Precis must refuse more, not call it damage.
      name: 'let-footnotes-cite',
      migrate: (content) => content,
    },
    {
      // Tables had no widths, decimal columns or lists: an older Precis must refuse them, not call them damage.
      name: 'let-tables-have-widths-and-lists',
      migrate: (content) => content,
    },
    {
      // Nothing was underlined and no figure was cropped: an older Precis must refuse what is, not call it damage.
      name: 'let-memos-underline-and-crop',
      migrate: (content) => content,
    },
    {
      // No line named the event that it prints: an older Precis must refuse one that does, not call it damage.
      name: 'let-rows-name-their-event',
      migrate: (content) => content,
    },
    {
      // No memo was begun in the form of a dossier: an older Precis must refuse one that was, not call it damage.
      name: 'let-memos-be-dossiers',
      migrate: (content) => content,
    },
  ],
  review: [
    {
      // No file had come back from reviewers.
      name: 'give-reviews-remarks',
      migrate: (content) => ({
        ...content,
        rounds: mapList(content.rounds, (round) => ({ ...round, returned: [] })),
        remarks: [],
      }),
    },
  ],
  form: [
    {
      // A form that says neither is as good as before: an older Precis must refuse one that does, not call it damage.
      name: 'let-forms-place-their-key-and-ask-for-a-period',
      migrate: (content) => content,
    },
    {
      // As good as before where it numbers none.
      name: 'let-forms-number-paragraphs',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    {
      // As good as before where it says nothing of originals.
      name: 'let-forms-place-originals',
      migrate: (content) => content,
    },
    {
      // As good as before where it has none: an older Precis would print citations otherwise.
      name: 'let-forms-have-a-citation-style',
      migrate: (content) => content,
    },
    {
      // No form had a Word template: an older Precis must refuse one that has, not call it damage.
      name: 'let-forms-have-a-word-template',
      migrate: (content) => content,
    },
    {
      // As good as before where it says nothing of contents.
      name: 'let-forms-list-contents',
      migrate: (content) => content,
    },
    {
      // As good as before where it words none: an older Precis would print the doctrine's words.
      name: 'let-forms-word-terms',
      migrate: (content) => content,
    },
  ],
  snapshot: [
    {
      // What was printed is known, and not the text that it was printed from: such a snapshot is compared, not
      // restored.
      name: 'give-snapshots-what-was-written',
      migrate: (content) => ({ ...content, snapshot: { ...recordOf(content.snapshot), written: null } }),
    },
    {
      // What was printed whole stays so: an older Precis must refuse a snapshot that shortens, not call it damage.
      name: 'let-snapshots-shorten-quotations',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-sub-headings-and-numbered-paragraphs',
      migrate: (content) => content,
    },
    {
      // A snapshot of no period is as good as before.
      name: 'let-snapshots-cover-a-period',
      migrate: (content) => content,
    },
    {
      // Nothing was kept because it was printed: an older Precis must refuse what is, not call it damage.
      name: 'let-snapshots-be-of-a-print',
      migrate: (content) => content,
    },
    {
      // What was cited until then has no pages.
      name: 'let-snapshots-cite-pages',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-figures',
      migrate: (content) => content,
    },
    letRecordsBearNames,
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-figures-that-cite',
      migrate: (content) => content,
    },
    {
      // What was sent until then names nothing; the next sending names all of it. A migration that changes what a
      // snapshot says breaks the hashes of the chain: it has to leave alone what is there.
      name: 'let-snapshots-name-those-before',
      migrate: (content) => content,
    },
    {
      // Nothing had gone to reviewers: an older Precis must refuse what did, not call it damage.
      name: 'let-snapshots-be-of-a-round',
      migrate: (content) => content,
    },
    {
      // What went out before is made again from the memo when it comes back.
      name: 'let-snapshots-keep-what-reviewers-got',
      migrate: (content) => content,
    },
    {
      // As in the passages that they show.
      name: 'let-archives-have-labels-of-their-own',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-translations',
      migrate: (content) => content,
    },
    {
      // Nothing was struck or pointed at another part: an older Precis must refuse what does, not call it damage.
      name: 'let-snapshots-refer-and-strike',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-quote-by-hand',
      migrate: (content) => content,
    },
    {
      // What was sent until then followed no citation style.
      name: 'let-snapshots-follow-a-citation-style',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-footnotes-that-cite',
      migrate: (content) => content,
    },
    {
      // Left out, the words around a memo are English, as they were; what is there stays as it is for the chain.
      name: 'let-snapshots-print-in-languages',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-have-tables-with-widths',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-underline',
      migrate: (content) => content,
    },
    {
      // As in the memos that they were taken of.
      name: 'let-snapshots-name-events',
      migrate: (content) => content,
    },
    {
      // As in the forms of their memos: an older Precis must refuse one, not call it damage.
      name: 'let-snapshots-word-terms',
      migrate: (content) => content,
    },
  ],
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
