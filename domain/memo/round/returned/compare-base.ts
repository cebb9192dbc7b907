/** A paragraph of a reviewed file beside what went out: where its words differ, and where a place in it is there. */
import { alignKeys, gapsOf } from '../../../text/sequences/align-keys.ts';
import type { RefusalReason, RemarkPlace } from '../remark.ts';
import { type BaseParagraph, placeOfWritten } from './base-text.ts';

/** Other words for `start` to `end` of the paragraph that went out. */
export type Hunk = { readonly start: number; readonly end: number; readonly text: string };

export type Compared = {
  readonly hunks: readonly Hunk[];
  /** The place in what went out that a place in the reviewed text is: as the start of a range, and as its end. */
  readonly startOf: (offset: number) => number;
  readonly endOf: (offset: number) => number;
};

type Token = { readonly text: string; readonly start: number };

/** Words, and every other sign for itself; none that can be changed in part. */
const tokensOf = (text: string, isParted: (at: number) => boolean): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+|[\s\S]/gu)) {
    let start = index;
    for (let at = index + 1; at <= index + word.length; at += 1) {
      if (at < index + word.length && !isParted(at)) continue;
      tokens.push({ text: text.slice(start, at), start });
      start = at;
    }
  }
  return tokens;
};

const key = ({ text }: Token): string => (/^[\u00A0\u202F]$/u.test(text) ? ' ' : text);

/** Other words in the place of words that follow each other are one change, unless some of them are kept. */
const mergeHunk = (
  merged: readonly Hunk[],
  hunk: Hunk,
  { text, kept }: Pick<BaseParagraph, 'text' | 'kept'>,
): readonly Hunk[] => {
  const last = merged.at(-1);
  if (last === undefined) return [hunk];
  const between = text.slice(last.end, hunk.start);
  const areWords = [last, hunk].every(({ start, end, text: put }) => start < end && put.trim() !== '');
  const reasons = new Set(kept.slice(last.start, hunk.end));
  if (!areWords || !/^[\u00A0 ]$/u.test(between) || reasons.size > 1) return [...merged, hunk];
  const both = { start: last.start, end: hunk.end, text: `${last.text}${between}${hunk.text}` };
  return [...merged.slice(0, -1), both];
};

export const compareBase = ({ text: base, kept }: BaseParagraph, reviewed: string): Compared => {
  const old = tokensOf(base, (at) => kept[at] !== kept[at - 1]);
  const fresh = tokensOf(reviewed, () => false);
  const matched = alignKeys(old.map(key), fresh.map(key));
  const oldAt = (index: number): number => old[index]?.start ?? base.length;
  const freshAt = (index: number): number => fresh[index]?.start ?? reviewed.length;
  const starts = new Int32Array(reviewed.length + 1).fill(-1);
  const ends = new Int32Array(reviewed.length + 1).fill(-1);
  const hunks = gapsOf(matched, fresh.length).map(({ from, to, freshFrom, freshTo }): Hunk => {
    const hunk = {
      start: oldAt(from),
      end: oldAt(to),
      text: reviewed.slice(freshAt(freshFrom), freshAt(freshTo)),
    };
    starts.fill(hunk.start, freshAt(freshFrom), freshAt(freshTo));
    ends.fill(hunk.end, freshAt(freshFrom) + 1, freshAt(freshTo) + 1);
    return hunk;
  });
  matched.forEach((there, at) => {
    if (there === -1) return;
    const [from, start] = [freshAt(there), oldAt(at)];
    for (let step = 0; step < (fresh[there]?.text.length ?? 0); step += 1) {
      starts[from + step] = start + step;
      ends[from + step + 1] = start + step + 1;
    }
  });
  starts[reviewed.length] = base.length;
  ends[0] = 0;
  const within = (offset: number): number => Math.max(0, Math.min(offset, reviewed.length));
  return {
    hunks: hunks.reduce<readonly Hunk[]>((merged, hunk) => mergeHunk(merged, hunk, { text: base, kept }), []),
    startOf: (offset) => starts[within(offset)] ?? base.length,
    endOf: (offset) => ends[within(offset)] ?? base.length,
  };
};

export type Refusal = { readonly why: RefusalReason; readonly words: string };

