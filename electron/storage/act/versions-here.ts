import { createHash } from 'node:crypto';
import type { Change, RecordChange } from '#domain/archive/changes.ts';
import { recordText } from '../file/frozen-json.ts';

/** Far more than one session makes by hand; a bulk act may push the oldest out, of which then nothing is known. */
const KEPT_VERSIONS = 100_000;

/**
 * The versions of records that acts of this session have made and replaced. One that was replaced and turns up again,
 * in a copy that a sync has laid down or in a file that it wrote, is older than what stands here: it says nothing
 * against it.
 */
export class VersionsHere {
  readonly #replaced = new Set<string>();
  /** Ids of records that were made here. */
  readonly #made = new Set<string>();

  note(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'folder') continue;
      if (change.before === null) this.#made.add(change.recordId);
      else this.#replaced.add(hashOf(change.before));
      // What undo brings back stands again.
      if (change.after !== null) this.#replaced.delete(hashOf(change.after));
      else this.#made.delete(change.recordId);
    }
    keepLast(this.#replaced);
    keepLast(this.#made);
  }

  wasReplaced(record: object): boolean {
    return this.#replaced.has(hashOf(record));
  }

  /**
   * Whether a change that another program has made takes back what was done here: an older version in the place of a
   * newer one, or nothing in the place of a record that was made here. It knew nothing of it.
   */
  isTakenBackBy({ recordId, before, after }: RecordChange): boolean {
    if (before === null) return false;
    return after === null ? this.#made.has(recordId) : this.wasReplaced(after);
  }
}

const keepLast = (known: Set<string>): void => {
  for (const oldest of known) {
    if (known.size <= KEPT_VERSIONS) break;
    known.delete(oldest);
  }
};

/** Records are normal: their keys stand in the order of their schema. */
const hashOf = (record: object): string =>
  createHash('sha256').update(recordText(record)).digest('base64').slice(0, 22);
