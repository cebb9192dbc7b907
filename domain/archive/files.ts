import { z } from 'zod';
import { articleAnnotationSchema } from '../article/annotations.ts';
import { articleRecordSchema } from '../article/article.ts';
import { bodySchema } from '../article/body/body.ts';
import {
  boardEvidenceSchema,
  boardSchema,
  cellSchema,
  hypothesisSchema,
  probabilitySchema,
} from '../board/board.ts';
import { conflictSchema } from '../conflict/conflict.ts';
import { eventSchema } from '../event/event.ts';
import { fallSchema } from '../graph/fall.ts';
import { archiveIdSchema } from '../ids.ts';
import { ownFormSchema } from '../memo/form/form.ts';
import { memoSchema } from '../memo/memo.ts';
import { remarkSchema } from '../memo/round/remark.ts';
import { roundSchema } from '../memo/round/round.ts';
import { snapshotSchema } from '../memo/snapshot/snapshot.ts';
import { padSchema } from '../pad/pad.ts';
import { labelSchema } from '../passage/label.ts';
import { passageSchema } from '../passage/passage.ts';
import { savedSearchSchema } from '../search/saved-search.ts';
import { sourceSchema } from '../source/source.ts';
import { tagSchema } from '../tag/tag.ts';
import { taskSchema } from '../task/task.ts';
import { timestampSchema } from '../time.ts';
import { blockLanguageSchema, renderingSchema, translationSchema } from '../translation/translation.ts';
import { migrations, newestVersion } from './content/migrations.ts';
import { encryptionStates } from './encryption-state.ts';
import { manifestEntrySchema } from './manifest.ts';

/**
 * The shape of every file of an archive. `version` is the schema version of that kind of file; a version that is
 * newer than ours is refused, an older one is migrated (see migrations.ts). Records in an array are sorted by id.
 */
export const ARCHIVE_FORMAT = 'precis-archive';

const version = z.literal(1);
export const ARCHIVE_VERSION = newestVersion(migrations.archive);
export const TAGS_VERSION = newestVersion(migrations.tags);
export const SOURCES_VERSION = newestVersion(migrations.sources);
export const TASKS_VERSION = newestVersion(migrations.tasks);
export const SEARCHES_VERSION = newestVersion(migrations.searches);
export const LABELS_VERSION = newestVersion(migrations.labels);
export const EVENTS_VERSION = newestVersion(migrations.events);
export const FALLS_VERSION = newestVersion(migrations.falls);
export const CONFLICTS_VERSION = newestVersion(migrations.conflicts);
export const MANIFEST_VERSION = newestVersion(migrations.manifest);
export const PAD_VERSION = newestVersion(migrations.pad);
export const ARTICLE_VERSION = newestVersion(migrations.article);
export const ANNOTATIONS_VERSION = newestVersion(migrations.annotations);
export const TRANSLATIONS_VERSION = newestVersion(migrations.translations);
export const BODY_VERSION = newestVersion(migrations.body);
export const MEMO_VERSION = newestVersion(migrations.memo);
export const REVIEW_VERSION = newestVersion(migrations.review);
export const FORM_VERSION = newestVersion(migrations.form);
export const BOARD_VERSION = newestVersion(migrations.board);
export const SNAPSHOT_VERSION = newestVersion(migrations.snapshot);

