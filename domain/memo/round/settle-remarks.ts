/**
 * The effect on a memo and its remarks when remarks are settled. Suggestions are applied from the end of the memo
 * to its beginning, so that none moves the place of another; changes that move blocks come last. Of several that
 * change the same words one is applied, and the others are declined with that reason.
 */
import { equalJson } from '../../equal-json.ts';
import type { RemarkId } from '../../ids.ts';
import { err, type Result } from '../../result.ts';
import type { Timestamp } from '../../time.ts';
import type { MemoContent } from '../memo-content.ts';
import { applySuggestion, type NotApplied } from './apply-suggestion.ts';
import { carryPlaces, type WrittenPlace } from './carry-places.ts';
import { placeRemarks, type RemarkPlaces, type RoundSnapshot } from './place-remarks.ts';
import { type Comment, type Remark, remarkSchema, type SuggestedChange, type Suggestion } from './remark.ts';
import { textOf, writtenBlocks } from './written-blocks.ts';

/** What is decided on a remark. */
export type Settling = {
  readonly remarkId: RemarkId;
  readonly state: Comment['state'] | Suggestion['state'];
  readonly reason: string;
};

/** Why a remark was left as it is. */
export type LeftWhy = NotApplied | 'no-place' | 'refused' | 'not-that-state';
export type LeftAlone = { readonly remarkId: RemarkId; readonly why: LeftWhy };

export type Settled = {
  readonly content: MemoContent;
  /** The remarks that have changed, as they then are. */
  readonly changed: readonly Remark[];
  readonly left: readonly LeftAlone[];
};

/** A memo and what was said of it. */
export type RemarkedMemo = {
  readonly content: MemoContent;
  readonly remarks: readonly Remark[];
  readonly snapshots: readonly RoundSnapshot[];
};

/** Whether a remark waits for a decision: not a reply, which is settled with the remark it answers. */
export const isOpenRemark = (remark: Remark): boolean =>
  remark.state === 'open' && (remark.kind === 'suggestion' || remark.repliesTo === null);

type Placed = { readonly remark: Suggestion; readonly place: WrittenPlace };

const isSameChange = (a: Placed, b: Placed): boolean =>
  equalJson(a.place, b.place) && equalJson(a.remark.change, b.remark.change);

const overlaps = (a: WrittenPlace, b: WrittenPlace): boolean => {
  if (a.field !== b.field) return false;
  if (a.start === a.end)
    return b.start === b.end ? a.start === b.start : b.start < a.start && a.start < b.end;
  return b.start === b.end ? overlaps(b, a) : a.start < b.end && b.start < a.end;
};

/** Whether at most one of two suggestions can be taken. */
const compete = (a: Placed, b: Placed): boolean => {
  if (a.place.block !== b.place.block) return false;
  const [kind, other] = [a.remark.change.kind, b.remark.change.kind];
  if (kind === 'remove-block' || other === 'remove-block')
    return ![kind, other].some((each) => each === 'insert-block' || each === 'join' || each === 'move');
  if (kind !== other) return false;
  return kind === 'words' ? overlaps(a.place, b.place) : kind === 'move' || isSameChange(a, b);
};

/** The open suggestions with a place, each with those that change the same words. */
export const competitors = (
  remarks: readonly Remark[],
  places: RemarkPlaces,
): ReadonlyMap<RemarkId, readonly Suggestion[]> => {
  const open = openAndPlaced(remarks, places);
  const byBlock = new Map<number, Placed[]>();
  for (const each of open) byBlock.set(each.place.block, [...(byBlock.get(each.place.block) ?? []), each]);
  const rivalsOf = (each: Placed): readonly Suggestion[] =>
    (byBlock.get(each.place.block) ?? []).flatMap((other) =>
      other !== each && compete(each, other) ? other.remark : [],
    );
  return new Map(open.map((each) => [each.remark.id, rivalsOf(each)]));
};

const openAndPlaced = (remarks: readonly Remark[], places: RemarkPlaces): readonly Placed[] =>
  remarks.flatMap((remark) => {
    const place = places.get(remark.id);
    const isOpen = remark.kind === 'suggestion' && remark.state === 'open' && remark.refusal === null;
    return isOpen && place !== undefined ? { remark, place } : [];
  });

/** The answer sheet's reason for a change that lost to another. */
const reasonOfLoser = (loser: Placed, winner: Placed): Pick<Suggestion, 'state' | 'reason'> => {
  const { writer } = winner.remark;
  const by = writer === '' ? 'another reviewer' : writer;
  return isSameChange(loser, winner)
    ? { state: 'taken', reason: `The same change by ${by} was taken.` }
    : { state: 'declined', reason: `Another change of the same words was taken, by ${by}.` };
};

/**
 * Within a block, changes further back come first and those further forward last; changes that move no letter come
 * before all.
 */
const orderOf = ({ remark: { change }, place }: Placed): number => {
  switch (change.kind) {
    case 'format':
      return Number.POSITIVE_INFINITY;
    case 'insert-block':
      return change.isBefore ? -1 : Number.MAX_SAFE_INTEGER;
    case 'join':
      return Number.MAX_SAFE_INTEGER;
    default:
      return place.start;
  }
};

/** From the end of the memo to its beginning. */
const fromTheEnd = (a: Placed, b: Placed): number => {
  if (a.place.block !== b.place.block) return b.place.block - a.place.block;
  const [first, second] = [orderOf(a), orderOf(b)];
  return first === second ? 0 : second - first;
};

/** The text of a block up to and including a place. */
const saidUpTo = (content: MemoContent, { block, field, end }: WrittenPlace): string | null => {
  const found = writtenBlocks(content)[block];
  return found === undefined ? null : (textOf(found, field)?.slice(0, end) ?? null);
};

