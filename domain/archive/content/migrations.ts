import { mapList, recordOf } from './parts-of-content.ts';
import { textOfFilter } from './text-of-filter.ts';

/**
 * Brings the content of a file from one schema version to the next. A file kind's migrations stand in a list in
 * the order in which they are applied, and the list has no gaps: its nth entry leads from version n to n + 1, so
 * the newest version is one more than the length of the list.
 *
 * To change a shape: add an entry here, which raises the version, and freeze an archive of the old version under
 * tests/fixtures/archives.
 */
export type Migration = {
  /** What it does, as an identifier: `give-passages-a-basis`. Unique within its list. */
  readonly name: string;
  /** Takes the content of the older version, without looking at `version`; the caller sets that. Never mutates. */
  readonly migrate: (content: VersionedContent) => VersionedContent;
};

/** What every file of an archive is, whatever its version. */
export type VersionedContent = { readonly version: number } & Readonly<Record<string, unknown>>;

const countNoPlaces = (passage: object): object =>
  'selectors' in passage
    ? {
        ...passage,
        selectors: mapList(passage.selectors, (selector) => ({ ...selector, occurrence: null })),
      }
    : passage;

const giveKind = (memo: object): object => ({
  ...memo,
  kind: 'supersedesId' in memo && memo.supersedesId !== null ? 'update' : 'original',
  sending: null,
});

/** Searches stood by name; the text asks for what the filter did. */
const writeFilter = (search: object, place: number): object => {
  if (!('filter' in search)) return search;
  const { filter, ...rest } = search;
  const text = textOfFilter(recordOf(filter) as Readonly<Record<string, unknown>>);
  return { ...rest, text, scope: 'passages', place };
};

const nameOf = (search: unknown): string => {
  const { name } = recordOf(search) as { readonly name?: unknown };
  return typeof name === 'string' ? name : '';
};

const writeFilters = (searches: unknown): unknown => {
  if (!Array.isArray(searches)) return searches;
  const byName = searches.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true }));
  return searches.map((search: unknown) => writeFilter(recordOf(search), byName.indexOf(search) + 1));
};

/** A record without a name is as good as before: an older Precis must refuse one with it, not call it damage. */
const letRecordsBearNames = {
  name: 'let-records-bear-names',
  migrate: (content) => content,
} as const satisfies Migration;

/** A task without them is as good as before: an older Precis must refuse one that comes again or is answered. */
const letTasksRepeat = {
  name: 'let-tasks-repeat-and-be-answered',
  migrate: (content) => content,
} as const satisfies Migration;

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
  ],
  pad: [],
  article: [
    {
      // A record without a document's format is as good as before: an older Precis must refuse one with it.
      name: 'let-documents-be-imported',
      migrate: (content) => content,
    },
    {
      // Slides, sheets, and a publisher found by its host: an older Precis must refuse them, not call them damage.
      name: 'let-slides-and-sheets-be-imported',
      migrate: (content) => content,
    },
    {
      name: 'let-messages-of-outlook-be-imported',
      migrate: (content) => content,
    },
    {
      name: 'let-slides-and-sheets-of-open-document-be-imported',
      migrate: (content) => content,
    },
  ],
  body: [
    {
      // A body without inserted words is as good as before: an older Precis must refuse one with them.
      name: 'let-words-be-inserted',
      migrate: (content) => content,
    },
    {
      // What was not read from pages has none.
      name: 'let-text-stand-on-pages',
      migrate: (content) => content,
    },
    {
      // What was read before pictures were kept has none; a body without one is as good as before.
      name: 'let-pictures-be-kept',
      migrate: (content) => content,
    },
    {
      // Nothing was read by OCR: an older Precis must refuse a body of which something is, not call it damage.
      name: 'let-text-be-read-by-machine',
      migrate: (content) => content,
    },
  ],
  annotations: [
    {
      // Nobody had said when anything happens: no dates is what is known.
      name: 'give-articles-event-dates',
      migrate: (content) => ({ ...content, about: { ...recordOf(content.about), eventDates: [] } }),
    },
    {
      // The text stands in another file, so nothing is counted here: null says that nobody has.
      name: 'give-selectors-an-occurrence',
      migrate: (content) => ({ ...content, passages: mapList(content.passages, countNoPlaces) }),
    },
    letRecordsBearNames,
    {
      // All that was highlighted until then are words: an older Precis must refuse a region, not call it damage.
      name: 'let-passages-be-regions-of-pictures',
      migrate: (content) => content,
    },
    letTasksRepeat,
    {
      // An event of one date is as good as before: an older Precis must refuse one with an end, not call it damage.
      name: 'let-event-dates-have-an-end',
      migrate: (content) => content,
    },
    {
      // What was framed until then are regions of pictures: an older Precis must refuse one of a page, not call it damage.
      name: 'let-passages-be-regions-of-pages',
      migrate: (content) => content,
    },
  ],
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
      // A quotation that is printed whole is as good as before: an older Precis would print one whole that is shortened.
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
      // A figure that cites nothing is as good as before: an older Precis must refuse one that does, not call it damage.
      name: 'let-figures-cite-passages',
      migrate: (content) => content,
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
  ],
  snapshot: [
    {
      // What was printed is known, and not the text that it was printed from: such a snapshot is compared, not restored.
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
