import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { appendEvidence } from '#domain/memo/append-evidence.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { withFigures } from './figure/cut-regions.ts';
import { findDraft } from './find-draft.ts';
import { findEvidence } from './find-evidence.ts';

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine' | 'figures'>;

/** Cites passages in a memo that is still written, as quotations and figures among its evidence. */
export const citePassages = async (
  deps: Deps,
  { memoId, passageIds }: Input<'memo:cite-passages'>,
): Promise<Result<Output<'memo:cite-passages'>, AppError>> => {
  const { archive, catalogue, machine } = deps;
  // Cutting pictures takes long, and other acts go on meanwhile.
  const evidence = await findEvidence({ reader: archive, catalogue }, { kind: 'passages', passageIds });
  if (!evidence.ok) return evidence;
  const { passages, files } = await withFigures(deps, evidence.value.passages);
  return archive.perform(async (reader) => {
    const draft = await findDraft(reader, memoId);
    if (!draft.ok) return draft;
    const before = draft.value;
    const { content, added } = appendEvidence(before.content, passages);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    const value = { memoId, referenceNumber: before.head.referenceNumber, added: added.length };
    const newPictures = files.map((file) => ({ holder: { holds: 'memo', id: memoId } as const, ...file }));
    return ok({ value, name: 'cite-passages', changes, newPictures });
  });
};
