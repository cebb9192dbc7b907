import { create } from 'zustand';
import type { MemoId, PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { seekCitation, useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone, sayHint } from '#renderer/window/notices.ts';

type CitationChoice = { readonly passageId: PassageId; readonly memoIds: readonly MemoId[] };

/** The passage for which one of the memos that cite it is being chosen; null while none is. */
export const useCitationChoice = create<{ readonly choice: CitationChoice | null }>(() => ({ choice: null }));

export const endCitationChoice = (): void => useCitationChoice.setState({ choice: null });

/** Opens the memo with the citation of the passage selected. */
export const showCitation = (memoId: MemoId, passageId: PassageId): void => {
  seekCitation(memoId, passageId);
  goTo({ view: 'memos', memoId });
};

/** Goes to the one memo that cites the passage, or of several to the one that was open last; else asks which. */
export const goToCitation = async (passageId: PassageId): Promise<void> => {
  const answer = await request('passage:rows', { passageIds: [passageId] });
  const memoIds = answer.ok ? (answer.value[0]?.citedIn ?? []) : [];
  const [only] = memoIds;
  if (only === undefined) {
    sayHint('No memo cites this passage');
    return;
  }
  const choose = (): void => useCitationChoice.setState({ choice: { passageId, memoIds } });
  const last = useLastMemo.getState().memoId;
  if (memoIds.length === 1) showCitation(only, passageId);
  else if (last !== null && memoIds.includes(last)) {
    showCitation(last, passageId);
    sayDone(`Cited in ${printCount(memoIds.length, 'memo')}`, { name: 'Others…', run: choose });
  } else choose();
};
