/**
 * The chain of what was sent. The snapshot of each sending names those that no other one had named until then, by the
 * hash of what they say: as a rule the one before, the first time all that were sent until then, and two where two
 * machines have sent. So a snapshot that is edited later is seen by the one behind it, and the last one by what the sent
 * file says of it. The file that it was exported as is no part of the hash: that file holds the hash.
 */
import type { Sha256 } from '../../ids.ts';
import type { ChainLink, Snapshot } from './snapshot.ts';

/** The same JSON whatever the order of keys; a key without a value is left out. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`);
  return `{${fields.join(',')}}`;
};

/** The hash of what a snapshot says, without the file that it was exported as and who has taken it. */
export const hashOfSnapshot = (
  { exported: _exported, by: _by, ...said }: Snapshot,
  sha256: (text: string) => Sha256,
): Sha256 => sha256(canonical(said));

/** What the next snapshot of a sending names: the sent ones that none names yet, in the order of their ids. */
export const linksToFollow = (
  sent: readonly Snapshot[],
  sha256: (text: string) => Sha256,
): readonly ChainLink[] => {
  const named = new Set(sent.flatMap(({ follows = [] }) => follows.map(({ snapshotId }) => snapshotId)));
  return sent
    .filter(({ id }) => !named.has(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((snapshot) => ({
      memoId: snapshot.memoId,
      snapshotId: snapshot.id,
      sha256: hashOfSnapshot(snapshot, sha256),
    }));
};

/** The links whose snapshot says something else than when it was named; one that lies in the trash says nothing. */
export const brokenLinks = (
  sent: readonly Snapshot[],
  sha256: (text: string) => Sha256,
): readonly ChainLink[] => {
  const hashes = new Map(sent.map((snapshot) => [snapshot.id, hashOfSnapshot(snapshot, sha256)]));
  return sent
    .flatMap(({ follows = [] }) => follows)
    .filter(({ snapshotId, sha256: hash }) => {
      const now = hashes.get(snapshotId);
      return now !== undefined && now !== hash;
    });
};