export const archiveFileSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  id: archiveIdSchema,
  title: z.string(),
  createdAt: timestampSchema,
  encryption: z.enum(encryptionStates),
});
export const tagsFileSchema = z.strictObject({
  version: z.literal(TAGS_VERSION),
  tags: z.array(tagSchema),
});
export const sourcesFileSchema = z.strictObject({
  version: z.literal(SOURCES_VERSION),
  sources: z.array(sourceSchema),
});
export const tasksFileSchema = z.strictObject({
  version: z.literal(TASKS_VERSION),
  tasks: z.array(taskSchema),
});
export const searchesFileSchema = z.strictObject({
  version: z.literal(SEARCHES_VERSION),
  searches: z.array(savedSearchSchema),
});
/** `labels.json`: there where a label was once made, renamed, moved or retired. */
export const labelsFileSchema = z.strictObject({
  version: z.literal(LABELS_VERSION),
  labels: z.array(labelSchema),
});
/** `events.json`, and the files of `events/`: there where an event was once made. */
export const eventsFileSchema = z.strictObject({
  version: z.literal(EVENTS_VERSION),
  events: z.array(eventSchema),
});
/** `falls.json`: there where something that others rest on has once become worth less. */
export const fallsFileSchema = z.strictObject({
  version: z.literal(FALLS_VERSION),
  falls: z.array(fallSchema),
});
/** `conflicts.json`: there where something was once merged that both sides had changed. */
export const conflictsFileSchema = z.strictObject({
  version: z.literal(CONFLICTS_VERSION),
  conflicts: z.array(conflictSchema),
});
/** `pad.json`: there where somebody has once written in it. */
export const padFileSchema = z.strictObject({
  version: z.literal(PAD_VERSION),
  pads: z.array(padSchema).max(1),
});
/** `manifest.json`: what the archive should contain; created where it is missing. */
export const manifestFileSchema = z.strictObject({
  version: z.literal(MANIFEST_VERSION),
  entries: z.array(manifestEntrySchema),
});
export const articleFileSchema = z.strictObject({
  version: z.literal(ARTICLE_VERSION),
  article: articleRecordSchema,
});
export const bodyFileSchema = z.strictObject({ version: z.literal(BODY_VERSION), body: bodySchema });
export const annotationsFileSchema = z.strictObject({
  version: z.literal(ANNOTATIONS_VERSION),
  about: articleAnnotationSchema,
  passages: z.array(passageSchema),
  tasks: z.array(taskSchema),
});
/** `translations.json` in the folder of an article: there where it was once translated. */
export const translationsFileSchema = z.strictObject({
  version: z.literal(TRANSLATIONS_VERSION),
  translations: z.array(translationSchema),
  renderings: z.array(renderingSchema),
  languages: z.array(blockLanguageSchema),
});
export const memoFileSchema = z.strictObject({
  version: z.literal(MEMO_VERSION),
  memo: memoSchema,
  tasks: z.array(taskSchema),
});
/** `review.json` in the folder of a memo: there where it was once sent for review or commented on. */
export const reviewFileSchema = z.strictObject({
  version: z.literal(REVIEW_VERSION),
  rounds: z.array(roundSchema),
  remarks: z.array(remarkSchema),
});
/** A file of `templates/`: one form, or none where its making was undone or it was taken out of the trash for good. */
export const formFileSchema = z.strictObject({
  version: z.literal(FORM_VERSION),
  forms: z.array(ownFormSchema).max(1),
});
/** A file of `boards/`: one board and its contents, or none where its creation was undone or it was purged. */
export const boardFileSchema = z.strictObject({
  version: z.literal(BOARD_VERSION),
  boards: z.array(boardSchema).max(1),
  hypotheses: z.array(hypothesisSchema),
  evidence: z.array(boardEvidenceSchema),
  cells: z.array(cellSchema),
  probabilities: z.array(probabilitySchema),
});
/** A file of `snapshots/` in the folder of a memo; written once. */
export const snapshotFileSchema = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  snapshot: snapshotSchema,
});
/** `deleted.json` in the folder of an article or a memo in the trash. */
export const deletionFileSchema = z.strictObject({ version, deletedAt: timestampSchema });

export type ArchiveFile = z.infer<typeof archiveFileSchema>;
export type TagsFile = z.infer<typeof tagsFileSchema>;
export type SourcesFile = z.infer<typeof sourcesFileSchema>;
export type TasksFile = z.infer<typeof tasksFileSchema>;
export type SearchesFile = z.infer<typeof searchesFileSchema>;
export type LabelsFile = z.infer<typeof labelsFileSchema>;
export type EventsFile = z.infer<typeof eventsFileSchema>;
export type FallsFile = z.infer<typeof fallsFileSchema>;
export type ConflictsFile = z.infer<typeof conflictsFileSchema>;
export type PadFile = z.infer<typeof padFileSchema>;
export type ManifestFile = z.infer<typeof manifestFileSchema>;
export type ArticleFile = z.infer<typeof articleFileSchema>;
export type BodyFile = z.infer<typeof bodyFileSchema>;
export type AnnotationsFile = z.infer<typeof annotationsFileSchema>;
export type TranslationsFile = z.infer<typeof translationsFileSchema>;
export type MemoFile = z.infer<typeof memoFileSchema>;
export type ReviewFile = z.infer<typeof reviewFileSchema>;
export type FormFile = z.infer<typeof formFileSchema>;
export type BoardFile = z.infer<typeof boardFileSchema>;
export type SnapshotFile = z.infer<typeof snapshotFileSchema>;
export type DeletionFile = z.infer<typeof deletionFileSchema>;

/** What each kind of file holds. */
export type FileContents = {
  archive: ArchiveFile;
  tags: TagsFile;
  sources: SourcesFile;
  tasks: TasksFile;
  searches: SearchesFile;
  labels: LabelsFile;
  events: EventsFile;
  'event-shard': EventsFile;
  falls: FallsFile;
  conflicts: ConflictsFile;
  pad: PadFile;
  manifest: ManifestFile;
  article: ArticleFile;
  body: BodyFile;
  annotations: AnnotationsFile;
  translations: TranslationsFile;
  memo: MemoFile;
  review: ReviewFile;
  form: FormFile;
  board: BoardFile;
  snapshot: SnapshotFile;
  deletion: DeletionFile;
};
export type FileKind = keyof FileContents;

export const fileSchemas: { readonly [K in FileKind]: z.ZodType<FileContents[K]> } = {
  archive: archiveFileSchema,
  tags: tagsFileSchema,
  sources: sourcesFileSchema,
  tasks: tasksFileSchema,
  searches: searchesFileSchema,
  labels: labelsFileSchema,
  events: eventsFileSchema,
  'event-shard': eventsFileSchema,
  falls: fallsFileSchema,
  conflicts: conflictsFileSchema,
  pad: padFileSchema,
  manifest: manifestFileSchema,
  article: articleFileSchema,
  body: bodyFileSchema,
  annotations: annotationsFileSchema,
  translations: translationsFileSchema,
  memo: memoFileSchema,
  review: reviewFileSchema,
  form: formFileSchema,
  board: boardFileSchema,
  snapshot: snapshotFileSchema,
  deletion: deletionFileSchema,
};
