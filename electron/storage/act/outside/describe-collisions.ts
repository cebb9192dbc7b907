import type { RecordChange } from '#domain/archive/changes.ts';
import { differingPaths } from '#domain/archive/merge/changed-units.ts';
import { DELETION, fieldsOf, unitOf } from '#domain/archive/merge/record-fields.ts';
import type { OutsideCollision } from '#domain/contract/errors/write-errors.ts';
import { recordKinds } from '#domain/contract/record-kinds.ts';

/** A change that writes over `units` of its record, as collisions with what stands there; none without units. */
export const describeCollisions = (
  change: RecordChange,
  units: readonly string[],
): readonly OutsideCollision[] => {
  const { collection, recordId, before, after } = change;
  if (units.length === 0) return [];
  const record = { what: recordKinds[collection], id: recordId };
  if (before === null || after === null) return [{ ...record, field: null, ours: after, theirs: before }];
  const stands = fieldsOf(collection, before);
  const wanted = fieldsOf(collection, after);
  const paths = differingPaths(stands, wanted).filter((path) => units.includes(unitOf(collection, path)));
  // A deletion collides with fields that it does not touch itself.
  const fields = paths.length === 0 ? [DELETION] : paths;
  return fields.map((field) => ({ ...record, field, ours: wanted.get(field), theirs: stands.get(field) }));
};
