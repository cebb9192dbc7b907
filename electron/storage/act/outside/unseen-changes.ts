import type { RecordChange } from '#domain/archive/changes.ts';
import { changedUnits } from '#domain/archive/merge/changed-units.ts';

/**
 * What another program has changed, and the window may not have shown yet: a field of a record in it can still hold
 * what was there before, and be written over the change unseen. Whoever has seen it all says so.
 */
export class UnseenChanges {
  /** The units of each record, by its id. */
  readonly #units = new Map<string, Set<string>>();

  add(changes: readonly RecordChange[]): void {
    for (const change of changes) {
      const known = this.#units.get(change.recordId) ?? new Set();
      this.#units.set(change.recordId, new Set([...known, ...unitsOf(change)]));
    }
  }

  /** The units in which an act would write over what is unseen. They count as seen then: the analyst is asked. */
  takeTouchedBy(change: RecordChange): readonly string[] {
    const unseen = this.#units.get(change.recordId);
    if (unseen === undefined) return [];
    const touched = deletes(change) ? [...unseen] : [...unitsOf(change)].filter((unit) => unseen.has(unit));
    for (const unit of touched) unseen.delete(unit);
    return touched;
  }

  /** All of it has been seen. */
  clear(): void {
    this.#units.clear();
  }
}

/** None of a record that comes or goes: what is not there can't be written over. */
const unitsOf = ({ collection, before, after }: RecordChange): ReadonlySet<string> =>
  before === null || after === null ? new Set() : changedUnits(collection, before, after);

const deletes = ({ before, after }: RecordChange): boolean =>
  after === null || (isDeleted(after) && !(before !== null && isDeleted(before)));

const isDeleted = (record: object): boolean => 'deletedAt' in record && record.deletedAt !== null;
