import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { request } from '#renderer/bridge/window-bridge.ts';
import { seekCitation, useLastMemo } from '#renderer/window/last-memo.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayHint } from '#renderer/window/notices.ts';

/** Goes to a memo that cites the passage: the one that was open last, where it does. */
export const goToCitation = async (passageId: PassageId): Promise<void> => {
  const answer = await request('passage:rows', { passageIds: [passageId] });
  const citedIn = answer.ok ? (answer.value[0]?.citedIn ?? []) : [];
  const last = useLastMemo.getState().memoId;
  const memoId = citedIn.find((id) => id === last) ?? citedIn[0];
  if (memoId === undefined) {
    sayHint('No memo cites this passage');
    return;
  }
  if (citedIn.length > 1) sayHint(`Cited in ${printCount(citedIn.length, 'memo')}; Passages lists them`);
  seekCitation(memoId, passageId);
  goTo({ view: 'memos', memoId });
};
