import { join } from 'node:path';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { SourceSummary } from '#domain/contract/memo.ts';
import type { sentMemoRequests } from '#domain/contract/memo-sent.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { MemoId } from '#domain/ids.ts';
import { printRuns } from '#domain/memo/document/print-runs.ts';
import { printScopeOf } from '#domain/memo/document/print-scope.ts';
import type { Memo } from '#domain/memo/memo.ts';
import { draftChanges } from '#domain/memo/sent/draft-changes.ts';
import { draftSuccessor } from '#domain/memo/sent/draft-successor.ts';
import { isSent } from '#domain/memo/sent/sent-state.ts';
import { plainRuns } from '#domain/memo/snapshot/plain-document.ts';
import { draftSourceSummary } from '#domain/memo/source-summary/draft-source-summary.ts';
import { err, ok, type Result } from '#domain/result.ts';
import { toTimestamp } from '#domain/time.ts';
import { localToday } from '#electron/time/local-today.ts';
import { readForm, readOwnTerms } from '../../form/read-form.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { recordChanges } from '../../shared/record-changes.ts';
import { pictureFilesOf } from '../figure/read-pictures.ts';
import { makeMemoOnce } from '../make-memo-once.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { freeReference } from '../taken-references.ts';
import { compareStates, exportComparison, type OpenedFiles, openReturned } from './compare-states.ts';
import { freezeMemo } from './freeze-memo.ts';
import { prepareDraft } from './prepare-draft.ts';
import { sendMemo } from './send-memo.ts';
import { listSnapshots, sameSnapshot } from './snapshots-of.ts';
import { traceJudgement } from './trace-judgement.ts';
import { verifyFile } from './verify-file.ts';

type SentMemoHandlers = Pick<HandlersOn<'memo'>, (typeof sentMemoRequests)[number]['name']>;

/** Drafts the source summary statement of a memo from its citations. Nothing is written. */
const summariseSources = async (
  deps: Pick<HandlerDeps, 'archive' | 'catalogue'>,
  memoId: MemoId,
): Promise<Result<SourceSummary, AppError>> => {
  const prepared = await prepareMemo(deps, memoId);
  if (!prepared.ok) return prepared;
  const { memo, material } = prepared.value;
  const paragraphs = draftSourceSummary(memo, material);
  const scope = printScopeOf(memo, material);
  return ok({
    paragraphs,
    texts: paragraphs.map(({ content = [] }) => plainRuns(printRuns(content, scope))),
  });
};

/** The memo with those changes of its evidence recorded as seen; a memo that was not sent records none. */
export const withSeenChanges = (memo: Memo, seen: readonly string[], updatedAt: Memo['updatedAt']): Memo => {
  if (memo.sending === null) return memo;
  const seenChanges = [...new Set([...memo.sending.seenChanges, ...seen])].sort();
  return { ...memo, sending: { ...memo.sending, seenChanges }, updatedAt };
};

/** Records with a sent memo which changes of its evidence were seen; its content stays as it was sent. */
const seeChanges = (
  { archive, machine }: Pick<HandlerDeps, 'archive' | 'machine'>,
  { memoId, changes: seen }: Input<'memo:see-changes'>,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const file = await reader.memo(memoId);
    if (!file.ok) return file;
    const before = file.value.memo;
    if (before.sending === null)
      return err({ code: 'memo-not-sent', referenceNumber: before.head.referenceNumber });
    const after = withSeenChanges(before, seen, toTimestamp(machine.nowMs()));
    const changes = recordChanges({ kind: 'memo', memoId }, 'memo', before, after);
    return ok({ value: changes.length === 0 ? before : after, name: 'see-evidence', changes });
  });

/**
 * Stores a snapshot of the memo, unless the newest one has the same content. It is not an undo step, since nothing is
 * changed.
 */
const keepSnapshot = (
  { archive, catalogue, machine }: Deps,
  memoId: MemoId,
  cause: 'by-hand' | 'print' | 'daily',
): Promise<Result<Output<'memo:snapshot'>, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareMemo({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { sentAs } = prepared.value;
    const snapshot = freezeMemo({ machine }, prepared.value, cause);
    // A sent memo is printed as it was sent, so that snapshot is used.
    const kept = cause === 'print' && sentAs?.ok ? sentAs.value : await sameSnapshot(reader, snapshot);
    return ok({
      value: { snapshotId: kept?.id ?? snapshot.id, isNew: kept === null },
      name: 'edit-memo',
      changes: [],
      newSnapshots: kept === null ? [snapshot] : [],
    });
  });

/**
 * Stores a daily snapshot of a memo before its first edit of the day. A failure of the snapshot never prevents the
 * edit.
 */
export const createDailySnapshots = (deps: Deps): ((memoId: MemoId) => Promise<void>) => {
  const lookedOn = new Map<MemoId, string>();
  return async (memoId) => {
    const today = localToday(deps.machine.nowMs());
    if (lookedOn.get(memoId) === today) return;
    lookedOn.set(memoId, today);
    const file = await deps.archive.memo(memoId);
    if (!file.ok || localToday(Date.parse(file.value.memo.updatedAt)) === today) return;
    await keepSnapshot(deps, memoId, 'daily');
  };
};

type Deps = Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>;

/**
 * Restores the content of a snapshot in a draft, as one undo step; the content before is stored as a snapshot first.
 * The reference number is kept. Fails with `memo-is-sent` for a sent memo, `invalid-input` for a snapshot without a
 * text.
 */
