import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { duplicateMemo as duplicate } from '#domain/memo/duplicate-memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { readForm } from '../form/read-form.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { pictureFilesOf } from './figure/read-pictures.ts';
import { makeMemoOnce } from './make-memo-once.ts';
import { freeReference } from './taken-references.ts';

/**
 * Makes a draft of the text of a memo, whatever the state of that. Asked for again it changes nothing. Fails
 * `invalid-input` for an id that is taken.
 */
export const duplicateMemo = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { memoId, newMemoId }: Input<'memo:duplicate'>,
): Promise<Result<Output<'memo:duplicate'>, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.memo(memoId);
    if (!file.ok) return file;
    const before = file.value.memo;
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const form = await readForm(reader, before.template);
    const memo = duplicate(before, {
      id: newMemoId,
      referenceNumber: await freeReference(reader, today, form?.numbering),
      asOf: today,
      at: toTimestamp(nowMs),
    });
    const pictures = await pictureFilesOf(reader, before.id, memo.content);
    const made = await makeMemoOnce(reader, 'memo:duplicate', memo, pictures);
    if (!made.ok) return made;
    return ok({ value: { memoId: newMemoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });
