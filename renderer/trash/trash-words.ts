import { endOfTrashTerm } from '#domain/archive/trash-term.ts';
import type { TrashRow } from '#domain/contract/trash.ts';
import type { CalendarDate } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { printInstantDay } from '#renderer/parts/dates/print-date.ts';

export const kindNames: Readonly<Record<TrashRow['holds'], string>> = {
  article: 'Article',
  memo: 'Memo',
  passage: 'Passage',
  tag: 'Tag',
  source: 'Source',
  task: 'Task',
  form: 'Form',
};

/** What tells one row from all others. */
export const keyOfRow = ({ holds, id }: TrashRow): string => `${holds} ${id}`;

/** An article may have no title. */
export const titleOfRow = ({ title }: TrashRow): string => (title === '' ? 'Untitled' : title);

/** Until when a row can be restored: "goes on 24 May", or which memos hold it. */
export const printTerm = ({ heldBy, deletedAt }: TrashRow, today: CalendarDate): string =>
  heldBy.length > 0
    ? `held by ${heldBy.join(', ')}`
    : `goes on ${printInstantDay(endOfTrashTerm(deletedAt), today)}`;

/** Brings a row back to where it was. */
export const restoreRow = async (row: TrashRow): Promise<void> => {
  const answer = await act('trash:restore', { holds: row.holds, id: row.id });
  if (!answer.ok) return;
  sayUndoable(`Restored: ${titleOfRow(row)}`);
};
