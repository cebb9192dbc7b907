/** Inserting the displayed events into a memo. */

import type { AppError } from '#domain/contract/errors/app-error.ts';
import { eventInsert } from '#domain/contract/event.ts';
import type { EventId, MemoId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { PickMemo } from '#renderer/parts/memo/PickMemo.tsx';
import { openDialog } from '#renderer/window/dialogs.tsx';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** A longer table is not useful in a memo. */
export const MOST_INSERTED = 500;

const insertIn = async (memoId: MemoId, eventIds: readonly EventId[]): Promise<AppError | null> => {
  const answer = await act(eventInsert, { memoId, eventIds: [...eventIds] }, { saysFailure: true });
  if (!answer.ok) return answer.error;
  useLastMemo.setState({ memoId });
  const { inserted, leftOut, referenceNumber } = answer.value;
  const without = leftOut === 0 ? '' : `; ${leftOut} without a passage left out`;
  sayDone(`Inserted ${printCount(inserted, 'event')} into ${referenceNumber}${without}`, {
    name: 'Open the memo',
    run: () => goTo({ view: 'memos', memoId }),
  });
  return null;
};

const insertAndSay = async (memoId: MemoId, eventIds: readonly EventId[]): Promise<void> => {
  const error = await insertIn(memoId, eventIds);
  if (error !== null) sayError(error);
};

/** Into the memo that was open last; if there is none, or it is sent, the analyst is asked for one. */
export const insertIntoMemo = async (eventIds: readonly EventId[]): Promise<void> => {
  if (eventIds.length === 0) return;
  const { memoId } = useLastMemo.getState();
  const error = memoId === null ? null : await insertIn(memoId, eventIds);
  if (error !== null && error.code !== 'memo-is-sent' && error.code !== 'not-found') sayError(error);
  else if (memoId === null || error !== null)
    openDialog('insert-events', ({ close }) => (
      <PickMemo
        title={`Insert ${printCount(eventIds.length, 'event')} into a memo`}
        onPick={(id) => void insertAndSay(id, eventIds)}
        close={close}
      />
    ));
};
