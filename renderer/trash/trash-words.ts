import { endOfTrashTerm } from '#domain/archive/trash-days.ts';
import { type TrashRow, trashEmpty, trashPurge, trashRemove, trashRestore } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';
import { sayDone } from '#renderer/window/notices.ts';

export const kindNames: Readonly<Record<TrashRow['kind'], string>> = {
  article: 'Article',
  memo: 'Memo',
  passage: 'Passage',
  translation: 'Translation',
  tag: 'Tag',
  source: 'Source',
  task: 'Task',
  event: 'Event',
  form: 'Form',
  board: 'Board',
};

/** A unique key for a row. */
export const keyOfRow = ({ kind, id }: TrashRow): string => `${kind} ${id}`;

export const titleOfRow = ({ title }: TrashRow): string => (title === '' ? 'Untitled' : title);

/** Until when a row can be restored: "deleted on 24 May", or which memos cite it. */
export const printTerm = ({ heldBy, deletedAt }: TrashRow, today: CalendarDate): string =>
  heldBy.length > 0
    ? `cited in ${heldBy.join(', ')}`
    : `deleted on ${printInstantDay(endOfTrashTerm(deletedAt), today)}`;

const idOf = ({ kind, id }: TrashRow): Pick<TrashRow, 'kind' | 'id'> => ({ kind, id });

/** Restores rows to where they were, in one step. */
export const restoreRows = async (rows: readonly TrashRow[]): Promise<void> => {
  const [first] = rows;
  if (first === undefined) return;
  const answer = await act(trashRestore, { rows: rows.map(idOf) });
  if (!answer.ok) return;
  sayUndoable(rows.length === 1 ? `Restored: ${titleOfRow(first)}` : `Restored ${rows.length} items`);
};

/** Which items are deleted for good: all, those past their term, or the selected ones. */
export type Going = 'everything' | 'past-term' | readonly TrashRow[];

const askToRemove = (going: Going) => {
  if (going === 'everything') return act(trashEmpty, {});
  return going === 'past-term' ? act(trashPurge, {}) : act(trashRemove, { rows: going.map(idOf) });
};

/** Deletes them for good, and reports how many. */
export const removeForGood = async (going: Going): Promise<void> => {
  const answer = await askToRemove(going);
  if (!answer.ok) return;
  const { removed, held } = answer.value;
  sayDone(`Permanently deleted ${removed}${held === 0 ? '' : `; ${held} kept because memos cite them`}`);
};
