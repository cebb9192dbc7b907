/** Documents that reviewers have returned: chosen or dropped, and the outcome for each. */
import { printAddedReview } from '#domain/contract/error-words/review-words.ts';
import { type AddedReview, memoAddReview } from '#domain/contract/memo-round.ts';
import type { MemoId, RoundId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { setViewState } from '#renderer/window/view-state.ts';

type Added = Extract<AddedReview, { readonly comments: number }>;

/** "9 comments and 5 changes, 1 of them refused". */
const countsOf = (added: readonly Added[]): string => {
  const sum = (key: 'comments' | 'changes' | 'refused' | 'unplaced'): number =>
    added.reduce((all, each) => all + each[key], 0);
  const counts = (['comment', 'change'] as const).flatMap((what) => {
    const count = sum(`${what}s`);
    return count === 0 ? [] : [printCount(count, what)];
  });
  if (counts.length === 0) return 'no comments or changes';
  const [refused, unplaced] = [sum('refused'), sum('unplaced')];
  return [
    counts.join(' and '),
    refused > 0 ? `, ${refused} of them refused` : '',
    unplaced > 0 ? `, ${unplaced} without a place` : '',
  ].join('');
};

/** The files of one round on one line: "PM-2026-004, round 1: 3 files back, 9 comments and 5 changes". */
export const printReturned = (added: readonly [Added, ...Added[]]): string => {
  const [first, ...others] = added;
  const of = `${first.referenceNumber}, round ${first.round}${first.isOlderRound ? ' (an older one)' : ''}`;
  if (others.length > 0) return `${of}: ${added.length} files back, ${countsOf(added)}`;
  if (first.outcome === 'known') return `${of}: nothing new in ${first.fileName}`;
  return `${of}${first.reviewer === '' ? '' : `, ${first.reviewer}`}: ${countsOf(added)}`;
};

/** Opens the review of a memo. */
export const showReview = (memoId: MemoId): void => {
  setViewState('memo.panel', 'review');
  goTo({ view: 'memos', memoId });
  focusTarget('memo-review');
};

/** Reports the outcome for returned documents: one line for each round, which leads to its memo. */
export const sayReturned = (added: readonly AddedReview[]): void => {
  const rounds = new Map<RoundId, [Added, ...Added[]]>();
  for (const each of added) {
    if (each.outcome !== 'added' && each.outcome !== 'known') {
      sayFailed(`${each.fileName} was not added`, printAddedReview(each));
      continue;
    }
    const known = rounds.get(each.roundId);
    if (known === undefined) rounds.set(each.roundId, [each]);
    else known.push(each);
  }
  for (const files of rounds.values()) {
    const [{ memoId }] = files;
    sayDone(printReturned(files), { name: 'Show', run: () => showReview(memoId) });
  }
};

/** Asks for returned documents in a dialog, and saves their remarks. */
export const addReturned = async (): Promise<void> => {
  const answer = await act(memoAddReview, {});
  if (answer.ok) sayReturned(answer.value);
};
