import { equalJson } from '../../equal-json.ts';
import type { CollectionName, Collections } from '../changes.ts';
import { type Fields, fieldsOf, unitOf, WRITTEN_AT } from './record-fields.ts';

/** The units of a record (see record-fields.ts) in which `after` differs from `before`, but for the time of writing. */
export const changedUnits = <C extends CollectionName>(
  collection: C,
  before: Collections[C],
  after: Collections[C],
): ReadonlySet<string> =>
  unitsOfPaths(collection, differingPaths(fieldsOf(collection, before), fieldsOf(collection, after)));

/** The paths at which two records differ. */
export const differingPaths = (a: Fields, b: Fields): readonly string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => path !== WRITTEN_AT && !equalJson(a.get(path), b.get(path)),
  );

const unitsOfPaths = (collection: CollectionName, paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.map((path) => unitOf(collection, path)));
