import type { SnapshotRow } from '#domain/contract/memo.ts';
import { equalJson } from '#domain/equal-json.ts';
import { type MemoId, timeOfId } from '#domain/ids.ts';
import type { FrozenDocument } from '#domain/memo/memo-document.ts';
import type { MemoFormat } from '#domain/memo/memo-format.ts';
import type { Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';

/** The readable snapshots of a memo, the newest first, each read on demand. */
export async function* newestSnapshots(reader: ArchiveReader, memoId: MemoId): AsyncGenerator<Snapshot> {
  for (const id of (await reader.snapshotIds(memoId)).toReversed()) {
    const file = await reader.snapshot(memoId, id);
    if (file.ok) yield file.value.snapshot;
  }
}

/** The newest snapshot; null if none can be read. */
export const newestSnapshot = async (reader: ArchiveReader, memoId: MemoId): Promise<Snapshot | null> => {
  for await (const snapshot of newestSnapshots(reader, memoId)) return snapshot;
  return null;
};

/** The newest snapshot, if it has the content of `snapshot` and can be restored as well; else null. */
export const sameSnapshot = async (reader: ArchiveReader, snapshot: Snapshot): Promise<Snapshot | null> => {
  const newest = await newestSnapshot(reader, snapshot.memoId);
  const isSame =
    newest !== null &&
    equalJson(newest.document, snapshot.document) &&
    equalJson(newest.written, snapshot.written);
  return isSame ? newest : null;
};

/** The snapshots of all sent memos that are not in the trash; unreadable ones are left out. */
export const sentSnapshots = async (reader: ArchiveReader): Promise<readonly Snapshot[]> => {
  const sent: Snapshot[] = [];
  for (const memoId of await reader.memoIds()) {
    const memo = await reader.memo(memoId);
    const snapshotId = memo.ok ? (memo.value.memo.sending?.snapshotId ?? null) : null;
    const file = snapshotId === null ? null : await reader.snapshot(memoId, snapshotId);
    if (file?.ok) sent.push(file.value.snapshot);
  }
  return sent;
};

/** The newest snapshot exported in `format` with the content of `snapshot`; null if there is none. */
export const sameExport = async (
  reader: ArchiveReader,
  snapshot: Snapshot,
  format: MemoFormat,
): Promise<Snapshot | null> => {
  for await (const earlier of newestSnapshots(reader, snapshot.memoId)) {
    if (!equalJson(earlier.document, snapshot.document) || !equalJson(earlier.written, snapshot.written)) {
      return null;
    }
    if (earlier.cause === 'export' && earlier.exported?.format === format) return earlier;
  }
  return null;
};

/**
 * The number of the draft that `document` is, from 1: an export with the same content as the one before is not a new
 * draft.
 */
export const draftNumberOf = async (
  reader: ArchiveReader,
  memoId: MemoId,
  document: FrozenDocument,
): Promise<number> => {
  let number = 1;
  let later = document;
  for await (const { cause, document: exported } of newestSnapshots(reader, memoId)) {
    if (cause !== 'export') continue;
    if (!equalJson(exported, later)) number += 1;
    later = exported;
  }
  return number;
};

/** A row for each snapshot of a memo, the newest first; an unreadable one has a row too. */
export const listSnapshots = async (
  reader: ArchiveReader,
  memoId: MemoId,
): Promise<readonly SnapshotRow[]> => {
  const rows: SnapshotRow[] = [];
  for (const id of (await reader.snapshotIds(memoId)).toReversed()) {
    const file = await reader.snapshot(memoId, id);
    rows.push(
      file.ok
        ? {
            id,
            takenAt: file.value.snapshot.takenAt,
            cause: file.value.snapshot.cause,
            exported: file.value.snapshot.exported,
            by: file.value.snapshot.by ?? null,
            isRestorable: file.value.snapshot.written !== null,
          }
        : {
            id,
            takenAt: toTimestamp(timeOfId(id)),
            cause: null,
            exported: null,
            by: null,
            isRestorable: false,
          },
    );
  }
  return rows;
};
