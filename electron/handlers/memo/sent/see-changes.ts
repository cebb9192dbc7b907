import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input } from '#domain/contract/requests.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { recordChanges } from '../../shared/record-changes.ts';

/** Keeps with a sent memo which changes of its evidence were seen; what it says stays as it was sent. */
export const seeChanges = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { memoId, changes: seen }: Input<'memo:see-changes'>,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.memo(memoId);
    if (!file.ok) return file;
    const before = file.value.memo;
    const { sending } = before;
    if (sending === null) return err({ code: 'memo-not-sent', referenceNumber: before.head.referenceNumber });
    const seenChanges = [...new Set([...sending.seenChanges, ...seen])].sort();
    const after = {
      ...before,
      sending: { ...sending, seenChanges },
      updatedAt: toTimestamp(machine.nowMs()),
    };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: changes.length === 0 ? before : after, name: 'see-evidence', changes });
  });
