/**
 * Carries an analyst's cuts over to a text that was read again. A cut is carried if all blocks that it concerns read
 * the same; a new or differing block stays as read, since nobody has judged its words.
 */
import type { ImportDraft } from '#domain/contract/import.ts';
import { type CheckedBlock, toCheckedBlocks } from './cut-blocks.ts';

type ReadBody = Pick<ImportDraft, 'body' | 'leftOut'>;

/** Blocks of the check that hold exactly the text of the body's blocks from `first` to `last`. */
type Group = { readonly first: number; readonly last: number; readonly blocks: readonly CheckedBlock[] };

/** A paragraph that was split, and whatever was joined to a part of it, are one group. */
const groupsOf = (shown: readonly CheckedBlock[]): readonly Group[] => {
  const groups: Group[] = [];
  for (const checked of shown) {
    const before = groups.at(-1);
    if (before === undefined || checked.first > before.last) {
      groups.push({ first: checked.first, last: checked.last, blocks: [checked] });
    } else {
      const last = Math.max(before.last, checked.last);
      groups[groups.length - 1] = { ...before, last, blocks: [...before.blocks, checked] };
    }
  }
  return groups;
};

const placesByContent = ({ body }: ReadBody): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [index, block] of body.content.entries()) {
    const printed = JSON.stringify(block);
    const known = places.get(printed);
    if (known === undefined) places.set(printed, [index]);
    else known.push(index);
  }
  return places;
};

/** The new place of each block. Equal blocks, such as running heads, are matched only if their count is the same. */
const placesNow = (before: ReadBody, again: ReadBody): ReadonlyMap<number, number> => {
  const now = placesByContent(again);
  return new Map(
    [...placesByContent(before)].flatMap(([printed, places]) => {
      const found = now.get(printed) ?? [];
      if (found.length !== places.length) return [];
      return places.flatMap((place, at): (readonly [number, number])[] => {
        const there = found[at];
        return there === undefined ? [] : [[place, there]];
      });
    }),
  );
};

const isUncut = ({ blocks }: Group, begun: readonly CheckedBlock[]): boolean => {
  const [checked, ...others] = blocks;
  if (checked === undefined || others.length > 0) return false;
  const before = begun[checked.first];
  return (
    before?.key === checked.key && before.isLeftOut === checked.isLeftOut && checked.first === checked.last
  );
};

/** The new start of the group; null if a block is gone or no longer beside the others. */
const beginOf = ({ first, last }: Group, places: ReadonlyMap<number, number>): number | null => {
  const begin = places.get(first);
  if (begin === undefined) return null;
  for (let at = first + 1; at <= last; at += 1) if (places.get(at) !== begin + at - first) return null;
  return begin;
};

/** A block's key begins with the number of its block in the body, which moves with it: `3.1` is of the third. */
const movedTo = (checked: CheckedBlock, by: number): CheckedBlock => {
  const [root, ...parts] = checked.key.split('.');
  return {
    ...checked,
    key: [Number(root) + by, ...parts].join('.'),
    first: checked.first + by,
    last: checked.last + by,
  };
};

/** The blocks of `again` with the cuts that `shown` makes in `before`, and how many cuts could not be carried. */
export const carryCuts = (
  shown: readonly CheckedBlock[],
  before: ReadBody,
  again: ReadBody,
): { readonly blocks: readonly CheckedBlock[]; readonly lost: number } => {
  const begun = toCheckedBlocks(before.body, before.leftOut);
  const fresh = toCheckedBlocks(again.body, again.leftOut);
  const places = placesNow(before, again);
  const carried = new Map<number, readonly CheckedBlock[]>();
  const replaced = new Set<number>();
  let lost = 0;
  for (const group of groupsOf(shown)) {
    if (isUncut(group, begun)) continue;
    const begin = beginOf(group, places);
    if (begin === null) lost += 1;
    else {
      const by = begin - group.first;
      carried.set(
        begin,
        group.blocks.map((checked) => movedTo(checked, by)),
      );
      for (let at = group.first; at <= group.last; at += 1) replaced.add(at + by);
    }
  }
  const blocks = fresh.flatMap((checked, at) => carried.get(at) ?? (replaced.has(at) ? [] : [checked]));
  return { blocks, lost };
};
