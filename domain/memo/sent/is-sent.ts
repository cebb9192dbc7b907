import type { Memo, MemoState } from '../memo.ts';

/** The states in which a memo is still written. */
export const openStates = ['draft', 'in-review'] as const satisfies readonly MemoState[];

export const isOpenState = (state: MemoState): state is (typeof openStates)[number] =>
  (openStates as readonly MemoState[]).includes(state);

/** Whether the memo is kept as it was sent, so that nothing in it may change: sent, and whatever came after. */
export const isSent = ({ state }: Pick<Memo, 'state'>): boolean => !isOpenState(state);
