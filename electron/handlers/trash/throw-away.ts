import type { MutableContent } from '#domain/archive/apply-changes.ts';
import type { MutableFile, RecordChange } from '#domain/archive/changes.ts';
import { diffRecords } from '#domain/archive/merge/records-in.ts';
import { referencesOf, withoutReferences } from '#domain/archive/references.ts';
import { noTrashDays, rowsPastTerm, seeTrash, type TrashDays } from '#domain/archive/trash-days.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import { standingEvents } from '#domain/event/merged-events.ts';
import {
  type ArticleId,
  type BoardId,
  boardIdSchema,
  type FormId,
  formIdSchema,
  type MemoId,
  passageIdSchema,
  taskIdSchema,
  translationIdSchema,
} from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { Task } from '#domain/task/task.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { TranslatedWords } from '#domain/translation/translation.ts';
import type { Archive, ArchiveReader } from '#electron/ports/archive.ts';
import type { Catalogue } from '#electron/ports/catalogue.ts';
import { localToday } from '#electron/time/local-today.ts';
import { readEventFile } from '../event/event-files.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { listEvidence } from './list-evidence.ts';
import { listTrash } from './list-trash.ts';
import { type IsGoing, type Purging, purgesOf } from './purges-of.ts';

/** The number of rows that were permanently deleted, and of those kept because a memo depends on them. */
export type ThrownAway = { readonly removed: number; readonly held: number };

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** The files known to contain deleted records; those of tags, sources and tasks are always searched. */
type TombstoneFiles = {
  readonly articleIds: readonly ArticleId[];
  readonly memoIds: readonly MemoId[];
  readonly formIds: readonly FormId[];
  readonly boardIds: readonly BoardId[];
};

const purgesOfLists = async (
  reader: ArchiveReader,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const tags = await reader.tags();
  if (!tags.ok) return tags;
  const sources = await reader.sources();
  if (!sources.ok) return sources;
  const tasks = await reader.tasks();
  if (!tasks.ok) return tasks;
  const files = await reader.eventFiles();
  const standing = standingEvents(files.flatMap(({ events }) => events ?? []));
  return ok([
    ...purgesOf({ kind: 'tags' }, 'tags', tags.value.tags, purging),
    ...purgesOf({ kind: 'sources' }, 'sources', sources.value.sources, purging),
    ...purgesOf({ kind: 'tasks' }, 'tasks', tasks.value.tasks, purging),
    // When an event is removed, the events merged into it are removed too.
    ...files.flatMap(({ file, events }) =>
      purgesOf(file, 'events', events ?? [], purging, ({ id }) => standing.get(id)?.own),
    ),
  ]);
};

/** When a translation is removed, its words are removed too. */
const purgesOfTranslations = (
  file: MutableFile,
  { translations, renderings }: TranslatedWords,
  purging: Purging,
): readonly RecordChange[] => {
  const heads = purgesOf(file, 'translations', translations, purging);
  const gone = new Set<string>(heads.map(({ recordId }) => recordId));
  return [
    ...heads,
    ...renderings
      .filter(({ translationId }) => gone.has(translationId))
      .map(
        (before): RecordChange => ({
          type: 'record',
          file,
          collection: 'renderings',
          recordId: before.id,
          before,
          after: null,
        }),
      ),
  ];
};

const purgesOfArticle = async (
  reader: ArchiveReader,
  articleId: ArticleId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const file = { kind: 'annotations', articleId } as const;
  const { passages, tasks } = annotations.value;
  const held = passages.filter(({ id, deletedAt }) => deletedAt !== null && purging.isHeld(id));
  // What was deleted together with a kept passage is restored with it.
  const wentWithHeld = (task: Task): boolean =>
    held.some(({ id, deletedAt }) => id === task.passageId && deletedAt === task.deletedAt);
  const free = tasks.filter((task) => !wentWithHeld(task));
  const translated = await reader.translations(articleId);
  if (!translated.ok) return translated;
  return ok([
    ...purgesOf(file, 'passages', passages, purging),
    ...purgesOf(file, 'tasks', free, purging),
    ...purgesOfTranslations({ kind: 'translations', articleId }, translated.value, purging),
  ]);
};

const purgesOfMemo = async (
  reader: ArchiveReader,
  memoId: MemoId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const memo = await reader.memo(memoId);
  return memo.ok ? ok(purgesOf({ kind: 'memo', memoId }, 'tasks', memo.value.tasks, purging)) : memo;
};

const purgesOfForm = async (
  reader: ArchiveReader,
  formId: FormId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const file = await reader.form(formId);
  if (!file.ok) return file;
  const forms = file.value === null ? [] : [file.value];
  return ok(purgesOf({ kind: 'form', formId }, 'forms', forms, purging));
};

