import type { StepName } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader, NewPicture, PerformOptions } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { changeOutcome } from '../shared/record-changes.ts';
import { picturesToAdopt } from './figure/read-pictures.ts';
import { findDraft } from './find-draft.ts';
import { takenReferences } from './taken-references.ts';

/** A reference number belongs to one memo: that of another memo is refused. */
const refuseTakenReference = async (
  reader: ArchiveReader,
  before: Memo,
  { head }: Partial<Memo>,
): Promise<Result<null, AppError>> => {
  if (head === undefined || head.referenceNumber === before.head.referenceNumber) return ok(null);
  const { numbers } = await takenReferences(reader, before.id);
  return numbers.has(head.referenceNumber)
    ? err({ code: 'name-taken', name: head.referenceNumber })
    : ok(null);
};

/** Copies the files of pictures that were pasted with their figures from another memo. */
const adoptPictures = async (
  reader: ArchiveReader,
  { id: memoId, content: before }: Memo,
  { content }: Partial<Memo>,
): Promise<readonly NewPicture[]> => {
  if (content === undefined) return [];
  const files = await picturesToAdopt(reader, memoId, before, content);
  return files.map((file) => ({ holder: { kind: 'memo', id: memoId }, ...file }));
};

/** Changes one memo: one record, one step. Returns the memo after the change. Fails with `memo-is-sent`. */
export const changeMemo = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  memoId: MemoId,
  change: Partial<Memo>,
  name: StepName,
  options?: PerformOptions,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const free = await refuseTakenReference(reader, before, change);
    if (!free.ok) return free;
    const newPictures = await adoptPictures(reader, before, change);
    const at = { name, nowMs: machine.nowMs() };
    return ok({ ...changeOutcome({ kind: 'memo', memoId }, 'memo', before, change, at), newPictures });
  }, options);
