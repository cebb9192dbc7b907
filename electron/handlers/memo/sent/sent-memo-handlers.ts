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
import { compareStates, exportComparison } from './compare-states.ts';
import { freezeMemo } from './freeze-memo.ts';
import { prepareDraft } from './prepare-draft.ts';
import { sendMemo } from './send-memo.ts';
import { listSnapshots, sameSnapshot } from './snapshots-of.ts';
import { traceJudgement } from './trace-judgement.ts';
import { verifyFile } from './verify-file.ts';

type SentMemoHandlers = Pick<HandlersOn<'memo'>, keyof typeof sentMemoRequests>;

/** Drafts the source summary statement of a memo from what it cites. Nothing is written. */
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

/** The memo once those changes of its evidence were seen; one that was not sent keeps nothing of them. */
export const withSeenChanges = (memo: Memo, seen: readonly string[], updatedAt: Memo['updatedAt']): Memo => {
  if (memo.sending === null) return memo;
  const seenChanges = [...new Set([...memo.sending.seenChanges, ...seen])].sort();
  return { ...memo, sending: { ...memo.sending, seenChanges }, updatedAt };
};

/** Keeps with a sent memo which changes of its evidence were seen; what it says stays as it was sent. */
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

/** Keeps the memo as it stands, unless the newest snapshot says the same. It is no step of undo: nothing is changed. */
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
    // What was sent is printed as it was sent, and that is kept.
    const kept = cause === 'print' && sentAs?.ok ? sentAs.value : await sameSnapshot(reader, snapshot);
    return ok({
      value: { snapshotId: kept?.id ?? snapshot.id, isNew: kept === null },
      name: 'edit-memo',
      changes: [],
      newSnapshots: kept === null ? [snapshot] : [],
    });
  });

/**
 * Keeps a memo as the last day left it, before the first edit of another one. What stands in the way of that never
 * stands in the way of the edit.
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
 * Makes a draft say what a snapshot of it says, one step of undo; how it was before is kept as a snapshot first. It
 * keeps its reference number. Fails `memo-is-sent` for one that was sent, `invalid-input` for a snapshot without a
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
 * Begins an update, a correction or a withdrawal of a memo that was sent. That one stands until the new one is sent.
 * Asked for again it changes nothing. Fails `memo-not-sent` for one that is still written, or `invalid-input` for an id
 * that is taken.
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

/** The use cases of what is kept of a memo. */
export const createSentMemoHandlers = (
  deps: HandlerDeps,
  exportedTo: Map<MemoId, string>,
): SentMemoHandlers => ({
  /** Those that can't be read stand among them, without a cause. */
  'memo:snapshots': async ({ memoId }) => {
    const memo = await deps.archive.memo(memoId);
    return memo.ok ? ok(await listSnapshots(deps.archive, memoId)) : memo;
  },

  /** Null for an original too. Fails `not-found` where the memo that it supersedes is not there any more. */
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

  /** Paragraphs that count and state; what they mean for the memo is the analyst's to say. */
  'memo:source-summary': ({ memoId }) => summariseSources(deps, memoId),

  /** Fails `not-found` where the memo does not make that judgement. */
  'memo:trail': ({ memoId, judgementId }) => traceJudgement(deps, memoId, judgementId),

  /** Fails `not-found` or `archive-damaged` where a snapshot can't be had. */
  'memo:compare': (input) => compareStates(deps, input),

  /** Fails as writing a file does. */
  'memo:export-comparison': (input) => exportComparison(deps, exportedTo, input),

  /** Fails `no-manifest` or `foreign-file` where nothing can be said; `cancelled` where no file is chosen. */
  'memo:verify': () => verifyFile(deps),

  /** No step of undo: a snapshot changes nothing. */
  'memo:snapshot': ({ memoId, wasPrinted }) =>
    keepSnapshot(deps, memoId, wasPrinted === true ? 'print' : 'by-hand'),

  /** One step of undo. Fails `memo-is-sent` for a memo that was sent. */
  'memo:restore': (input) => restoreSnapshot(deps, input),

  /**
   * One step of undo, with the memo that it supersedes; the snapshot stays in the archive. Fails `memo-is-sent` where
   * it was sent before, and for all that an export is refused for.
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

  /** Fails `memo-not-sent` for a memo of which no sending is known. */
  'memo:see-changes': (input) => seeChanges(deps, input),

  /** Fails `memo-not-sent` for a memo that is still written. */
  'memo:supersede': (input) => supersedeMemo(deps, input),
});
