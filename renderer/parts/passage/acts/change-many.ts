import type { BulkChange } from '#domain/contract/bulk-change.ts';
import type { PassageId } from '#domain/ids.ts';
import { labelTable } from '#domain/passage/label.ts';
import { act } from '#renderer/bridge/act.ts';
import { sayUndoable } from '#renderer/commands/say-undoable.ts';
import { countPassages } from '#renderer/parts/memo/cite-in-memo.ts';
import { sayDone } from '#renderer/window/notices.ts';

type Wordings = {
  readonly [K in BulkChange['does']]: (count: string, change: Extract<BulkChange, { does: K }>) => string;
};

const wordings: Wordings = {
  label: (count, { label }) => `${count}: ${labelTable[label].name.toLowerCase()}`,
  tag: (count, { add }) => (add.length > 0 ? `Tagged ${count}` : `Took a tag from ${count}`),
  source: (count, { sourceId }) =>
    sourceId === null ? `Speaker cleared on ${count}` : `Speaker set on ${count}`,
  grade: (count) => `Graded ${count}`,
  'append-note': (count) => `Note added to ${count}`,
  task: (count) => `Follow-up put on ${count}`,
  delete: (count) => `Moved ${count} to the trash`,
};

const wordDone = (change: BulkChange, changed: number): string => {
  if (changed === 0) return 'Nothing to change';
  // The kind of a change picks its own wording: the types can't follow that through the table.
  const word = wordings[change.does] as (count: string, change: BulkChange) => string;
  return word(countPassages(changed), change);
};

/** Does one change to all of the passages, says how many it changed, and offers to take it back. */
export const changeMany = async (passageIds: readonly PassageId[], change: BulkChange): Promise<boolean> => {
  const answer = await act('bulk:change-passages', { passageIds: [...passageIds], change });
  if (!answer.ok) return false;
  const said = wordDone(change, answer.value.changed);
  if (answer.value.changed === 0) sayDone(said);
  else sayUndoable(said);
  return true;
};
