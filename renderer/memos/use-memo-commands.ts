import type { MemoRow } from '#domain/contract/rows.ts';
import { type MemoState, memoStates } from '#domain/memo/memo.ts';
import { act } from '#renderer/bridge/act.ts';
import { runCommand, useCommands } from '#renderer/commands/commands.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

type NamedMemo = Pick<MemoRow, 'id' | 'referenceNumber' | 'state'>;

const moveToTrash = async ({ id, referenceNumber }: NamedMemo): Promise<void> => {
  await flushAll();
  const wasOpen = currentPlace().memoId === id;
  // Left first: what is shown of a memo that is gone can't be asked for again.
  if (wasOpen) goTo({ view: 'memos' });
  const answer = await act('memo:delete', { memoId: id });
  if (answer.ok)
    sayDone(`Moved to trash: ${referenceNumber}`, { name: 'Undo', run: () => runCommand('edit.undo') });
  else if (wasOpen) goTo({ view: 'memos', memoId: id });
};

/** Answers the commands on one memo: the open one, or the one of the list that is at hand. */
export const useMemoCommands = (memo: NamedMemo | undefined): void => {
  const setState = (state: MemoState) => () => {
    if (memo !== undefined && memo.state !== state) void act('memo:set-state', { memoId: memo.id, state });
  };
  const states = memoStates.map((state) => [`memo.state-${state}`, setState(state)] as const);
  useCommands(
    { ...Object.fromEntries(states), 'memo.delete': () => memo && void moveToTrash(memo) },
    memo !== undefined,
  );
};
