import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OpenPad } from '#domain/contract/pad.ts';
import type { Handlers, Input, Output } from '#domain/contract/requests.ts';
import { appendNote, appendToMemo, type PadTarget, taskTitleOf } from '#domain/pad/move-from-pad.ts';
import { PAD_ID, type Pad } from '#domain/pad/pad.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { isSameNote, type RichText } from '#domain/rich-text.ts';
import { newTask } from '#domain/task/new-task.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader, Outcome } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { composeMemo } from '../memo/create-memo.ts';
import { findDraft } from '../memo/find-draft.ts';
import { invalidInput } from '../shared/failures.ts';
import { changeOutcome, recordChanges } from '../shared/record-changes.ts';
import { makeTask } from '../task/make-task.ts';
import { taskFileOf } from '../task/task-file.ts';

type PadRequests = 'pad:read' | 'pad:write' | 'pad:move';

const openPad = (pad: Pad | undefined): OpenPad => ({ note: pad?.note ?? null });

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>;
type Arrival = Pick<Outcome<Output<'pad:move'>>, 'value' | 'changes' | 'newMemos'>;
type Arriving = Promise<Result<Arrival, AppError>>;
type To<Is extends PadTarget['kind']> = Extract<PadTarget, { kind: Is }>;

const step = 'move-from-pad';

const intoArticle = async (
  { machine }: Deps,
  reader: ArchiveReader,
  { articleId }: To<'article'>,
  moved: RichText,
): Arriving => {
  const annotations = await reader.annotations(articleId);
  if (!annotations.ok) return annotations;
  const { about } = annotations.value;
  const change = { note: appendNote(about.note, moved) };
  const at = { name: step, nowMs: machine.nowMs() } as const;
  const { changes } = changeOutcome({ kind: 'annotations', articleId }, 'about', about, change, at);
  return ok({ value: { kind: 'article' }, changes });
};

const intoMemo = async (
  { machine }: Deps,
  reader: ArchiveReader,
  { memoId }: To<'memo'>,
  moved: RichText,
): Arriving => {
  const draft = await findDraft(reader, memoId);
  if (!draft.ok) return draft;
  const { content, head } = draft.value;
  const change = { content: appendToMemo(content, moved) };
  const at = { name: step, nowMs: machine.nowMs() } as const;
  const { changes } = changeOutcome({ kind: 'memo', memoId }, 'memo', draft.value, change, at);
  return ok({ value: { kind: 'memo', memoId, referenceNumber: head.referenceNumber }, changes });
};

const intoNewMemo = async (
  deps: Deps,
  reader: ArchiveReader,
  { memoId, judgementId, title }: To<'new-memo'>,
  moved: RichText,
): Arriving => {
  const { defaultMarking: marking } = deps.local.settings();
  const begun = await composeMemo(deps, reader, { memoId, judgementId, title, template: 'bluf', marking });
  if (!begun.ok) return begun;
  const memo = { ...begun.value, content: appendToMemo(begun.value.content, moved) };
  const { referenceNumber } = memo.head;
  const newMemos = [{ memo, tasks: [] }];
  return ok({ value: { kind: 'memo', memoId, referenceNumber }, changes: [], newMemos });
};

const intoTask = async (
  deps: Deps,
  reader: ArchiveReader,
  { taskId }: To<'task'>,
  moved: RichText,
): Arriving => {
  const title = taskTitleOf(moved);
  if (title === null) return invalidInput('pad:move', 'it is longer than the title of a task');
  const found = await taskFileOf(reader, { on: 'nothing' });
  if (!found.ok) return found;
  const said = { title, kind: 'other', due: null, owner: null, passageId: null } as const;
  const wanted = newTask(taskId, said, toTimestamp(deps.machine.nowMs()));
  const made = await makeTask(deps, 'pad:move', found.value, wanted);
  return made.ok ? ok({ value: { kind: 'task' }, changes: made.value.changes }) : made;
};

const arrive = (deps: Deps, reader: ArchiveReader, to: PadTarget, moved: RichText): Arriving => {
  switch (to.kind) {
    case 'article':
      return intoArticle(deps, reader, to, moved);
    case 'memo':
      return intoMemo(deps, reader, to, moved);
    case 'new-memo':
      return intoNewMemo(deps, reader, to, moved);
    case 'task':
      return intoTask(deps, reader, to, moved);
  }
};

const leave = async (
  { machine }: Deps,
  reader: ArchiveReader,
  { before, left }: Input<'pad:move'>,
): Promise<Result<readonly RecordChange[], AppError>> => {
  const file = await reader.pad();
  if (!file.ok) return file;
  const [there] = file.value.pads;
  if (there === undefined || !isSameNote(there.note, before))
    return err({ code: 'changed-since', what: 'pad', id: PAD_ID });
  const pad: Pad = { id: PAD_ID, note: left, updatedAt: toTimestamp(machine.nowMs()) };
  return ok(recordChanges({ kind: 'pad' }, 'pads', there, pad));
};

/**
 * Moves something out of the scratch pad in one step; after a crash it is either complete or not begun. Fails with
 * `changed-since` if the pad has changed since, `memo-is-sent` for a sent memo.
 */
const moveFromPad = (deps: Deps, input: Input<'pad:move'>): Promise<Result<Output<'pad:move'>, AppError>> =>
  deps.archive.perform(async (reader) => {
    const left = await leave(deps, reader, input);
    if (!left.ok) return left;
    const arrived = await arrive(deps, reader, input.to, input.moved);
    if (!arrived.ok) return arrived;
    const { changes, ...rest } = arrived.value;
    return ok({ ...rest, name: step, changes: [...changes, ...left.value] });
  });

/** The use cases of the archive's scratch pad. */
export const createPadHandlers = (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue' | 'local' | 'machine'>,
): Pick<Handlers, PadRequests> => {
  const { archive, machine } = deps;
  return {
    'pad:read': async () => {
      const file = await archive.pad();
      return file.ok ? ok(openPad(file.value.pads[0])) : file;
    },
    'pad:write': ({ note, editId }) =>
      archive.perform(
        async (reader) => {
          const file = await reader.pad();
          if (!file.ok) return file;
          const [before = null] = file.value.pads;
          const pad: Pad = { id: PAD_ID, note, updatedAt: toTimestamp(machine.nowMs()) };
          const isBegun = before !== null || note !== null;
          const changes = isBegun ? recordChanges({ kind: 'pad' }, 'pads', before, pad) : [];
          return ok({ value: openPad(pad), name: 'edit-pad', changes });
        },
        { editId },
      ),
    'pad:move': (input) => moveFromPad(deps, input),
  };
};
