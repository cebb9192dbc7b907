import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { RoundId } from '#domain/ids.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { namesIn } from '#domain/memo/verify/manifest.ts';
import { ok, type Result } from '#domain/result.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { dressMemoByNumber, type PreparedMemo } from '../prepare-memo.ts';

/**
 * The document of a round. It contains a manifest, by which it is recognised when it comes back. Portion markings are
 * left out, because they are not words of the memo.
 */
export const dressForReview = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  prepared: PreparedMemo,
  snapshot: Snapshot,
  roundId: RoundId,
): Promise<Result<MemoDocument, AppError>> => {
  const parts = { metadata: true, portionMarks: false, stateMark: 'by-state' } as const;
  const dressed = await dressMemoByNumber(deps, prepared, snapshot, parts);
  if (!dressed.ok) return dressed;
  const { manifest } = dressed.value;
  if (manifest === null) throw new Error('A file for reviewers names its memo.');
  return ok({ ...dressed.value, manifest: { ...manifest, round: namesIn(manifest, sha256Of).of(roundId) } });
};
