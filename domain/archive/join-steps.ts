import { equalJson } from '../equal-json.ts';
import type { Change, RecordChange, Step } from './changes.ts';

/**
 * Two consecutive steps as one: for a record that both change, `before` of the first and `after` of the last. Null
 * when nothing remains, because everything is as it was before.
 */
export const joinSteps = (first: Step, last: Step): Step | null => {
  const joined = last.changes.reduce<readonly Change[]>(joinChange, first.changes);
  const changes = joined.filter((change) => change.type === 'folder' || !isIdle(change));
  return changes.length === 0 ? null : { name: last.name, changes };
};

/** Whether a change leaves its record as it was. */
const isIdle = ({ before, after }: RecordChange): boolean => equalJson(before, after);

const joinChange = (changes: readonly Change[], last: Change): readonly Change[] => {
  if (last.type === 'folder') return [...changes, last];
  const index = changes.findIndex((change) => change.type === 'record' && isSameRecord(change, last));
  const first = changes[index];
  if (first === undefined || first.type !== 'record') return [...changes, last];
  return changes.with(index, { ...last, before: first.before } as RecordChange);
};

const isSameRecord = (a: RecordChange, b: RecordChange): boolean =>
  a.recordId === b.recordId && a.collection === b.collection && equalJson(a.file, b.file);
