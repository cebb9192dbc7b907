import type { RecordChange } from '#domain/archive/changes.ts';
import type { AnnotationsFile } from '#domain/archive/files.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, RequestName } from '#domain/contract/requests.ts';
import type { ArticleId } from '#domain/ids.ts';
import {
  applyPassageEdit,
  type PassageEdit,
  type PassageEditContext,
  passageEditSteps,
} from '#domain/passage/edit/passage-edit.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { passageTextOf, refused } from '#electron/handlers/article/usable-text.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps, HandlersOn } from '../handler-deps.ts';
import { invalidInput } from '../shared/failures.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { hasPixels } from './add-page-region.ts';
import { findPassage } from './change-passage.ts';
import { confirmedAmong, prepareEditContext } from './edit-context.ts';

export type EditTarget = {
  readonly articleId: ArticleId;
  readonly passage: Passage;
  readonly annotations: Pick<AnnotationsFile, 'tasks'>;
};

export type Edited = { readonly passage: Passage; readonly changes: readonly RecordChange[] };

/** The follow-ups on a passage are deleted with it. */
const deletedTasks = ({ articleId, passage, annotations }: EditTarget, { deletedAt }: Passage) =>
  annotations.tasks
    .filter((task) => deletedAt !== null && task.passageId === passage.id && task.deletedAt === null)
    .flatMap((task) =>
      recordChanges({ kind: 'annotations', articleId }, 'tasks', task, {
        ...task,
        deletedAt,
        updatedAt: deletedAt ?? task.updatedAt,
      }),
    );

/** The changes of an edit of one passage; none if only the time of writing would differ. */
export const changesOfEdit = (
  request: RequestName,
  target: EditTarget,
  edit: PassageEdit,
  context: PassageEditContext,
): Result<Edited, AppError> => {
  const { articleId, passage } = target;
  const after = applyPassageEdit(passage, edit, context);
  if (!after.ok) return refused(request, after.error);
  const own = recordChanges({ kind: 'annotations', articleId }, 'passages', passage, after.value);
  if (own.length === 0) return ok({ passage, changes: [] });
  return ok({ passage: after.value, changes: [...own, ...deletedTasks(target, after.value)] });
};

type Editing = Input<'passage:edit'>;

const contextOfEdit = async (
  reader: ArchiveReader,
  { articleId, edit }: Editing,
  { about: { publicationId } }: AnnotationsFile,
  given: Parameters<typeof prepareEditContext>[2],
): Promise<Result<PassageEditContext, AppError>> => {
  if (edit.kind === 'reframe-page' && !(await hasPixels(reader, articleId, edit.picture)))
    return invalidInput('passage:edit', 'its pixels are not kept');
  const contextOf = await prepareEditContext(reader, [edit.kind], given);
  if (!contextOf.ok) return contextOf;
  const text = edit.kind === 'resize' ? await passageTextOf(reader, articleId) : ok(null);
  return text.ok ? ok(contextOf.value({ publicationId, text: text.value })) : text;
};

/** The handlers for changing a passage or its place: one record, one step. */
export const createEditing = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
): Pick<HandlersOn<'passage'>, 'passage:edit'> => ({
  /**
   * Makes one edit; what each kind of edit does is defined in domain/passage/edit/passage-edit.ts. A memo that cites a
   * resized or deleted passage reports it from then on. Fails with `not-found` for a deleted passage, tag or source,
   * `not-confirmed`, `range-not-on-grapheme`, or `invalid-input` for ranges outside the text and for a page picture
   * that is not stored.
   */
  'passage:edit': async (input) => {
    const { articleId, edit, editId } = input;
    const confirmed = await confirmedAmong(deps, edit, [input.passageId]);
    return deps.archive.perform(
      async (reader) => {
        const found = await findPassage(reader, input);
        if (!found.ok) return found;
        const at = toTimestamp(deps.machine.nowMs());
        const context = await contextOfEdit(reader, input, found.value.annotations, { at, confirmed });
        if (!context.ok) return context;
        const edited = changesOfEdit('passage:edit', { articleId, ...found.value }, edit, context.value);
        if (!edited.ok) return edited;
        const { passage, changes } = edited.value;
        return ok({ value: passage, name: passageEditSteps[edit.kind], changes });
      },
      editId === undefined ? {} : { editId },
    );
  },
});
