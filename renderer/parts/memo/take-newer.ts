import type { InputOf } from '#domain/contract/any-request.ts';
import { memoTakeNewer } from '#domain/contract/memo.ts';
import type { MemoId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';

/** Cites the newest versions in a memo in place of older ones, as one undo step. */
export const takeNewer = async (
  memoId: MemoId,
  passages: InputOf<typeof memoTakeNewer>['passages'],
): Promise<void> => {
  await flushAll();
  const answer = await act(memoTakeNewer, { memoId, passages });
  if (!answer.ok) return;
  const { taken } = answer.value;
  if (taken === 0) return sayDone('No citation has a newer version to cite');
  // The editor has its own copy of the text and reloads it.
  raiseUndoRevision();
  sayUndoable(`${printCount(taken, 'citation')} now ${taken === 1 ? 'cites' : 'cite'} the newest version`);
};