/** Where a change of the printed words is in the written ones, or why it cannot be made. */
export type Placed = {
  readonly place: RemarkPlace | null;
  readonly refusal: Refusal | null;
  /** Printed words before the place that must be written together with the insertion, such as a full stop. */
  readonly lead: string;
};

/** The stretch of letters around `at` that are kept for the same reason. */
const keptWords = ({ text, kept }: BaseParagraph, at: number): string => {
  let start = at;
  let end = at + 1;
  while (start > 0 && kept[start - 1] === kept[at]) start -= 1;
  while (end < text.length && kept[end] === kept[at]) end += 1;
  return text.slice(start, end).trim();
};

const refusedAt = (base: BaseParagraph, at: number, why: RefusalReason): Placed => {
  const owner = base.owners[at] ?? -1;
  const { written } = base;
  const start = Math.max(0, owner);
  const place = written === null ? null : placeOfWritten(written, start, owner === -1 ? start : owner + 1);
  return { place, refusal: { why, words: keptWords(base, at) }, lead: '' };
};

/** The last written letter before `at`, and the printed ones between. */
const lastWritten = ({ owners }: BaseParagraph, at: number): number => {
  let last = at - 1;
  while (last >= 0 && owners[last] === -1) last -= 1;
  return last;
};

/** The place after the last written letter, where everything printed after it is Precis's; null elsewhere. */
const placeAtEnd = (
  base: BaseParagraph,
  at: number,
): { readonly place: number; readonly lead: string } | null => {
  const { owners, text } = base;
  const last = lastWritten(base, at);
  const isAtEnd = owners.subarray(last + 1).every((owner) => owner === -1);
  // Text that Precis prints at the end, such as a full stop, is written together with what follows it.
  return last >= 0 && isAtEnd ? { place: (owners[last] ?? 0) + 1, lead: text.slice(last + 1, at) } : null;
};

/** Whether a place is inside something that is printed as one unit. */
const isWithin = ({ owners, kept, text }: BaseParagraph, at: number): boolean =>
  at > 0 && at < text.length && kept[at - 1] !== null && kept[at] !== null && owners[at - 1] === owners[at];

/** Between two letters: the written place beside the one before, else the one behind; null beside neither. */
const placeBeside = ({ owners, text, written }: BaseParagraph, at: number): number | null => {
  if (text === '' && written !== null) return 0;
  const before = at > 0 ? (owners[at - 1] ?? -1) : -1;
  if (before !== -1) return before + 1;
  const after = at < text.length ? (owners[at] ?? -1) : -1;
  return after === -1 ? null : after;
};

const placeBetween = (base: BaseParagraph, at: number): Placed => {
  const { written, text, kept } = base;
  const refuse = (place: number): Placed => refusedAt(base, place, kept[place] ?? 'printed');
  if (isWithin(base, at)) return refuse(at);
  const beside = placeBeside(base, at);
  const found = beside === null ? placeAtEnd(base, at) : { place: beside, lead: '' };
  if (found === null) return refuse(Math.min(at, Math.max(0, text.length - 1)));
  const { place, lead } = found;
  return { place: written === null ? null : placeOfWritten(written, place, place), refusal: null, lead };
};

/** Where a replacement for `start` to `end` of the sent text belongs. */
export const placeChange = (base: BaseParagraph, start: number, end: number): Placed => {
  const { written, owners, kept } = base;
  if (start >= end) return placeBetween(base, start);
  const first = kept.findIndex((why, at) => at >= start && at < end && why !== null);
  const why = kept[first];
  if (why !== undefined && why !== null) return refusedAt(base, first, why);
  const from = owners[start] ?? 0;
  const to = (owners[end - 1] ?? 0) + 1;
  return {
    place: written === null ? null : placeOfWritten(written, from, Math.max(from, to)),
    refusal: null,
    lead: '',
  };
};

/** Where a comment on `start` to `end` of the sent text belongs; null where no written text is printed there. */
export const placeComment = (base: BaseParagraph, start: number, end: number): RemarkPlace | null => {
  const { written, owners } = base;
  if (written === null) return null;
  const there = [...owners.subarray(start, end)].filter((owner) => owner !== -1);
  if (there.length > 0) return placeOfWritten(written, Math.min(...there), Math.max(...there) + 1);
  const last = lastWritten(base, start);
  const at = last === -1 ? 0 : (owners[last] ?? 0) + 1;
  return placeOfWritten(written, at, at);
};
