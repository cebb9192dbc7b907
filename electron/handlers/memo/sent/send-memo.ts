import { basename, join, parse } from 'node:path';
import type { RecordChange } from '#domain/archive/changes.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { ExportedFile } from '#domain/contract/memo-export.ts';
import type { SentMemo } from '#domain/contract/memo-sent.ts';
import type { Input } from '#domain/contract/requests.ts';
import { type MemoId, type SnapshotId, snapshotIdSchema } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoDocument } from '#domain/memo/memo-document.ts';
import { keyOfChange } from '#domain/memo/sent/evidence-change.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { linksToFollow, type Snapshot } from '#domain/memo/snapshot/snapshot.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { type Timestamp, toTimestamp } from '#domain/time.ts';
import type { ArchiveReader } from '#electron/ports/archive.ts';
import type { HandlerDeps } from '../../handler-deps.ts';
import { invalidInput } from '../../shared/failures.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { sha256Of } from '../../shared/sha-256.ts';
import { refusalOf } from '../export-memo.ts';
import { dressMemo, type PreparedMemo } from '../prepare-memo.ts';
import { styleMemo } from '../style-memo.ts';
import { freezeMemo } from './freeze-memo.ts';
import { prepareDraft } from './prepare-draft.ts';
import { sentSnapshots } from './snapshots-of.ts';

/** Marks the memo that `memo` supersedes as no longer valid. One that can't be read is unchanged. */
const endSuperseded = async (
  reader: ArchiveReader,
  { kind, supersedesId }: Memo,
  updatedAt: Timestamp,
): Promise<readonly RecordChange[]> => {
  const file = supersedesId === null ? null : await reader.memo(supersedesId);
  if (!file?.ok || !isSent(file.value.memo)) return [];
  const before = file.value.memo;
  const state = kind === 'withdrawal' ? 'withdrawn' : 'superseded';
  const after = { ...before, state, updatedAt } as const;
  return recordChanges({ kind: 'memo', memoId: before.id }, 'memo', before, after);
};

type Asked = NonNullable<Input<'memo:send'>['file']>;

/** A file that an act sends to others, and the request for it. */
export type OutgoingFile = Omit<Asked, 'parts'> & {
  readonly document: MemoDocument;
  readonly request: 'memo:send' | 'memo:start-round';
};

type StagedFile = { readonly exported: NonNullable<Snapshot['exported']>; readonly bytes: Uint8Array };

/** Makes a file that goes to others, and writes it to the disk under a temporary name. */
export const stageFile = async (
  deps: HandlerDeps,
  snapshot: Snapshot,
  { format, options, fileName, replaces, document, request }: OutgoingFile,
): Promise<Result<StagedFile, AppError>> => {
  const path = join(deps.desktop.exportFolder(), fileName);
  if (basename(path) !== fileName) return invalidInput(request, 'fileName: is no name of a file');
  const made = await deps.memoWriters[format].write(document, options);
  if (!made.ok) return made;
  const { bytes, pages } = made.value;
  const sending = { archiveId: deps.archive.info.id, snapshotId: snapshot.id };
  const staged = await deps.sentFiles.stage(path, bytes, sending, { replaces });
  if (!staged.ok) return staged;
  const exported = { format, fileName, bytes: bytes.length, pages, sha256: sha256Of(bytes) };
  return ok({ exported, bytes });
};

/** Makes the readers' file from the memo in its sent state, so that no page says that it is a draft. */
const stageSent = async (
  deps: HandlerDeps,
  prepared: PreparedMemo,
  snapshot: Snapshot,
  { parts, ...asked }: Asked,
): Promise<Result<Snapshot['exported'], AppError>> => {
  const stateMark = parts.stateMark === 'none' ? 'none' : 'by-state';
  const document = await dressMemo(deps, prepared, snapshot, { ...parts, stateMark });
  if (!document.ok) return document;
  const file = { ...asked, document: document.value, request: 'memo:send' } as const;
  const staged = await stageFile(deps, snapshot, file);
  return staged.ok ? ok(staged.value.exported) : staged;
};

/** Gives the file its final name. If that fails, the act is still complete, and the next start renames it. */
export const placeFile = async (
  { archive, desktop, sentFiles }: HandlerDeps,
  snapshotId: SnapshotId,
  { fileName, pages, bytes }: ExportedFile,
  replaces: boolean,
): Promise<ExportedFile | null> => {
  const path = join(desktop.exportFolder(), fileName);
  const placed = await sentFiles.place(path, { archiveId: archive.info.id, snapshotId }, { replaces });
  return placed.ok ? { fileName, pages, bytes } : null;
};

/** The changes of its evidence that the analyst has marked as intended: any other prevents the sending. */
const changesKnown = async (
  { catalogue }: Pick<HandlerDeps, 'catalogue'>,
  memoId: MemoId,
): Promise<string[]> => {
  const row = (await catalogue.memos()).find(({ id }) => id === memoId);
  return [...new Set((row?.evidenceChanges ?? []).map(keyOfChange))].sort();
};

