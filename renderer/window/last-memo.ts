import { create } from 'zustand';
import type { MemoId } from '#domain/ids.ts';

/** The memo that was open last in this session, where passages are sent, and the one that was just begun. */
export const useLastMemo = create<{ readonly memoId: MemoId | null; readonly begunId: MemoId | null }>(
  () => ({
    memoId: null,
    begunId: null,
  }),
);

/** A memo was opened. */
export const rememberMemo = (memoId: MemoId): void => useLastMemo.setState({ memoId });

/** A memo was begun: when it opens, hands go on in its text. */
export const rememberBegun = (begunId: MemoId): void => useLastMemo.setState({ begunId });

/** Whether the memo that opens was just begun; answers so once. */
export const takeBegun = (memoId: MemoId): boolean => {
  const isBegun = useLastMemo.getState().begunId === memoId;
  if (isBegun) useLastMemo.setState({ begunId: null });
  return isBegun;
};