const restoreSnapshot = (
  { archive, catalogue, machine }: Pick<HandlerDeps, 'archive' | 'catalogue' | 'machine'>,
  { memoId, snapshotId }: Input<'memo:restore'>,
): Promise<Result<Memo, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareDraft({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const before = prepared.value.memo;
    const file = await reader.snapshot(memoId, snapshotId);
    if (!file.ok) return file;
    const { written } = file.value.snapshot;
    if (written === null) {
      const problems = ['snapshotId: holds no text that could be restored'];
      return err({ code: 'invalid-input', request: 'memo:restore', problems });
    }
    const head = { ...written.head, referenceNumber: before.head.referenceNumber };
    const after: Memo = { ...before, ...written, head, updatedAt: toTimestamp(machine.nowMs()) };
    const snapshot = freezeMemo({ machine }, prepared.value, 'by-hand');
    const isKept = (await sameSnapshot(reader, snapshot)) !== null;
    return ok({
      value: after,
      name: 'restore-snapshot',
      changes: recordChanges({ kind: 'memo', memoId }, 'memo', before, after),
      newSnapshots: isKept ? [] : [snapshot],
    });
  });

/**
 * Begins an update, a correction or a withdrawal of a sent memo, which remains valid until the new one is sent. A
 * repeated request changes nothing. Fails with `memo-not-sent` for one that can still be edited, or `invalid-input` for
 * an id that is taken.
 */
const supersedeMemo = (
  { archive, catalogue, machine }: HandlerDeps,
  { memoId, kind, newMemoId }: Input<'memo:supersede'>,
): Promise<Result<Output<'memo:supersede'>, AppError>> =>
  archive.perform(async (reader) => {
    const prepared = await prepareMemo({ archive: reader, catalogue }, memoId);
    if (!prepared.ok) return prepared;
    const { memo: before, citations, material } = prepared.value;
    if (!isSent(before)) return err({ code: 'memo-not-sent', referenceNumber: before.head.referenceNumber });
    const nowMs = machine.nowMs();
    const today = localToday(nowMs);
    const form = await readForm(reader, before.template);
    const memo = draftSuccessor(
      before,
      {
        id: newMemoId,
        kind,
        referenceNumber: await freeReference(reader, today, form?.numbering),
        asOf: today,
        at: toTimestamp(nowMs),
      },
      citations,
      { was: material.terms, is: await readOwnTerms(reader, { ...before, sending: null }) },
    );
    const pictures = await pictureFilesOf(reader, before.id, memo.content);
    const made = await makeMemoOnce(reader, 'memo:supersede', memo, pictures);
    if (!made.ok) return made;
    return ok({ value: { memoId: memo.id }, name: 'supersede-memo', changes: [], newMemos: made.value });
  });

/** The use cases of snapshots and sent memos. */
export const createSentMemoHandlers = (
  deps: HandlerDeps,
  exportedTo: Map<MemoId, string>,
  opened: OpenedFiles = new Map(),
): SentMemoHandlers => ({
  /** Unreadable ones are listed too, without a cause. */
  'memo:snapshots': async ({ memoId }) => {
    const memo = await deps.archive.memo(memoId);
    return memo.ok ? ok(await listSnapshots(deps.archive, memoId)) : memo;
  },

  /** Null for an original too. Fails with `not-found` if the superseded memo no longer exists. */
  'memo:changes': async ({ memoId }) => {
    const memo = await deps.archive.memo(memoId);
    if (!memo.ok) return memo;
    const { supersedesId } = memo.value.memo;
    if (supersedesId === null) return ok(null);
    const before = await prepareMemo(deps, supersedesId);
    if (!before.ok) return before;
    const was = { memo: before.value.memo, terms: before.value.material.terms };
    const now = { memo: memo.value.memo, terms: await readOwnTerms(deps.archive, memo.value.memo) };
    return ok(draftChanges(was, now, before.value.citations));
  },

  /** Paragraphs that count and state facts; what these mean for the memo is left to the analyst. */
  'memo:source-summary': ({ memoId }) => summariseSources(deps, memoId),

  /** Fails with `not-found` if the memo does not contain that judgement. */
  'memo:trail': ({ memoId, judgementId }) => traceJudgement(deps, memoId, judgementId),

  /** Fails with `not-found` or `archive-damaged` if a snapshot can't be read. */
  'memo:compare': (input) => compareStates(deps, opened, input),

  /** Fails as writing a file does. */
  'memo:export-comparison': (input) => exportComparison(deps, { exportedTo, opened }, input),

  /** A document that can't be read is an answer with the reason, not a failure. */
  'memo:open-returned': () => openReturned(deps, opened),

  /** Fails with `no-manifest` or `foreign-file` if the file can't be checked; `cancelled` if no file is chosen. */
  'memo:verify': () => verifyFile(deps),

  /** Not an undo step: a snapshot changes nothing. */
  'memo:snapshot': ({ memoId, wasPrinted }) =>
    keepSnapshot(deps, memoId, wasPrinted === true ? 'print' : 'by-hand'),

  /** One undo step. Fails with `memo-is-sent` for a sent memo. */
  'memo:restore': (input) => restoreSnapshot(deps, input),

  /**
   * One undo step, together with the superseded memo; the snapshot stays in the archive. Fails with `memo-is-sent` if
   * it was sent before, and with every error of an export.
   */
  'memo:send': async (input) => {
    const sent = await sendMemo(deps, input);
    if (!sent.ok) return sent;
    // A file of the draft is never offered as the one that was sent.
    const { file } = sent.value;
    if (file === null) exportedTo.delete(input.memoId);
    else exportedTo.set(input.memoId, join(deps.desktop.exportFolder(), file.fileName));
    return sent;
  },

  /** Fails with `memo-not-sent` for a memo without a recorded sending. */
  'memo:see-changes': (input) => seeChanges(deps, input),

  /** Fails with `memo-not-sent` for a memo that can still be edited. */
  'memo:supersede': (input) => supersedeMemo(deps, input),
});
