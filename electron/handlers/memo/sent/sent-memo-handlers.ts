import { join } from 'node:path';
import type { sentMemoRequests } from '#domain/contract/memo-sent.ts';
import type { MemoId } from '#domain/ids.ts';
import { draftChanges } from '#domain/memo/sent/draft-changes.ts';
import { ok } from '#domain/result.ts';
import type { HandlerDeps, HandlersOn } from '../../handler-deps.ts';
import { prepareMemo } from '../prepare-memo.ts';
import { summariseSources } from '../summarise-sources.ts';
import { compareStates } from './compare-states.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { restoreSnapshot } from './restore-snapshot.ts';
import { seeChanges } from './see-changes.ts';
import { sendMemo } from './send-memo.ts';
import { listSnapshots } from './snapshots-of.ts';
import { supersedeMemo } from './supersede-memo.ts';
import { traceJudgement } from './trace-judgement.ts';
import { verifyFile } from './verify-file.ts';

type SentMemoHandlers = Pick<HandlersOn<'memo'>, keyof typeof sentMemoRequests>;

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
    return before.ok ? ok(draftChanges(before.value.memo, memo.value.memo, before.value.citations)) : before;
  },

  /** Paragraphs that count and state; what they mean for the memo is the analyst's to say. */
  'memo:source-summary': ({ memoId }) => summariseSources(deps, memoId),

  /** Fails `not-found` where the memo does not make that judgement. */
  'memo:trail': ({ memoId, judgementId }) => traceJudgement(deps, memoId, judgementId),

  /** Fails `not-found` or `archive-damaged` where a snapshot can't be had. */
  'memo:compare': (input) => compareStates(deps, input),

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
