import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { draftSuccessor } from '#domain/memo/sent/draft-successor.ts';
import { isSent } from '#domain/memo/sent/is-sent.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { readForm } from '../../form/read-form.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { pictureFilesOf } from '../figure/read-pictures.ts';
import { makeMemoOnce } from '../make-memo-once.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { freeReference } from '../taken-references.ts';

/**
 * Begins an update, a correction or a withdrawal of a memo that was sent. That one stands until the new one is sent.
 * Asked for again it changes nothing. Fails `memo-not-sent` for one that is still written, or `invalid-input` for an id
 * that is taken.
 */
export const supersedeMemo = (
  { archive, catalogue, machine }: HandlerDeps,
  { memoId, kind, newMemoId }: Input<'memo:supersede'>,
): Promise<Result<Output<'memo:supersede'>, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareMemo({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { memo: before, citations } = prepared.value;
    if (!isSent(before)) return err({ code: 'memo-not-sent', referenceNumber: before.head.referenceNumber });
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const form = await readForm(reader, before.template);
    const memo = draftSuccessor(
      before,
      {
        id: newMemoId,
        kind,
        referenceNumber: await freeReference(reader, today, form?.numbering),
        asOf: today,
        at: toTimestamp(nowMs),
      },
      citations,
    );
    const pictures = await pictureFilesOf(reader, before.id, memo.content);
    const made = await makeMemoOnce(reader, 'memo:supersede', memo, pictures);
    if (!made.ok) return made;
    return ok({ value: { memoId: memo.id }, name: 'supersede-memo', changes: [], newMemos: made.value });
  });
