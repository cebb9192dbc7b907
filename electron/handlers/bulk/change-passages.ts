import type { Change, RecordChange, StepName } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { type ArticleId, type PassageId, type SourceId, taskIdSchema } from '#domain/ids.ts';
import type { PassageEdit, PassageEditContext } from '#domain/passage/edit/passage-edit.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { changeSource } from '#domain/source/change-source.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import { indexTree, isNamed, resolveRecord } from '#domain/tree/record-tree.ts';
import type { ArchiveReader, PerformOptions } from '#electron/ports/archive.ts';
import type { Machine } from '#electron/ports/machine.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { confirmedAmong, prepareEditContext } from '../passage/edit-context.ts';
import { changesOfEdit, type EditTarget } from '../passage/edit-passage.ts';
import { notFound } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { sourceChanges, treeFailure } from '../shared/tree-outcomes.ts';
import { tasksOnPassage } from '../task/make-task.ts';
import { type ByArticle, locatePassages } from './locate-passages.ts';

const stepNames: Readonly<Record<BulkChange['kind'], StepName>> = {
  label: 'relabel-passages',
  tag: 'tag-passages',
  source: 'source-passages',
  concerned: 'concern-passages',
  grade: 'grade-passages',
  'append-note': 'note-passages',
  task: 'add-tasks',
  delete: 'delete-passages',
};

/** The changes of one passage. */
type ChangesOf = (target: EditTarget) => Result<readonly RecordChange[], AppError>;

const changesOfArticle = (
  articleId: ArticleId,
  annotations: AnnotationsFile,
  wanted: ReadonlySet<PassageId>,
  changesOf: ChangesOf,
): Result<readonly RecordChange[], AppError> => {
  const live = annotations.passages.filter(({ id, deletedAt }) => wanted.has(id) && deletedAt === null);
  const found = new Set(live.map(({ id }) => id));
  const gone = [...wanted].find((id) => !found.has(id));
  if (gone !== undefined) return notFound('passage', gone);
  const changes: RecordChange[] = [];
  for (const passage of live) {
    const changed = changesOf({ articleId, passage, annotations });
    if (!changed.ok) return changed;
    changes.push(...changed.value);
  }
  return ok(changes);
};

type BulkTask = Extract<BulkChange, { kind: 'task' }>;

const addingTask =
  (machine: Machine, { task }: BulkTask, at: Timestamp): ChangesOf =>
  ({ articleId, passage }) =>
    ok(
      tasksOnPassage(passage.id, [{ ...task, id: taskIdSchema.parse(machine.newId()) }], at).flatMap((made) =>
        recordChanges({ kind: 'annotations', articleId }, 'tasks', null, made),
      ),
    );

const editing =
  (edit: PassageEdit, context: PassageEditContext): ChangesOf =>
  (target) => {
    const edited = changesOfEdit('bulk:change-passages', target, edit, context);
    return edited.ok ? ok(edited.value.changes) : edited;
  };

/** Computes the change of a passage in an article with those annotations. */
const prepareChange = async (
  reader: ArchiveReader,
  machine: Machine,
  change: BulkChange,
  confirmed: ReadonlySet<PassageId>,
): Promise<Result<(annotations: AnnotationsFile) => ChangesOf, AppError>> => {
  const at = toTimestamp(machine.nowMs());
  if (change.kind === 'task') return ok(() => addingTask(machine, change, at));
  const contextOf = await prepareEditContext(reader, [change.kind], { at, confirmed });
  if (!contextOf.ok) return contextOf;
  return ok(({ about: { publicationId } }) =>
    editing(change, contextOf.value({ publicationId, text: null })),
  );
};

const countPassages = (changes: readonly RecordChange[]): number =>
  new Set(
    changes.map((change) =>
      change.collection === 'tasks' ? (change.after ?? change.before)?.passageId : change.recordId,
    ),
  ).size;

const changesOfAll = async (
  reader: ArchiveReader,
  located: ByArticle,
  changesIn: (annotations: AnnotationsFile) => ChangesOf,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const changes: RecordChange[] = [];
  for (const [articleId, wanted] of located) {
    const file = await reader.annotations(articleId);
    if (!file.ok) return file;
    const found = changesOfArticle(articleId, file.value, wanted, changesIn(file.value));
    if (!found.ok) return found;
    changes.push(...found.value);
  }
  return ok(changes);
};

/** Applies one change to many passages, over all their files, as one step. */
export const changePassages = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { passageIds, change }: Input<'bulk:change-passages'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:change-passages'>, AppError>> => {
  const confirmed = await confirmedAmong(deps, change, passageIds);
  const { archive, catalogue, machine } = deps;
  return archive.perform(async (reader) => {
    const located = await locatePassages(catalogue, passageIds);
    if (!located.ok) return located;
    const changesIn = await prepareChange(reader, machine, change, confirmed);
    if (!changesIn.ok) return changesIn;
    const changes = await changesOfAll(reader, located.value, changesIn.value);
    if (!changes.ok) return changes;
    const value = { changed: countPassages(changes.value) };
    return ok({ value, name: stepNames[change.kind], changes: changes.value });
  }, options);
};

/**
 * Records that passages are about a source, and adds the new spellings to its names: one step over all files. Fails
 * with `not-found` if the source or a passage is gone, `name-taken` if another source already has one of the spellings.
 */
export const takeNames = async (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { sourceId, spellings, passageIds }: Input<'bulk:take-names'>,
  options: PerformOptions,
): Promise<Result<Output<'bulk:take-names'>, AppError>> =>
  archive.perform(async (reader) => {
    const named = await addSpellings(reader, sourceId, { spellings, at: toTimestamp(machine.nowMs()) });
    if (!named.ok) return named;
    const located = await locatePassages(catalogue, passageIds);
    if (!located.ok) return located;
    const change = { kind: 'concerned', add: [sourceId], remove: [] } satisfies BulkChange;
    const changesIn = await prepareChange(reader, machine, change, new Set());
    if (!changesIn.ok) return changesIn;
    const changes = await changesOfAll(reader, located.value, changesIn.value);
    if (!changes.ok) return changes;
    const value = { changed: countPassages(changes.value) };
    return ok({ value, name: 'take-names', changes: [...named.value, ...changes.value] });
  }, options);

const addSpellings = async (
  reader: ArchiveReader,
  sourceId: SourceId,
  { spellings, at }: { readonly spellings: readonly string[]; readonly at: Timestamp },
): Promise<Result<readonly Change[], AppError>> => {
  const file = await reader.sources();
  if (!file.ok) return file;
  const sources = indexTree(file.value.sources);
  const source = resolveRecord(sources, sourceId);
  if (source === null) return notFound('source', sourceId);
  const added = spellings.filter((spelling) => !isNamed(source, spelling));
  if (added.length === 0) return ok([]);
  const edits = changeSource(sources, source.id, { aliases: [...source.aliases, ...added] }, at);
  return edits.ok ? ok(sourceChanges(edits.value)) : err(treeFailure('source', edits.error));
};
