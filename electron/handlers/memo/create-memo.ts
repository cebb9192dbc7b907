import type { AppError } from '#domain/contract/errors.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { newMemo } from '#domain/memo/new-memo.ts';
import { nextReferenceNumber } from '#domain/memo/reference-number.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { localToday } from '#electron/time/local-today.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { idIsTaken } from '../shared/failures.ts';
import { findRepeat } from '../shared/make-once.ts';
import { findEvidence } from './find-evidence.ts';
import { takenReferences } from './taken-references.ts';

/** The language of a new memo: that of the form's headings. */
const MEMO_LANGUAGE = 'en';

/** The memo that bears the id already; null where none does. One in the trash is not the one that is asked for. */
const memoStanding = async (reader: ArchiveReader, id: MemoId): Promise<Result<Memo | null, AppError>> => {
  if ((await reader.trashedMemos()).some((trashed) => trashed.id === id)) return idIsTaken('memo:create');
  const file = await reader.memo(id);
  if (file.ok) return ok(file.value.memo);
  return file.error.code === 'not-found' ? ok(null) : file;
};

/** What is made with the next free number of today, with those of the memo that may be the same. */
const withNumberOf = (wanted: Memo, { head: { referenceNumber, asOf } }: Memo): Memo => ({
  ...wanted,
  head: { ...wanted.head, referenceNumber, asOf },
});

/**
 * Makes a draft with the next free reference number of the year and the evidence that was asked for laid in. Asked for
 * again it changes nothing. Fails `invalid-input` for an id that is taken.
 */
export const createMemo = (
  { archive, catalogue, local, machine }: HandlerDeps,
  { memoId, judgementId, title, template, marking, from }: Input<'memo:create'>,
): Promise<Result<{ readonly memoId: MemoId }, AppError>> =>
  archive.perform(async (reader) => {
    const standing = await memoStanding(reader, memoId);
    if (!standing.ok) return standing;
    const evidence = await findEvidence(reader, catalogue, from);
    if (!evidence.ok) return evidence;
    const { numbers, unknown } = await takenReferences(reader, null);
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const { exportFrom, lexicon } = local.settings();
    const memo = newMemo({
      id: memoId,
      template,
      head: {
        title,
        referenceNumber: nextReferenceNumber(Number(today.slice(0, 4)), numbers, unknown),
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
    const there = standing.value;
    const repeat = there === null ? ok(null) : findRepeat('memo:create', [there], withNumberOf(memo, there));
    if (!repeat.ok) return repeat;
    const newMemos = there === null ? [{ memo, tasks: [] }] : [];
    return ok({ value: { memoId }, name: 'add-memo', changes: [], newMemos });
  });
