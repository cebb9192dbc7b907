import { createHash } from 'node:crypto';
import type { Change, RecordChange } from '#domain/archive/changes.ts';
import { recordText } from '../file/frozen-json.ts';

/** Far more than one session makes by hand; a bulk act may displace the oldest, which are then unknown. */
const KEPT_VERSIONS = 100_000;

/**
 * The versions of records that acts of this session have made and replaced. If a replaced version turns up again, in a
 * conflict copy or in a file written by a sync, it is older than the present one, and no reason for a conflict.
 */
export class VersionsHere {
  readonly #replaced = new Set<string>();
  /** The ids of records that were created here. */
  readonly #made = new Set<string>();

  note(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'folder') continue;
      if (change.before === null) this.#made.add(change.recordId);
      else this.#replaced.add(hashOf(change.before));
      // A version restored by undo is current again.
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
   * Whether a change by another program reverts what was done here: an older version replaces a newer one, or a record
   * created here is missing. That program had no knowledge of it.
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

/** Records are normalised: their keys are in the order of their schema. */
const hashOf = (record: object): string =>
  createHash('sha256').update(recordText(record)).digest('base64').slice(0, 22);
