import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { findEvidence } from './find-evidence.ts';
import { makeMemoOnce } from './make-memo-once.ts';
import { freeReference } from './taken-references.ts';

/** The language of a new memo: that of the form's headings. */
const MEMO_LANGUAGE = 'en';

/**
 * Makes a draft that has the next free reference number of the year and cites the evidence that was asked for. Asked
 * for again it changes nothing. Fails `invalid-input` for an id that is taken.
 */
export const createMemo = (
  { archive, catalogue, local, machine }: HandlerDeps,
  { memoId, judgementId, title, template, marking, from }: Input<'memo:create'>,
): Promise<Result<{ readonly memoId: MemoId }, AppError>> =>
  archive.perform(async (reader) => {
    const evidence = await findEvidence(reader, catalogue, from);
    if (!evidence.ok) return evidence;
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const { exportFrom, lexicon } = local.settings();
    const memo = newMemo({
      id: memoId,
      template,
      head: {
        title,
        referenceNumber: await freeReference(reader, today),
        from: exportFrom,
        language: MEMO_LANGUAGE,
        lexicon,
      },
      asOf: today,
      marking,
      evidence: evidence.value.passages,
      evidenceMarkings: evidence.value.markings,
      judgementId,
      at: toTimestamp(nowMs),
    });
    const made = await makeMemoOnce(reader, 'memo:create', memo);
    if (!made.ok) return made;
    return ok({ value: { memoId }, name: 'add-memo', changes: [], newMemos: made.value });
  });
