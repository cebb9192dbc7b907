import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { type FindingKey, stateReason } from '#domain/memo/stated-reason.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { findDraft } from './find-draft.ts';

/** Keeps why a finding is left as it is; null takes the reason back. Answers the memo as it then stands. */
export const stateMemoReason = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  memoId: MemoId,
  finding: FindingKey,
  reason: string | null,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const statedAt = toTimestamp(machine.nowMs());
    const next = reason === null ? null : { reason, statedAt };
    const statedReasons = stateReason(before.statedReasons, finding, next);
    const after = { ...before, statedReasons, updatedAt: statedAt };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: changes.length === 0 ? before : after, name: 'state-reason', changes });
  });
