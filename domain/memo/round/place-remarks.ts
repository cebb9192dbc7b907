/** Finds where the remarks on a memo are in its current text. */
import type { RemarkId, RoundId } from '../../ids.ts';
import type { MemoContent } from '../memo-content.ts';
import { carryPlaces, type Held, type WrittenPlace } from './carry-places.ts';
import { MAX_PLACE_WORDS, type Remark, type RemarkPlace } from './remark.ts';
import { textOf, type WrittenBlock, writtenBlocks } from './written-blocks.ts';

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

/** The surroundings of words that occur several times, or of an empty place, have to agree by this much. */
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

/** Where the words of a place are, if the place was made in a memo of which no copy exists; null where uncertain. */
const findQuoted = (blocks: readonly WrittenBlock[], place: RemarkPlace): WrittenPlace | null => {
  const found = blocks.flatMap((block) => block.texts.flatMap((text) => quotedIn(block, text, place)));
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

/** What the reviewers of a round received, as it was written. */
export type RoundSnapshot = { readonly roundId: RoundId; readonly content: MemoContent };

/** Where remarks are in `now`; those of a round by what its reviewers received, others by their words. */
export const placeRemarks = (
  remarks: readonly Remark[],
  snapshots: readonly RoundSnapshot[],
  now: MemoContent,
): RemarkPlaces => {
  const rounds = new Map(
    snapshots.map(({ roundId, content }) => [
      roundId,
      { blocks: writtenBlocks(content), carry: carryPlaces(content, now) },
    ]),
  );
  const today = writtenBlocks(now);
  const placeOf = ({ roundId, place }: Remark, held: Held): WrittenPlace | null => {
    if (place === null) return null;
    const round = roundId === null ? undefined : rounds.get(roundId);
    if (round === undefined) return findQuoted(today, place);
    if (held === 'words' && !isPlaceOf(round.blocks, place)) return null;
    const { block, field, start, end } = place;
    return round.carry({ block, field, start, end }, held);
  };
  return new Map(
    remarks.flatMap((remark) => {
      const place = placeOf(remark, heldBy(remark));
      return place === null ? [] : [[remark.id, place] as const];
    }),
  );
};

/** Whether the words that a place names are there: it may have come from elsewhere. */
const isPlaceOf = (blocks: readonly WrittenBlock[], place: RemarkPlace): boolean =>
  describeIn(blocks, place)?.exact === place.exact;

const describeIn = (blocks: readonly WrittenBlock[], place: WrittenPlace): RemarkPlace | null => {
  const block = blocks[place.block];
  const text = block === undefined ? null : textOf(block, place.field);
  if (text === null || place.start > place.end || place.end > text.length) return null;
  const { start, end } = place;
  return {
    ...place,
    exact: text.slice(start, Math.min(end, start + MAX_PLACE_WORDS)),
    prefix: text.slice(Math.max(0, start - MAX_PLACE_WORDS), start),
    suffix: text.slice(end, end + MAX_PLACE_WORDS),
  };
};

/** A place of a memo with the words there and around them, by which it is known again; null where there is none. */
export const describePlace = (content: MemoContent, place: WrittenPlace): RemarkPlace | null =>
  describeIn(writtenBlocks(content), place);
