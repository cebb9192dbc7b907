import { newMemoIds, newRemarkId } from '../../support/archive/sample-ids.ts';
import { sendActed, startActedRound, updateActed } from '../../support/archives/acted-archive.ts';
import { succeed } from '../../support/workbench/results.ts';
import { pick, step } from './undoable-act.ts';

/** The requests on memos, with what each is to undo. */
export const memoActsAndUndo = {
  'memo:create': [
    step('add-memo', ({ handlers, articleId }, round) =>
      handlers['memo:create']({
        ...newMemoIds(),
        title: `Memo ${round}`,
        template: 'bluf',
        marking: null,
        from: { kind: 'article', articleId },
      }),
    ),
  ],
  'memo:duplicate': [
    step('add-memo', ({ handlers, memoId }) =>
      handlers['memo:duplicate']({ memoId, newMemoId: newMemoIds().memoId }),
    ),
  ],
  'memo:save': [
    step('edit-memo', async ({ handlers, memoId }, round) => {
      const { head } = succeed(await handlers['memo:open']({ memoId })).memo;
      return handlers['memo:save']({
        memoId,
        head: { ...head, for: `For ${round}` },
        editId: `edit ${round}`,
      });
    }),
  ],
  'memo:set-state': [
    step('set-memo-state', ({ handlers, memoId }, round) =>
      handlers['memo:set-state']({ memoId, state: pick(['in-review', 'draft'], round) }),
    ),
  ],
  'memo:verify': 'this machine only',
  'memo:open-returned': 'this machine only',
  'memo:export-comparison': 'this machine only',
  'memo:snapshot': 'adds what is never changed',
  'memo:restore': [
    step('restore-snapshot', async ({ handlers, memoId }) => {
      const rows = succeed(await handlers['memo:snapshots']({ memoId }));
      for (const { id: snapshotId } of rows) {
        const states = { old: { memoId, snapshotId }, fresh: { memoId, snapshotId: null } };
        const { blocks } = succeed(await handlers['memo:compare'](states));
        if (blocks.length > 0) return handlers['memo:restore']({ memoId, snapshotId });
      }
      throw new Error('each snapshot says what the memo says');
    }),
  ],
  'memo:send': [step('send-memo', ({ handlers, memoId }) => sendActed(handlers, memoId))],
  'memo:start-round': [step('start-round', ({ handlers, memoId }) => startActedRound(handlers, memoId))],
  'memo:close-round': [
    step('change-round', async ({ handlers, reviewedMemoId: memoId, roundId }, round) =>
      handlers['memo:close-round']({ memoId, roundId, isClosed: pick([true, false], round) }),
    ),
  ],
  'memo:add-comment': [
    step('add-comment', ({ handlers, reviewedMemoId: memoId }, round) =>
      handlers['memo:add-comment']({
        ...{ memoId, remarkId: newRemarkId(), place: null },
        ...{ text: `Comment ${round}`, repliesTo: null },
      }),
    ),
  ],
  'memo:settle-remarks': [
    step('settle-remarks', ({ handlers, reviewedMemoId: memoId, remarkId }, round) =>
      handlers['memo:settle-remarks']({
        memoId,
        settled: [{ remarkId, state: pick(['done', 'open'], round), reason: '' }],
      }),
    ),
  ],
  'memo:add-review': [step('add-review', ({ handlers }) => handlers['memo:add-review']({}))],
  'memo:see-changes': [
    step('see-evidence', ({ handlers, sentMemoId: memoId }, round) =>
      handlers['memo:see-changes']({ memoId, changes: [`edited ${round}`] }),
    ),
  ],
  'memo:supersede': [step('supersede-memo', updateActed)],
  'memo:state-reason': [
    step('state-reason', ({ handlers, memoId }, round) =>
      handlers['memo:state-reason']({
        memoId,
        finding: { rule: 'negation-omitted', place: `place ${round}` },
        reason: 'It is said of another.',
      }),
    ),
  ],
  'memo:take-newer': [
    step('take-newer-versions', ({ handlers, memoId }) =>
      handlers['memo:take-newer']({ memoId, passages: 'same' }),
    ),
  ],
  'memo:cite-passages': [
    step('cite-passages', ({ handlers, memoId, passages }) =>
      handlers['memo:cite-passages']({ memoId, passageIds: [passages.rates.id] }),
    ),
  ],
  'memo:choose-figure': 'adds what is never changed',
  'memo:add-figure': 'adds what is never changed',
  'memo:crop-figure': 'adds what is never changed',
  'memo:add-region-figure': 'adds what is never changed',
  'memo:answer-sheet': 'this machine only',
  'memo:export': 'this machine only',
  'memo:cancel-export': 'this machine only',
  'memo:copy-passages': 'this machine only',
  'memo:choose-export-folder': 'this machine only',
  'memo:copy-email': 'this machine only',
  'memo:drag': 'this machine only',
  'memo:reveal': 'this machine only',
  'memo:delete': [step('delete-memo', ({ handlers, memoId }) => handlers['memo:delete']({ memoId }))],
} as const;