/**
 * Sends a memo as one act: it is checked, the file for its readers is made, and the memo is frozen with its evidence
 * and that file; the memo that it supersedes ends; one step. Precis itself sends nothing. Fails with `memo-is-sent` for
 * one that was sent before, and with every error of an export; then no file is left.
 */
export const sendMemo = async (
  deps: HandlerDeps,
  { memoId, file, ...said }: Input<'memo:send'>,
): Promise<Result<SentMemo, AppError>> => {
  const { archive, catalogue, machine } = deps;
  // Newer versions of its evidence have to be known.
  await catalogue.ready;
  const snapshotId = snapshotIdSchema.parse(machine.newId());
  const sent = await archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const before = prepared.value.memo;
    const refusal = await refusalOf(prepared.value);
    if (refusal !== null) return err(refusal);
    const follows = [...linksToFollow(await sentSnapshots(reader), sha256Of)];
    // A sent memo is always printed as it was sent, so the citations in its present citation style are frozen too.
    const styled = await styleMemo(deps, prepared.value, prepared.value.document);
    if (!styled.ok) return styled;
    const asSent = { ...prepared.value, document: styled.value };
    const taken = { ...freezeMemo({ machine }, asSent, 'sending'), id: snapshotId, follows };
    const at = toTimestamp(machine.nowMs());
    const recipients = [...new Set(said.recipients)];
    const sending = { ...said, recipients, snapshotId, seenChanges: await changesKnown(deps, memoId) };
    const after: Memo = { ...before, state: 'sent', sending, updatedAt: at };
    const exported =
      file === null ? ok(null) : await stageSent(deps, { ...prepared.value, memo: after }, taken, file);
    if (!exported.ok) return exported;
    const changes = [
      ...recordChanges({ kind: 'memo', memoId }, 'memo', before, after),
      ...(await endSuperseded(reader, before, at)),
    ];
    const snapshot = { ...taken, exported: exported.value };
    return ok({
      value: { memo: after, exported: exported.value },
      name: 'send-memo',
      changes,
      newSnapshots: [snapshot],
    });
  });
  if (!sent.ok) {
    await deps.sentFiles.discard(deps.desktop.exportFolder(), { archiveId: archive.info.id, snapshotId });
    return sent;
  }
  const { memo, exported } = sent.value;
  const placed =
    file === null || exported === null ? null : await placeFile(deps, snapshotId, exported, file.replaces);
  return ok({ memo, file: placed });
};

/** A name similar to one that is taken: "memo (2).pdf". */
const besides = (fileName: string, number: number): string => {
  const { name, ext } = parse(fileName);
  return `${name} (${number})${ext}`;
};

const MAX_NAMES = 100;

type Finishing = Pick<HandlerDeps, 'archive' | 'desktop' | 'sentFiles'>;

/** Gives the file of a memo for readers or reviewers its name, or a similar one if that is taken. */
const placeLate = async (
  { archive, desktop, sentFiles }: Finishing,
  memoId: MemoId,
  snapshotId: SnapshotId,
): Promise<void> => {
  const snapshot = await archive.snapshot(memoId, snapshotId);
  const exported = snapshot.ok ? snapshot.value.snapshot.exported : null;
  if (exported === null) return;
  const of = { archiveId: archive.info.id, snapshotId };
  for (let number = 1; number <= MAX_NAMES; number += 1) {
    const name = number === 1 ? exported.fileName : besides(exported.fileName, number);
    const placed = await sentFiles.place(join(desktop.exportFolder(), name), of, { replaces: false });
    if (placed.ok || placed.error.code !== 'file-exists') return;
  }
};

/** The snapshots of which a file went to readers or reviewers. */
const snapshotsOut = async (
  archive: Finishing['archive'],
  memoId: MemoId,
): Promise<readonly SnapshotId[]> => {
  const file = await archive.memo(memoId);
  const review = await archive.review(memoId);
  const sent = file.ok ? (file.value.memo.sending?.snapshotId ?? null) : null;
  return [
    ...(sent === null ? [] : [sent]),
    ...(review.ok ? review.value.rounds.map(({ snapshotId }) => snapshotId) : []),
  ];
};

/**
 * Completes interrupted sendings of this archive: the file of a memo for readers or reviewers gets its name; a file
 * without a stored record is removed.
 */
export const finishSendings = async (deps: Finishing): Promise<void> => {
  const { archive, desktop, sentFiles } = deps;
  const folder = desktop.exportFolder();
  const archiveId = archive.info.id;
  const waiting = new Set(await sentFiles.staged(folder, archiveId));
  for (const memoId of waiting.size === 0 ? [] : await archive.memoIds()) {
    for (const snapshotId of await snapshotsOut(archive, memoId))
      if (waiting.delete(snapshotId)) await placeLate(deps, memoId, snapshotId);
  }
  for (const snapshotId of waiting) await sentFiles.discard(folder, { archiveId, snapshotId });
};
