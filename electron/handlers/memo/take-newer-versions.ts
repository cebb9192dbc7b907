import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import { lostTypedQuotes } from '#domain/memo/checks/quotes/lost-typed-quotes.ts';
import { takeNewer } from '#domain/memo/citations/take-newer.ts';
import { ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { createYielder, runYielding } from '#electron/time/yielder.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { recordChanges } from '../shared/record-changes.ts';
import { prepareDraft } from './sent/prepare-draft.ts';

/**
 * Cites the newest versions in the place of older ones: one step of undo. Where all that say the same are to take it, a
 * citation stays beside which words are quoted that the newest version does not have. Fails `memo-is-sent`.
 */
export const takeNewerVersions = async (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { memoId, passages }: Input<'memo:take-newer'>,
): Promise<Result<Output<'memo:take-newer'>, AppError>> => {
  await catalogue.ready;
  return archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { memo: before, material, citations } = prepared.value;
    const lost = await runYielding(lostTypedQuotes(before.content, material), createYielder());
    const left = new Set(lost.map(({ passageId }) => passageId));
    const { content, taken } = takeNewer(before.content, citations, passages, left);
    const after = { ...before, content, updatedAt: toTimestamp(machine.nowMs()) };
    const changes = taken === 0 ? [] : recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: { taken }, name: 'take-newer-versions', changes });
  });
};
