import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { appendEvidence } from '#domain/memo/append-evidence.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { findDraft } from './find-draft.ts';
import { findEvidence } from './find-evidence.ts';

/** Cites passages in a memo that is still written, as quotations among its evidence. */
export const citePassages = (
  {
    archive,
    catalogue,
    searchIndex,
    machine,
  }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'searchIndex' | 'machine'>,
  { memoId, passageIds }: Input<'memo:cite-passages'>,
): Promise<Result<Output<'memo:cite-passages'>, AppError>> =>
  archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const evidence = await findEvidence({ reader, catalogue, searchIndex }, { kind: 'passages', passageIds });
    if (!evidence.ok) return evidence;
    const { content, added } = appendEvidence(before.content, evidence.value.passages);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    const value = { memoId, referenceNumber: before.head.referenceNumber, added: added.length };
    return ok({ value, name: 'cite-passages', changes });
  });
