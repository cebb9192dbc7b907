/** Documents that reviewers have returned: chosen or dropped, and what became of each. */
import { printAddedReview } from '#domain/contract/error-words/review-words.ts';
import type { AddedReview } from '#domain/contract/memo-round.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { goTo } from '#renderer/window/navigation.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';

type Added = Extract<AddedReview, { readonly comments: number }>;

/** "9 comments and 5 changes, 1 of them refused". */
const countsOf = ({ comments, changes, refused, unplaced }: Added): string =>
  [
    `${printCount(comments, 'comment')} and ${printCount(changes, 'change')}`,
    refused > 0 ? `, ${refused} of them refused` : '',
    unplaced > 0 ? `, ${unplaced} without a place` : '',
  ].join('');

const sayAdded = (added: Added): void => {
  const { memoId, referenceNumber, round, reviewer, fileName } = added;
  const show = { name: 'Show', run: () => goTo({ view: 'memos', memoId }) };
  const of = `${referenceNumber}, round ${round}${added.isOlderRound ? ' (an older one)' : ''}`;
  const by = reviewer === '' ? '' : ` by ${reviewer}`;
  if (added.outcome === 'known') sayDone(`${of}: nothing new in ${fileName}`, show);
  else sayDone(`${of}: ${countsOf(added)}${by}`, show);
};

/** Says what became of returned documents, one by one. */
export const sayReturned = (added: readonly AddedReview[]): void => {
  for (const each of added) {
    if (each.outcome === 'added' || each.outcome === 'known') sayAdded(each);
    else sayFailed(`${each.fileName} was not added`, printAddedReview(each));
  }
};

/** Asks for returned documents in a dialog, and keeps what they say. */
export const addReturned = async (): Promise<void> => {
  const answer = await act('memo:add-review', {});
  if (answer.ok) sayReturned(answer.value);
};
