import { equalJson } from '../../equal-json.ts';
import type { CollectionName, Collections } from '../changes.ts';
import { type Fields, fieldsOf, unitOf, WRITTEN_AT, WRITTEN_BY } from './record-fields.ts';

/** The units of a record (see record-fields.ts) in which `after` differs from `before`, but for when and by whom it was written. */
export const changedUnits = <C extends CollectionName>(
  collection: C,
  before: Collections[C],
  after: Collections[C],
): ReadonlySet<string> =>
  unitsOfPaths(collection, differingPaths(fieldsOf(collection, before), fieldsOf(collection, after)));

/** The paths at which two records differ, but for when and by whom they were written. */
export const differingPaths = (a: Fields, b: Fields): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => path !== WRITTEN_AT && path !== WRITTEN_BY && !equalJson(a.get(path), b.get(path)),
  );

const unitsOfPaths = (collection: CollectionName, paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => unitOf(collection, path)));
