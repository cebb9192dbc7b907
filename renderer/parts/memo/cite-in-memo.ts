/** Citing passages in a memo, from wherever passages are shown. */

import { create } from 'zustand';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act, sayError } from '#renderer/bridge/act.ts';
import { useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone } from '#renderer/window/notices.ts';

/** The passages for which a memo is being chosen; null while none is. */
export const useCiting = create<{ readonly passageIds: readonly PassageId[] | null }>(() => ({
  passageIds: null,
}));

export const endCiting = (): void => useCiting.setState({ passageIds: null });

export const countPassages = (count: number): string => printCount(count, 'passage');

/** What came of citing: how many passages were asked for, how many the memo did not have, and how it is called. */
type Cited = { readonly asked: number; readonly added: number; readonly memoName: string };

const wordCited = ({ asked, added, memoName }: Cited): string => {
  if (added === 0) return `Already in ${memoName}`;
  const cited = asked === 1 ? 'Cited' : `Cited ${countPassages(added)}`;
  const rest = asked - added;
  return `${cited} in ${memoName}${rest === 0 ? '' : `; ${rest} stood there already`}`;
};

export const sayCited = (memoId: MemoId, cited: Cited): void =>
  sayDone(wordCited(cited), { name: 'Open the memo', run: () => goTo({ view: 'memos', memoId }) });

/** Cites the passages in a memo that was chosen. Answers what went wrong, or null. */
export const citeIn = async (memoId: MemoId, passageIds: readonly PassageId[]): Promise<AppError | null> => {
  const input = { memoId, passageIds: [...passageIds] };
  const answer = await act('memo:cite-passages', input, { saysFailure: true });
  if (!answer.ok) return answer.error;
  useLastMemo.setState({ memoId });
  const { added, referenceNumber } = answer.value;
  sayCited(memoId, { asked: passageIds.length, added, memoName: referenceNumber });
  return null;
};

const isGone = (error: AppError): boolean =>
  error.code === 'memo-is-sent' || (error.code === 'not-found' && error.what === 'memo');

/**
 * Quotes the passages in the memo that was open last in this session; where there is none, or it is no longer
 * written, the analyst is asked for one.
 */
export const citeInMemo = async (passageIds: readonly PassageId[]): Promise<void> => {
  if (passageIds.length === 0) return;
  const { memoId } = useLastMemo.getState();
  const error = memoId === null ? null : await citeIn(memoId, passageIds);
  if (memoId === null || (error !== null && isGone(error))) useCiting.setState({ passageIds });
  else if (error !== null) sayError(error);
};
