import { create } from 'zustand';
import type { MemoId, PassageId } from '#domain/ids.ts';

/** The memo that was open last in this session, to which passages are sent, and the one just begun. */
export const useLastMemo = create<{
  readonly memoId: MemoId | null;
  readonly begunId: MemoId | null;
  /** The judgement of a memo to scroll to. */
  readonly judgement: { readonly memoId: MemoId; readonly number: number } | null;
  /** The passage whose citation to scroll to. */
  readonly cited: { readonly memoId: MemoId; readonly passageId: PassageId } | null;
}>(() => ({ memoId: null, begunId: null, judgement: null, cited: null }));

/** Requests that a judgement is shown, as soon as its memo is open. */
export const seekJudgement = (memoId: MemoId, number: number): void =>
  useLastMemo.setState({ judgement: { memoId, number } });

/** The requested judgement is shown. */
export const takeSoughtJudgement = (): void => useLastMemo.setState({ judgement: null });

/** Requests that the citation of a passage is shown, as soon as its memo is open. */
export const seekCitation = (memoId: MemoId, passageId: PassageId): void =>
  useLastMemo.setState({ cited: { memoId, passageId } });

/** The requested citation is shown. */
export const takeSoughtCitation = (): void => useLastMemo.setState({ cited: null });

/** A memo was opened. */
export const rememberMemo = (memoId: MemoId): void => useLastMemo.setState({ memoId });

/** A memo was begun: when it opens, its text gets the focus. */
export const rememberBegun = (begunId: MemoId): void => useLastMemo.setState({ begunId });

/** Memos are gone: nothing is sent to them, or shown in them, any more. */
export const forgetMemos = (isGone: (memoId: MemoId) => boolean): void => {
  const unless = <T>(held: T | null, memoId: MemoId | undefined | null): T | null =>
    memoId != null && isGone(memoId) ? null : held;
  useLastMemo.setState(({ memoId, begunId, judgement, cited }) => ({
    memoId: unless(memoId, memoId),
    begunId: unless(begunId, begunId),
    judgement: unless(judgement, judgement?.memoId),
    cited: unless(cited, cited?.memoId),
  }));
};

/** Whether the memo being opened was just begun; true only once. */
export const takeBegun = (memoId: MemoId): boolean => {
  const isBegun = useLastMemo.getState().begunId === memoId;
  if (isBegun) useLastMemo.setState({ begunId: null });
  return isBegun;
};
