import type { Conflict } from '../../conflict/conflict.ts';
import { equalJson } from '../../equal-json.ts';
import { conflictIdSchema, type NewId } from '../../ids.ts';
import type { Timestamp } from '../../time.ts';
import type { MutableFile } from '../changes.ts';
import type { MergeConflict } from './merge-records.ts';
import { unitOf } from './record-fields.ts';

/** Files that are never in conflict: their content is derived from other files. */
export const isContestable = (file: MutableFile): file is Conflict['file'] =>
  file.kind !== 'conflicts' && file.kind !== 'manifest' && file.kind !== 'falls';

/** Where the conflicts come from, and what they are made with. */
export type ConflictOrigin = {
  readonly file: Conflict['file'];
  /** See Conflict. */
  readonly from: string | null;
  readonly at: Timestamp;
  readonly newId: NewId;
};

/**
 * The unresolved differences of a merge, as records to be kept until somebody chooses: one for each unit of fields
 * of a record. `ours` of the merge is what was kept, unless the merge states otherwise.
 */
export const conflictsOfMerge = (
  found: readonly MergeConflict[],
  { file, from, at, newId }: ConflictOrigin,
): readonly Conflict[] => {
  const conflicts = new Map<string, Conflict>();
  for (const one of found) {
    const { collection, recordId, field } = one;
    if (collection === 'conflicts' || collection === 'entries' || collection === 'falls') continue;
    const key = JSON.stringify([collection, recordId, field === null ? null : unitOf(collection, field)]);
    const known = conflicts.get(key);
    const contested = [...(known?.contested ?? []), contestedOf(field, ...valuesOf(one))];
    const id = known?.id ?? conflictIdSchema.parse(newId());
    const conflict = { id, file, collection, recordId, contested, from, updatedAt: at };
    conflicts.set(key, { ...conflict, ...writersOf(one) });
  }
  return [...conflicts.values()];
};

/** The value that was kept, and the other one that could be chosen. */
const valuesOf = ({ kept, base, ours, theirs }: MergeConflict): readonly [unknown, unknown] => {
  if (kept === 'theirs') return [theirs, ours];
  if (kept === 'base') return [base, equalJson(ours, base) ? theirs : ours];
  return [ours, theirs];
};

/** The writer of each value; nobody where neither side's value was kept. */
const writersOf = ({ kept, oursBy, theirsBy }: MergeConflict): Pick<Conflict, 'keptBy' | 'by'> => {
  if (kept === 'base') return {};
  const [keptBy, by] = kept === 'theirs' ? [theirsBy, oursBy] : [oursBy, theirsBy];
  return { ...(keptBy === undefined ? {} : { keptBy }), ...(by === undefined ? {} : { by }) };
};

type Contested = Conflict['contested'][number];
type Json = NonNullable<Contested['kept']>;

/** The values of records are JSON. */
const contestedOf = (field: string | null, kept: unknown, other: unknown): Contested => ({
  field,
  ...(kept === undefined ? {} : { kept: kept as Json }),
  ...(other === undefined ? {} : { other: other as Json }),
});
