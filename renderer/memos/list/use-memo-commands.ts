import { createElement, useEffect, useRef } from 'react';
import { type MemoRow, memoDelete, memoDuplicate, memoList, memoSetState } from '#domain/contract/memo.ts';
import { memoSupersede } from '#domain/contract/memo-sent.ts';
import { newMemoIdSchema } from '#domain/ids.ts';
import type { SuccessorKind } from '#domain/memo/sent/draft-successor.ts';
import { isSent, openStates } from '#domain/memo/sent/sent-state.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { useCommand, useCommands, useOpenInWindow } from '#renderer/commands/commands.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { showRestsOn } from '#renderer/parts/graph/GraphDrawer.tsx';
import { flushAll } from '#renderer/window/before-close.ts';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { rememberBegun } from '#renderer/window/last-memo.ts';
import { currentPlace, goTo } from '#renderer/window/navigation.ts';
import { printMemo } from '../print/print-memo.ts';
import { SendForReviewDialog } from '../review/SendForReviewDialog.tsx';
import { CompareDialog } from '../sent/CompareDialog.tsx';
import { SendDialog } from '../sent/SendDialog.tsx';

type NamedMemo = Pick<MemoRow, 'id' | 'referenceNumber' | 'state' | 'for'>;

/** The purpose of a dialog on one memo; the last two determine the initial comparison. */
type DialogOf = 'send' | 'send-for-review' | 'snapshots' | 'before';

export const moveMemoToTrash = async ({ id, referenceNumber }: NamedMemo): Promise<void> => {
  await flushAll();
  const wasOpen = currentPlace().memoId === id;
  // Left first: the view can't query a memo that is gone.
  if (wasOpen) goTo({ view: 'memos' });
  const answer = await act(memoDelete, { memoId: id });
  if (answer.ok) sayUndoable(`Moved to trash: ${referenceNumber}`);
  else if (wasOpen) goTo({ view: 'memos', memoId: id });
};

const supersede = async ({ id }: NamedMemo, kind: SuccessorKind): Promise<void> => {
  const newMemoId = newId(newMemoIdSchema);
  const answer = await act(memoSupersede, { memoId: id, kind, newMemoId });
  if (!answer.ok) return;
  rememberBegun(answer.value.memoId);
  goTo({ view: 'memos', memoId: answer.value.memoId });
};

const duplicate = async ({ id }: NamedMemo): Promise<void> => {
  // The last typing has to be included.
  await flushAll();
  const newMemoId = newId(newMemoIdSchema);
  const answer = await act(memoDuplicate, { memoId: id, newMemoId });
  if (!answer.ok) return;
  rememberBegun(newMemoId);
  goTo({ view: 'memos', memoId: newMemoId });
};

const useWritingCommands = (
  memo: NamedMemo | undefined,
  onSend: () => void,
  onSendForReview: () => void,
): void => {
  const states = openStates.map((state) => {
    const set = (): void => {
      if (memo !== undefined && memo.state !== state) void act(memoSetState, { memoId: memo.id, state });
    };
    return [`memo.state-${state}`, set] as const;
  });
  const isWritten = memo !== undefined && !isSent(memo);
  useCommands(
    { ...Object.fromEntries(states), 'memo.send': onSend, 'memo.send-for-review': onSendForReview },
    isWritten,
  );
};

const useSentCommands = (memo: NamedMemo | undefined): void =>
  useCommands(
    {
      'memo.update': () => memo && void supersede(memo, 'update'),
      'memo.correct': () => memo && void supersede(memo, 'correction'),
      'memo.withdraw': () => memo && void supersede(memo, 'withdrawal'),
    },
    memo !== undefined && isSent(memo),
  );

type MemoDialogProps = {
  readonly of: DialogOf;
  readonly memo: NamedMemo;
  readonly onClose: () => void;
};

/** A dialog on a memo, which closes if another window or program deletes the memo. */
export const MemoDialog = ({ of, memo, onClose }: MemoDialogProps) => {
  const { data: memos } = useQuery(memoList, {});
  const isThere = memos?.some(({ id }) => id === memo.id) === true;
  // A memo that was just created is in no list yet.
  const wasThere = useRef(false);
  useEffect(() => {
    if (wasThere.current && !isThere) onClose();
    wasThere.current = isThere;
  }, [isThere, onClose]);
  if (of === 'send-for-review') return createElement(SendForReviewDialog, { memo, onClose });
  if (of === 'send') return createElement(SendDialog, { memo, onClose });
  const compared = { memoId: memo.id, isDraft: !isSent(memo), beginsBefore: of === 'before' };
  return createElement(CompareDialog, { ...compared, onClose });
};

const openMemoDialog = (of: DialogOf, memo: NamedMemo): void =>
  openDialog('memo', ({ close: onClose }) => createElement(MemoDialog, { of, memo, onClose }));

/**
 * Answers the commands on one memo: the open one, or the current one of the list; `hasBefore` if it is known to follow
 * another one.
 */
export const useMemoCommands = (memo: NamedMemo | undefined, hasBefore = false): void => {
  const open = (of: DialogOf) => () => memo && openMemoDialog(of, memo);
  useWritingCommands(memo, open('send'), open('send-for-review'));
  useCommand(
    'memo.rests-on',
    () => memo && showRestsOn({ kind: 'memo', memoId: memo.id }),
    memo !== undefined,
  );
  useCommand('memo.duplicate', () => memo && void duplicate(memo), memo !== undefined);
  useCommand('memo.compare', open('snapshots'), memo !== undefined);
  useCommand('memo.compare-before', open('before'), hasBefore);
  useSentCommands(memo);
  useCommand('print.open', () => memo && void printMemo(memo), memo !== undefined);
  useOpenInWindow(memo === undefined ? null : { kind: 'memo', id: memo.id });
  useCommand('memo.delete', () => memo && void moveMemoToTrash(memo), memo !== undefined);
};