/** When a board is removed, its contents are removed too. */
const purgesOfBoard = async (
  reader: ArchiveReader,
  boardId: BoardId,
  purging: Purging,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const read = await reader.board(boardId);
  if (!read.ok) return read;
  const { version: _, boards, ...onIt } = read.value;
  const file = { kind: 'board', boardId } as const;
  const heads = purgesOf(file, 'boards', boards, purging);
  if (heads.length === 0) return ok([]);
  const rest = Object.entries(onIt).flatMap(([collection, records]) =>
    // Each list is named after the collection of its records.
    records.map(
      (before) =>
        ({ type: 'record', file, collection, recordId: before.id, before, after: null }) as RecordChange,
    ),
  );
  return ok([...heads, ...rest]);
};

/**
 * Permanently removes deleted records from their files, except for those kept; returns the ids of the removed ones. It
 * is one act: if a file can't be read or written, nothing is removed.
 */
const purgeTombstones = (
  archive: Pick<Archive, 'perform'>,
  { articleIds, memoIds, formIds, boardIds }: TombstoneFiles,
  purging: Purging,
): Promise<Result<readonly string[], AppError>> =>
  archive.perform(
    async (reader) => {
      const parts = [
        await purgesOfLists(reader, purging),
        ...(await Promise.all(articleIds.map((id) => purgesOfArticle(reader, id, purging)))),
        ...(await Promise.all(formIds.map((id) => purgesOfForm(reader, id, purging)))),
        ...(await Promise.all(boardIds.map((id) => purgesOfBoard(reader, id, purging)))),
        ...(await Promise.all(memoIds.map((id) => purgesOfMemo(reader, id, purging)))),
      ];
      const changes: RecordChange[] = [];
      for (const part of parts) {
        if (!part.ok) return part;
        changes.push(...part.value);
      }
      const goneIds = changes.map(({ recordId }) => recordId);
      return ok({ value: goneIds, name: 'empty-trash', changes });
    },
    { isFinal: true },
  );

