/** Snapshots of memos, for tests of what is kept of them. */
import { snapshotIdSchema } from '#domain/ids.ts';
import type { MemoMaterial } from '#domain/memo/citations/memo-material.ts';
import { buildMemoDocument } from '#domain/memo/document/build-memo-document.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { takeSnapshot } from '#domain/memo/snapshot/take-snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import { newSampleId } from '../archive/sample-ids.ts';
import { sha256Of } from '../texts/sha256-of.ts';

const nothing: MemoMaterial = { articles: new Map(), sources: [], tasks: [], sha256: sha256Of };

/** A snapshot of `memo` on its evidence. */
export const sampleSnapshot = (
  memo: Memo,
  material: MemoMaterial = nothing,
  changed: Partial<Snapshot> = {},
): Snapshot => ({
  ...takeSnapshot(
    { memo, material, document: buildMemoDocument(memo, material) },
    {
      id: snapshotIdSchema.parse(newSampleId()),
      takenAt: toTimestamp(Date.parse('2024-04-24T10:00:00.000Z')),
      cause: 'by-hand',
      exported: null,
    },
  ),
  ...changed,
});
