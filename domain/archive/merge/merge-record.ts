import type { CollectionName, Collections } from '../changes.ts';
import { changedUnits, differingPaths } from './changed-units.ts';
import { DELETION, type Fields, fieldsOf, recordOf, unitOf, WRITTEN_AT } from './record-fields.ts';

/** A field that both sides changed, each in its own way. */
export type FieldConflict = {
  /** e.g. `note`, or `head.title` for a field of a group. */
  readonly field: string;
  /** `undefined` where the side has no such field. */
  readonly ours: unknown;
  readonly theirs: unknown;
};

export type MergedRecord<C extends CollectionName> = {
  /** What both sides say; where they conflict, what ours says. */
  readonly record: Collections[C];
  readonly conflicts: readonly FieldConflict[];
};

/**
 * One record of what two sides have made of it. A field (or a unit of fields, see record-fields.ts) that one side left
 * as it was in `base` is taken from the other; one that both changed to the same is that; any other is a conflict.
 * Without a base (null: both sides have added it) every difference is one. A deletion conflicts with any change of
 * the other side, which would else go into the trash unseen.
 */
export const mergeRecord = <C extends CollectionName>(
  collection: C,
  base: Collections[C] | null,
  ours: Collections[C],
  theirs: Collections[C],
): MergedRecord<C> => {
  const ourSide = sideOf(collection, base, ours);
  const theirSide = sideOf(collection, base, theirs);
  const merged = new Map(ourSide.fields);
  const conflicting: string[] = [];
  const deletion = hidesChange(ourSide, theirSide) ? DELETION : null;
  for (const path of differingPaths(ourSide.fields, theirSide.fields)) {
    const unit = unitOf(collection, path);
    if (unit === deletion || (ourSide.hasChanged(unit) && theirSide.hasChanged(unit))) conflicting.push(path);
    else if (theirSide.hasChanged(unit)) take(merged, theirSide.fields, path);
  }
  merged.set(WRITTEN_AT, latestWriting(base?.updatedAt, ours.updatedAt, theirs.updatedAt));
  const conflicts = conflicting.map((field) => ({
    field,
    ours: ourSide.fields.get(field),
    theirs: theirSide.fields.get(field),
  }));
  return { record: recordOf(collection, merged), conflicts };
};

/** A record as one side has it, and what that side has changed; all of it where there is no base. */
type Side = {
  readonly fields: Fields;
  readonly hasChanged: (unit: string) => boolean;
  readonly hasChangedAny: boolean;
};

const sideOf = <C extends CollectionName>(
  collection: C,
  base: Collections[C] | null,
  record: Collections[C],
): Side => {
  const fields = fieldsOf(collection, record);
  if (base === null) return { fields, hasChanged: () => true, hasChangedAny: true };
  const units = changedUnits(collection, base, record);
  return { fields, hasChanged: (unit) => units.has(unit), hasChangedAny: units.size > 0 };
};

const take = (merged: Map<string, unknown>, from: Fields, path: string): void => {
  if (from.has(path)) merged.set(path, from.get(path));
  else merged.delete(path);
};

/** Whether one side has deleted what the other has changed. */
const hidesChange = (ours: Side, theirs: Side): boolean =>
  deletesAgainst(ours, theirs) || deletesAgainst(theirs, ours);

const deletesAgainst = (side: Side, other: Side): boolean =>
  side.hasChanged(DELETION) &&
  !other.hasChanged(DELETION) &&
  other.hasChangedAny &&
  (side.fields.get(DELETION) ?? null) !== null;

/** The later time of writing; where one side has not written since the base, that of the other. */
const latestWriting = (base: unknown, ours: unknown, theirs: unknown): unknown => {
  if (ours === base) return theirs;
  if (theirs === base) return ours;
  return String(ours) < String(theirs) ? theirs : ours;
};
