import { createHash } from 'node:crypto';
import type { Change } from '#domain/archive/changes.ts';
import { recordText } from '../file/record-text.ts';

/** Far more than one session makes by hand; a bulk act may push the oldest out, of which then nothing is known. */
const KEPT_VERSIONS = 100_000;

/**
 * The versions of records that acts of this session have replaced. One that turns up again, in a copy that a sync has laid
 * down or in a file that it wrote, is older than what stands here: it says nothing against it.
 */
export class ReplacedVersions {
  readonly #hashes = new Set<string>();

  note(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'folder') continue;
      if (change.before !== null) this.#hashes.add(hashOf(change.before));
      // What undo brings back stands again.
      if (change.after !== null) this.#hashes.delete(hashOf(change.after));
    }
    for (const oldest of this.#hashes) {
      if (this.#hashes.size <= KEPT_VERSIONS) break;
      this.#hashes.delete(oldest);
    }
  }

  has(record: object): boolean {
    return this.#hashes.has(hashOf(record));
  }
}

/** Records are normal: their keys stand in the order of their schema. */
const hashOf = (record: object): string =>
  createHash('sha256').update(recordText(record)).digest('base64').slice(0, 22);