/** The files of the deleted records that the trash shows. */
const filesOf = async (catalogue: Catalogue, rows: readonly TrashRow[]): Promise<TombstoneFiles> => {
  const idsOf = (kind: TrashRow['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  const taskIds = idsOf('task').map((id) => taskIdSchema.parse(id));
  const places = [...(await catalogue.placesOfTasks(taskIds)).values()];
  const articles = await Promise.all(
    idsOf('passage').map((id) => catalogue.articleOfPassage(passageIdSchema.parse(id))),
  );
  const translated = await Promise.all(
    idsOf('translation').map((id) => catalogue.articleOfTranslation(translationIdSchema.parse(id))),
  );
  return {
    formIds: idsOf('form').map((id) => formIdSchema.parse(id)),
    boardIds: idsOf('board').map((id) => boardIdSchema.parse(id)),
    articleIds: unique([
      ...[...articles, ...translated].flatMap((id) => id ?? []),
      ...places.flatMap((place) => ('articleId' in place ? place.articleId : [])),
    ]),
    memoIds: unique(places.flatMap((place) => (place.on === 'memo' ? place.memoId : []))),
  };
};

const isFolder = ({ kind }: TrashRow): boolean => kind === 'article' || kind === 'memo';

/** The folders with the ids of all their contents to which other records may refer. */
const idsInFolders = async (
  reader: ArchiveReader,
  folderIds: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const [articles, memos] = [await reader.trashedArticles(), await reader.trashedMemos()];
  return [
    ...folderIds,
    ...articles.filter(({ id }) => folderIds.has(id)).flatMap(({ passages }) => passages.map(({ id }) => id)),
    ...memos.filter(({ id }) => folderIds.has(id)).flatMap(({ tasks }) => tasks.map(({ id }) => id)),
  ];
};

/**
 * Permanently removes from the trash what `isGoing` selects, and then all references to it from other records; not an
 * undo step. What a memo depends on is kept: its article, its passage, the source, the memo that it supersedes. The
 * numbers are those of the rows that the trash shows. Nothing is removed if a memo, or the annotations of a cited
 * article, can't be read: what must be kept is then unknown.
 */
export const throwAway = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  isGoing: IsGoing,
): Promise<Result<ThrownAway, AppError>> => {
  const { archive, catalogue } = deps;
  await catalogue.ready;
  const going = (await listTrash({ archive, catalogue })).filter(isGoing);
  if (going.length === 0) return ok({ removed: 0, held: 0 });
  const evidence = await listEvidence(
    archive,
    ({ id, deletedAtMs }) => !isGoing({ id, deletedAt: toTimestamp(deletedAtMs) }),
  );
  if (!evidence.ok) return evidence;
  const held = Object.values(evidence.value);
  const isHeld = (id: string): boolean => held.some((ids) => ids.has(id));
  const purged = await purgeTombstones(archive, await filesOf(catalogue, going), { isGoing, isHeld });
  if (!purged.ok) return purged;
  const free = going.filter(({ id }) => !isHeld(id));
  const folders = new Set(free.filter(isFolder).map(({ id }) => id));
  const gone = new Set([...purged.value, ...(await idsInFolders(archive, folders))]);
  const emptied = await archive.emptyTrash(folders);
  if (!emptied.ok) return emptied;
  const dropped = await dropReferences(deps, gone);
  return dropped.ok ? ok({ removed: free.length, held: going.length - free.length }) : dropped;
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;

const daysOf = ({ archive, local }: Deps): TrashDays => local.trashDays(archive.info.id) ?? noTrashDays;

/** Counts this start of the app, and what it finds in the trash. */
export const countTrashDay = async (deps: Deps): Promise<void> => {
  const { archive, catalogue, local, machine } = deps;
  await catalogue.ready;
  const today = localToday(machine.nowMs());
  await local.keepTrashDays(archive.info.id, seeTrash(daysOf(deps), today, await listTrash(deps)));
};

/**
 * The rows that have been in the trash for their full term and on which no memo depends: they may be deleted for good.
 */
export const listPastTerm = async (deps: Deps): Promise<readonly TrashRow[]> => {
  const past = rowsPastTerm(daysOf(deps), await listTrash(deps), deps.machine.nowMs());
  return past.filter(({ heldBy }) => heldBy.length === 0);
};

/**
 * Permanently removes those rows of the trash. What was deleted together with a row has the same time of deletion and
 * is removed with it; what has its own row is kept.
 */
const removeOf = async (
  deps: Deps,
  rows: readonly TrashRow[],
  ids: ReadonlySet<string>,
): Promise<Result<ThrownAway, AppError>> => {
  const [going, staying] = [rows.filter(({ id }) => ids.has(id)), rows.filter(({ id }) => !ids.has(id))];
  if (going.length === 0) return ok({ removed: 0, held: 0 });
  const times = new Set(going.map(({ deletedAt }) => deletedAt));
  const stays = new Set(staying.map(({ id }) => id));
  return throwAway(deps, ({ id, deletedAt }) => times.has(deletedAt) && !stays.has(id));
};

/** Permanently removes what has been in the trash for its full term. */
export const purgePastTerm = async (deps: Deps): Promise<Result<ThrownAway, AppError>> => {
  const rows = await listTrash(deps);
  const past = rowsPastTerm(daysOf(deps), rows, deps.machine.nowMs());
  return removeOf(deps, rows, new Set(past.map(({ id }) => id)));
};

/** Permanently removes the selected rows of the trash. */
export const removeRows = async (
  deps: Deps,
  selected: readonly Pick<TrashRow, 'id'>[],
): Promise<Result<ThrownAway, AppError>> =>
  removeOf(deps, await listTrash(deps), new Set(selected.map(({ id }) => id)));

/** The files whose records may refer to others. */
type ReferringFile = Extract<
  MutableFile,
  { readonly kind: 'tags' | 'sources' | 'tasks' | 'events' | 'event-shard' | 'annotations' | 'memo' }
>;

const readFile = (reader: ArchiveReader, file: ReferringFile): Promise<Result<MutableContent, AppError>> => {
  switch (file.kind) {
    case 'annotations':
      return reader.annotations(file.articleId);
    case 'memo':
      return reader.memo(file.memoId);
    case 'events':
    case 'event-shard':
      return readEventFile(reader, file);
    default:
      return reader[file.kind]();
  }
};

/** The changes that remove references to `gone` from the records of a file; none if it can't be read. */
const changesIn = async (
  reader: ArchiveReader,
  file: ReferringFile,
  gone: ReadonlySet<string>,
  updatedAt: Timestamp,
): Promise<readonly RecordChange[]> => {
  const read = await readFile(reader, file);
  if (!read.ok) return [];
  const content = read.value;
  const broken = referencesOf(file.kind, content as never).filter(
    ({ id, isOptional }) => isOptional && gone.has(id),
  );
  if (broken.length === 0) return [];
  return diffRecords(file, content, withoutReferences<ReferringFile['kind']>(content as never, broken)).map(
    (change) => ({ ...change, after: { ...change.after, updatedAt } }) as RecordChange,
  );
};

/**
 * Removes from all records the references to permanently deleted things, so that no link, tag or speaker leads nowhere.
 * What memos depend on is never removed, so citations are not affected. If a file can't be read its references stay,
 * and *Check the archive* names them.
 */
const dropReferences = async (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  gone: ReadonlySet<string>,
): Promise<Result<null, AppError>> => {
  if (gone.size === 0) return ok(null);
  const articleIds = await catalogue.referringArticles([...gone]);
  return archive.perform(
    async (reader) => {
      const files: readonly ReferringFile[] = [
        { kind: 'tags' },
        { kind: 'sources' },
        { kind: 'tasks' },
        ...(await reader.eventFiles()).map(({ file }) => file),
        ...articleIds.map((articleId) => ({ kind: 'annotations', articleId }) as const),
        ...(await reader.memoIds()).map((memoId) => ({ kind: 'memo', memoId }) as const),
      ];
      const changes: RecordChange[] = [];
      const at = toTimestamp(machine.nowMs());
      for (const file of files) changes.push(...(await changesIn(reader, file, gone, at)));
      return ok({ value: null, name: 'empty-trash', changes });
    },
    { isFinal: true },
  );
};
