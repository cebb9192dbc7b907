/** Where the remarks on a memo stand in it as it is written today. */
import type { RemarkId, RoundId } from '../../ids.ts';
import type { MemoContent } from '../memo-content.ts';
import { carryPlaces, type Held, type WrittenPlace } from './carry-places.ts';
import type { Remark, RemarkPlace } from './remark.ts';
import { type WrittenBlock, writtenBlocks } from './written-blocks.ts';

/** How many characters two texts share at the end of the one and before the other's end, or from their beginnings. */
const sharedBefore = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
};
const sharedAfter = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
};

/** What stands around words that stand several times, or between which nothing stands, has to be so much the same. */
const MIN_AROUND = 8;

type Found = { readonly place: WrittenPlace; readonly shared: number };

const quotedIn = (
  { block }: WrittenBlock,
  { field, text }: WrittenBlock['texts'][number],
  { exact, prefix, suffix, start, end }: RemarkPlace,
): readonly Found[] => {
  const found: Found[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = at === text.length ? -1 : text.indexOf(exact, at + 1)) {
    const shared =
      sharedBefore(text.slice(0, at), prefix) + sharedAfter(text.slice(at + exact.length), suffix);
    const last = Math.min(text.length, at + end - start);
    found.push({ place: { block, field, start: at, end: last }, shared });
  }
  return found;
};

/** Where the words of a place stand that was made in a memo of which no copy is kept; null where it is not sure. */
const findQuoted = (now: MemoContent, place: RemarkPlace): WrittenPlace | null => {
  const found = writtenBlocks(now).flatMap((block) =>
    block.texts.flatMap((text) => quotedIn(block, text, place)),
  );
  const most = Math.max(0, ...found.map(({ shared }) => shared));
  const best = found.filter(({ shared }) => shared === most);
  const [only] = best.length > 1 ? best.filter(({ place: { block } }) => block === place.block) : best;
  if (only === undefined) return null;
  const around = Math.min(MIN_AROUND, place.prefix.length + place.suffix.length);
  const isAlone = found.length === 1 && place.exact.length >= MIN_AROUND;
  return isAlone || (most >= around && most + place.exact.length > 0) ? only.place : null;
};

/** What has to be there still for a remark to have its place. */
const heldBy = (remark: Remark): Held => {
  if (remark.kind === 'comment') return 'comment';
  switch (remark.change.kind) {
    case 'words':
    case 'format':
    case 'split':
      return 'words';
    case 'remove-block':
      return 'same-block';
    case 'insert-block':
    case 'join':
    case 'move':
      return 'block';
  }
};

/** The places of remarks in a memo: of each that has one for sure. */
export type RemarkPlaces = ReadonlyMap<RemarkId, WrittenPlace>;

/** Where remarks stand in `now`; those of a round by what its reviewers got, others by their words. */
export const placeRemarks = (
  remarks: readonly Remark[],
  snapshots: readonly { readonly roundId: RoundId; readonly content: MemoContent }[],
  now: MemoContent,
): RemarkPlaces => {
  const carriers = new Map(snapshots.map(({ roundId, content }) => [roundId, carryPlaces(content, now)]));
  const placed = new Map<RemarkId, WrittenPlace>();
  for (const remark of remarks) {
    if (remark.place === null) continue;
    const carry = remark.roundId === null ? undefined : carriers.get(remark.roundId);
    const { block, field, start, end } = remark.place;
    const place =
      carry === undefined
        ? findQuoted(now, remark.place)
        : carry({ block, field, start, end }, heldBy(remark));
    if (place !== null) placed.set(remark.id, place);
  }
  return placed;
};
