import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

/** A memo that may still be edited. Fails with `memo-is-sent` if it may not. */
export const findDraft = async (reader: ArchiveReader, memoId: MemoId): Promise<Result<Memo, AppError>> => {
  const file = await reader.memo(memoId);
  if (!file.ok) return file;
  const refused = refuseSent(file.value.memo);
  return refused.ok ? ok(file.value.memo) : refused;
};

/** Fails with `memo-is-sent` for a memo that is kept as it was sent. */
export const refuseSent = (memo: Memo): Result<null, AppError> =>
  isSent(memo) ? err({ code: 'memo-is-sent', referenceNumber: memo.head.referenceNumber }) : ok(null);
