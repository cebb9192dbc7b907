import { create } from 'zustand';
import type { MemoId } from '#domain/ids.ts';

/** The memo that was open last in this session: where passages are sent. */
export const useLastMemo = create<{ readonly memoId: MemoId | null }>(() => ({ memoId: null }));

/** A memo was opened. */
export const rememberMemo = (memoId: MemoId): void => useLastMemo.setState({ memoId });
