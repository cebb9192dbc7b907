import type { InputOf } from '#domain/contract/any-request.ts';
import { eventSettleLines } from '#domain/contract/event.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { sayDone } from '#renderer/window/notices.ts';
import { raiseUndoRevision } from '#renderer/window/undo-revision.ts';

/** Updates or keeps lines of a memo whose events have changed, as one undo step. */
export const settleEventLines = async (asked: InputOf<typeof eventSettleLines>): Promise<void> => {
  await flushAll();
  const answer = await act(eventSettleLines, asked);
  if (!answer.ok) return;
  const { settled } = answer.value;
  if (settled === 0) return sayDone('The chronology is up to date');
  // The editor has its own copy of the text and reloads it.
  raiseUndoRevision();
  sayUndoable(`${printCount(settled, 'line')} ${asked.how === 'update' ? 'updated' : 'kept as it is'}`);
};
