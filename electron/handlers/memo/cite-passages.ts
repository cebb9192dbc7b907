import type { AppError } from '#domain/contract/errors.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { appendEvidence } from '#domain/memo/append-evidence.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { findEvidence } from './find-evidence.ts';
import { refuseSent } from './sent/refuse-sent.ts';

/** Lays passages into a memo that is still written, as quotations among its evidence. */
export const citePassages = (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { memoId, passageIds }: Input<'memo:cite-passages'>,
): Promise<Result<Output<'memo:cite-passages'>, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.memo(memoId);
    if (!file.ok) return file;
    const before = file.value.memo;
    const refused = refuseSent(before);
    if (!refused.ok) return refused;
    const evidence = await findEvidence(reader, catalogue, { kind: 'passages', passageIds });
    if (!evidence.ok) return evidence;
    const { content, added } = appendEvidence(before.content, evidence.value.passages);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    const value = { memoId, referenceNumber: before.head.referenceNumber, added: added.length };
    return ok({ value, name: 'cite-passages', changes });
  });
