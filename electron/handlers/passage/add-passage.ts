import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import { describeRanges } from '#domain/passage/edit/describe-ranges.ts';
import {
  applyPassageEdit,
  type PassageEdit,
  type PassageEditContext,
  type PassageRefusal,
} from '#domain/passage/edit/passage-edit.ts';
import { newPassage, type Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { isUngraded } from '#domain/tradecraft/grade.ts';
import { passageTextOf, refused } from '#electron/handlers/article/usable-text.ts';
import { type Made, makeOnce } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { makeTask, tasksOnPassage } from '../task/make-task.ts';
import { prepareEditContext } from './edit-context.ts';

type Adding = Input<'passage:add'>;
type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/**
 * The attributes of a new passage are set by the edits of an existing one: none for a bare highlight, for which neither
 * the tags nor the sources are read.
 */
const saidOf = ({
  tagIds,
  sourceId,
  concernedIds,
  grade,
  confirmedBecause = null,
}: Adding): PassageEdit[] => [
  ...(tagIds.length === 0 ? [] : [{ kind: 'tags' as const, tagIds }]),
  ...(sourceId === null ? [] : [{ kind: 'source' as const, sourceId }]),
  ...(concernedIds.length === 0 ? [] : [{ kind: 'concerned' as const, add: concernedIds, remove: [] }]),
  ...(isUngraded(grade) ? [] : [{ kind: 'grade' as const, grade, confirmedBecause }]),
];

const editAll = (
  passage: Passage,
  edits: readonly PassageEdit[],
  context: PassageEditContext,
): Result<Passage, PassageRefusal> =>
  edits.reduce<Result<Passage, PassageRefusal>>(
    (before, edit) => (before.ok ? applyPassageEdit(before.value, edit, context) : before),
    ok(passage),
  );

/** The requested passage. */
export const describePassage = async (
  reader: ArchiveReader,
  input: Adding,
  at: Passage['createdAt'],
): Promise<Result<Passage, AppError>> => {
  const { articleId, passageId, ranges, label, basis, note } = input;
  const text = await passageTextOf(reader, articleId);
  if (!text.ok) return text;
  const described = describeRanges(text.value, ranges);
  if (!described.ok) return refused('passage:add', described.error);
  const { selectors } = described.value;
  const manner = input.manner ?? described.value.manner;
  const passage = newPassage({ selectors, label, manner, basis, note }, { id: passageId, at });
  const edits = saidOf(input);
  if (edits.length === 0) return ok(passage);
  // No passage can support a new one yet.
  const given = { at, confirmed: new Set<PassageId>() };
  const contextOf = await prepareEditContext(
    reader,
    edits.map(({ kind }) => kind),
    given,
  );
  if (!contextOf.ok) return contextOf;
  const context = contextOf.value({ publicationId: null, text: text.value });
  const said = editAll(passage, edits, context);
  return said.ok ? said : refused('passage:add', said.error);
};

/** See makeOnce. */
export const makePassage = (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  request:
    | 'bulk:highlight'
    | 'passage:add'
    | 'passage:add-region'
    | 'passage:add-page-region'
    | 'passage:duplicate',
  articleId: ArticleId,
  { passages: standing }: Pick<AnnotationsFile, 'passages'>,
  passage: Passage,
): Promise<Result<Made<Passage>, AppError>> => {
  const isElsewhere = async (id: PassageId) => (await catalogue.articleOfPassage(id)) !== null;
  const file = { kind: 'annotations', articleId } as const;
  return makeOnce(request, { file, collection: 'passages', standing, isElsewhere }, passage);
};

/** Makes the passage with its follow-ups; these are not made again if the passage exists already. */
const makeWithTasks = async (
  deps: Deps,
  { articleId, tasks: said }: Adding,
  annotations: AnnotationsFile,
  wanted: Passage,
): Promise<Result<Made<Passage>, AppError>> => {
  const made = await makePassage(deps, 'passage:add', articleId, annotations, wanted);
  if (!made.ok || made.value.changes.length === 0) return made;
  const file = { file: { kind: 'annotations', articleId }, tasks: annotations.tasks } as const;
  const changes = [...made.value.changes];
  for (const task of tasksOnPassage(wanted.id, said, wanted.createdAt)) {
    const itsTask = await makeTask(deps, 'passage:add', file, task);
    if (!itsTask.ok) return itsTask;
    changes.push(...itsTask.value.changes);
  }
  return ok({ record: wanted, changes });
};

/** The handlers for highlighting words of a text. */
export const createAdding = (deps: Deps): Pick<HandlersOn<'passage'>, 'passage:add'> => ({
  /**
   * Highlights `ranges` (UTF-16 of the canonical text; stored in code points) as one passage with the given id, with
   * its follow-ups, in one step. It may overlap other passages. If no manner is given and all of it is in quotation
   * marks, the manner is 'direct'. A repeated request changes nothing. Fails with `range-not-on-grapheme`, with
   * `invalid-input` for ranges that extend beyond the text or overlap each other or for an id that is taken, with
   * `not-found` for a deleted tag or source, or with `not-confirmed` for credibility 1 without a reason.
   */
  'passage:add': (input) =>
    deps.archive.perform(async (reader) => {
      const annotations = await reader.annotations(input.articleId);
      if (!annotations.ok) return annotations;
      const at = toTimestamp(deps.machine.nowMs());
      const described = await describePassage(reader, input, at);
      if (!described.ok) return described;
      const made = await makeWithTasks(deps, input, annotations.value, described.value);
      if (!made.ok) return made;
      return ok({ value: made.value.record, name: 'add-passage', changes: made.value.changes });
    }),
});
