import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RequestName } from '#domain/contract/requests.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { ok, type Result } from '#domain/result.ts';
import { findRepeat } from '#electron/handlers/shared/record-changes.ts';
import type { ArchiveReader, NewMemo, PictureFile } from '#electron/ports/archive.ts';
import { idIsTaken } from '../shared/failures.ts';

/** The requested memo with the number and as-of date of the existing one, for comparing the two. */
const withNumberOf = (wanted: Memo, { head: { referenceNumber, asOf } }: Memo): Memo => ({
  ...wanted,
  head: { ...wanted.head, referenceNumber, asOf },
});

/**
 * The folders that a request for `wanted` creates: none for a repeated request, see findRepeat. An id also counts as
 * taken if a memo in the trash has it.
 */
export const makeMemoOnce = async (
  reader: ArchiveReader,
  request: RequestName,
  wanted: Memo,
  pictures: readonly PictureFile[] = [],
): Promise<Result<readonly NewMemo[], AppError>> => {
  if ((await reader.trashedMemos()).some(({ id }) => id === wanted.id)) return idIsTaken(request);
  const file = await reader.memo(wanted.id);
  if (!file.ok) return file.error.code === 'not-found' ? ok([{ memo: wanted, tasks: [], pictures }]) : file;
  const repeat = findRepeat(request, [file.value.memo], withNumberOf(wanted, file.value.memo));
  return repeat.ok ? ok([]) : repeat;
};
