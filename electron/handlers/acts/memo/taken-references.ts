import type { AppError } from '#domain/contract/errors.ts';
import type { MemoId } from '#domain/ids.ts';
import { ok, type Result } from '#domain/result.ts';
import type { ArchiveReader } from '../../../ports/archive.ts';

/**
 * The reference numbers of all memos but `except`, those in the trash included: a number that was given out once
 * is never given to another memo. Fails where a memo can't be read, because its number is then not known.
 */
export const takenReferences = async (
  reader: ArchiveReader,
  except: MemoId | null,
): Promise<Result<ReadonlySet<string>, AppError>> => {
  const taken = new Set((await reader.trashedMemos()).map(({ memo }) => memo.head.referenceNumber));
  for (const id of await reader.memoIds()) {
    if (id === except) continue;
    const file = await reader.memo(id);
    if (!file.ok) return file;
    taken.add(file.value.memo.head.referenceNumber);
  }
  return ok(taken);
};