/** A change as it applies today: a moved block is placed after a block of today's memo. */
const changeOfToday = (
  { roundId, change }: Suggestion,
  { snapshots, content }: RemarkedMemo,
): SuggestedChange | null => {
  if (change.kind !== 'move' || change.after === -1) return change;
  const snapshot = snapshots.find((each) => each.roundId === roundId);
  if (snapshot === undefined) return null;
  const { after } = change;
  const place = { block: after, field: 'text', start: 0, end: 0 } as const;
  const there = carryPlaces(snapshot.content, content)(place, 'block');
  return there === null ? null : { ...change, after: there.block };
};

const applyAt = (
  on: RemarkedMemo,
  remark: Suggestion,
  place: WrittenPlace | undefined,
): Result<MemoContent, LeftWhy> => {
  if (remark.refusal !== null) return err('refused');
  if (remark.state === 'taken') return err('not-that-state');
  const change = changeOfToday(remark, on);
  return place === undefined || change === null
    ? err('no-place')
    : applySuggestion(on.content, place, change);
};

type Asked = { readonly remark: Remark; readonly settling: Settling };

/** Whether the decision on a remark is possible with the memo as it is. An accepted change is undone, not reopened. */
const canStand = ({ remark, settling: { state } }: Asked): boolean => {
  if (remark.kind === 'comment') return state === 'open' || state === 'done' || state === 'declined';
  const isUntaken = remark.state === 'open' || remark.state === 'declined';
  return isUntaken && remark.refusal === null && (state === 'open' || state === 'declined');
};

/** The memo as suggestions are taken, one by one. */
const createTaking = (memo: RemarkedMemo) => {
  let { content } = memo;
  const places = placeRemarks(memo.remarks, memo.snapshots, content);
  const states = new Map<RemarkId, Pick<Suggestion, 'state' | 'reason'>>();
  const left: LeftAlone[] = [];
  const rivals = openAndPlaced(memo.remarks, places);
  const removed = new Set<number>();

  /** The current place of a remark: its old place, as long as nothing before it has changed. */
  const placeNow = (remark: Suggestion): WrittenPlace | undefined => {
    const place = places.get(remark.id);
    const { kind } = remark.change;
    if (place === undefined || kind === 'move')
      return placeRemarks([remark], memo.snapshots, content).get(remark.id);
    if (kind === 'join' && removed.has(place.block + 1)) return undefined;
    const isByBlock = kind === 'join' || kind === 'insert-block';
    if (isByBlock || saidUpTo(content, place) === saidUpTo(memo.content, place)) return place;
    return placeRemarks([remark], memo.snapshots, content).get(remark.id);
  };

  const declineRivals = (winner: Placed): void => {
    for (const each of rivals.filter((other) => !states.has(other.remark.id) && compete(winner, other)))
      states.set(each.remark.id, reasonOfLoser(each, winner));
  };

  const take = (remark: Suggestion, reason: string): void => {
    if (states.has(remark.id)) return;
    const applied = applyAt({ ...memo, content }, remark, placeNow(remark));
    if (!applied.ok) {
      left.push({ remarkId: remark.id, why: applied.error });
      return;
    }
    content = applied.value;
    states.set(remark.id, { state: 'taken', reason });
    const place = places.get(remark.id);
    if (place === undefined) return;
    if (remark.change.kind === 'remove-block') removed.add(place.block);
    declineRivals({ remark, place });
  };

  return { places, take, states, left, content: () => content };
};

/**
 * Applies what is accepted: changes with a place from the end to the beginning, then moves, and those not placed
 * yet.
 */
const takeAll = (
  { places, take }: ReturnType<typeof createTaking>,
  wanted: readonly { readonly remark: Suggestion; readonly reason: string }[],
): void => {
  const placed = wanted.flatMap(({ remark, reason }) => {
    const place = places.get(remark.id);
    return place === undefined || remark.change.kind === 'move' ? [] : { remark, reason, place };
  });
  const others = wanted.filter(({ remark }) => !placed.some((each) => each.remark === remark));
  for (const { remark, reason } of [...placed.toSorted(fromTheEnd), ...others]) take(remark, reason);
};

/**
 * Settles remarks: each as it was decided, those that can't be left as they are and named.
 *
 * @param at when it was decided
 */
export const settleRemarks = (memo: RemarkedMemo, settled: readonly Settling[], at: Timestamp): Settled => {
  const byId = new Map(memo.remarks.map((remark) => [remark.id, remark]));
  const asked = settled.flatMap((settling) => {
    const remark = byId.get(settling.remarkId);
    return remark === undefined ? [] : { remark, settling };
  });
  const taking = createTaking(memo);
  const { states, left } = taking;
  takeAll(
    taking,
    asked.flatMap(({ remark, settling: { state, reason } }) =>
      remark.kind === 'suggestion' && state === 'taken' ? { remark, reason } : [],
    ),
  );
  const stated = new Map<RemarkId, Pick<Remark, 'state' | 'reason'>>(states);
  for (const each of asked) {
    const { remark, settling } = each;
    if (stated.has(remark.id) || left.some(({ remarkId }) => remarkId === remark.id)) continue;
    if (canStand(each)) stated.set(remark.id, settling);
    else left.push({ remarkId: remark.id, why: 'not-that-state' });
  }
  const changed = memo.remarks.flatMap((remark) => {
    const said = stated.get(remark.id);
    // The state was checked to be one of its kind; the schema checks it again.
    return said === undefined
      ? []
      : remarkSchema.parse({ ...remark, state: said.state, reason: said.reason, updatedAt: at });
  });
  return { content: taking.content(), changed, left };
};
