import type { BulkChange } from '#domain/contract/bulk-change.ts';
import { bulkChangePassages } from '#domain/contract/passage.ts';
import type { PassageId } from '#domain/ids.ts';
import { printCount } from '#domain/print-count.ts';
import { act } from '#renderer/bridge/act.ts';
import { labelsNow } from '#renderer/parts/passage/labels.ts';
import { sayChangedMany, type Wordings } from '#renderer/parts/say-changed-many.ts';

const wordings: Wordings<BulkChange> = {
  label: (count, { label }) => `${count}: ${labelsNow().of(label).name}`,
  tag: (count, { add }) => (add.length > 0 ? `Tagged ${count}` : `Removed a tag from ${count}`),
  source: (count, { sourceId }) =>
    sourceId === null ? `Speaker cleared on ${count}` : `Speaker set on ${count}`,
  concerned: (count, { add }) =>
    add.length > 0 ? `Set whom ${count} concern` : `Removed a name from ${count}`,
  grade: (count) => `Graded ${count}`,
  'append-note': (count) => `Note added to ${count}`,
  task: (count) => `Task added to ${count}`,
  delete: (count) => `Moved ${count} to the trash`,
};

/** Makes one change to all of the passages, says how many it changed, and offers to undo it. */
export const changeMany = async (passageIds: readonly PassageId[], change: BulkChange): Promise<boolean> => {
  const answer = await act(bulkChangePassages, { passageIds: [...passageIds], change });
  if (!answer.ok) return false;
  sayChangedMany(wordings, change, answer.value.changed, (count) => printCount(count, 'passage'));
  return true;
};
