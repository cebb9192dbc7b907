import { printDocumentStatus } from '../document/lay-document.ts';
import type { Memo } from '../memo.ts';
import type { DocumentStatus } from '../memo-document.ts';
import { printedWords } from '../print/printed-words.ts';
import { isSent } from '../sent/is-sent.ts';
import type { StateMark } from './export-parts.ts';

const { status: words } = printedWords;

/** "DRAFT 2 (not for citation)", "IN REVIEW (draft 2, not for citation)" */
const openStatus = (isInReview: boolean, draftNumber: number | null): DocumentStatus => {
  if (!isInReview) {
    const word = draftNumber === null ? words.draft : `${words.draft} ${draftNumber}`;
    return { word, detail: `(${words.notForCitation})` };
  }
  const draft = draftNumber === null ? '' : `${words.draftWithin} ${draftNumber}, `;
  return { word: words.inReview, detail: `(${draft}${words.notForCitation})` };
};

/**
 * The status of the memo with the mark of one that is not issued yet before it: "DRAFT 2 (not for citation), UPDATE of
 * PM-2024-017". `status` is what the memo is beside that. A memo that no longer stands says so and nothing else.
 */
export const markState = (
  { state }: Pick<Memo, 'state'>,
  status: DocumentStatus | null,
  mark: StateMark,
  draftNumber: number | null,
): DocumentStatus | null => {
  const isOver = state === 'superseded' || state === 'withdrawn';
  if (isOver || mark === 'none' || (mark === 'by-state' && isSent({ state }))) return status;
  const open = openStatus(mark === 'by-state' && state === 'in-review', draftNumber);
  return status === null
    ? open
    : { word: open.word, detail: `${open.detail}, ${printDocumentStatus(status)}` };
};
