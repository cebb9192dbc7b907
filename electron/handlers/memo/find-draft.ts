import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import { refuseSent } from './sent/refuse-sent.ts';

/** A memo as it stands, which may still be written. Fails `memo-is-sent` where it may not. */
export const findDraft = async (reader: ArchiveReader, memoId: MemoId): Promise<Result<Memo, AppError>> => {
  const file = await reader.memo(memoId);
  if (!file.ok) return file;
  const refused = refuseSent(file.value.memo);
  return refused.ok ? ok(file.value.memo) : refused;
};
