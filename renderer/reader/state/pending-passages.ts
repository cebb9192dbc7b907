/**
 * What the analyst has done to passages and the disk has not yet acknowledged, in the order in which it was done. It is
 * shown at once; it gives way to what was read from the disk afterwards, and it stays for as long as it could not be
 * written.
 */
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';

export type PassagesById = ReadonlyMap<PassageId, Passage>;

export type PendingState =
  | 'sending'
  /** On the disk; shown until the passages are read again. */
  | 'answered'
  /** Could not be written; kept by the bridge and tried again. */
  | 'unsaved';

export type PendingAct = {
  /** Counts the acts. */
  readonly number: number;
  /** The passages that it changes or makes. */
  readonly ids: readonly PassageId[];
  readonly state: PendingState;
  /** Those passages as they are after it. */
  readonly apply: (passages: PassagesById) => readonly Passage[];
};

export type PendingActs = readonly PendingAct[];

/** The passages as the analyst has left them, without deleted ones. */
export const withPending = (saved: readonly Passage[], pending: PendingActs): readonly Passage[] => {
  if (pending.length === 0) return saved;
  const passages = new Map(saved.map((passage) => [passage.id, passage]));
  for (const { apply } of pending) for (const passage of apply(passages)) passages.set(passage.id, passage);
  return [...passages.values()].filter(({ deletedAt }) => deletedAt === null);
};

const change = (pending: PendingActs, number: number, changed: Partial<PendingAct>): PendingActs =>
  pending.map((act) => (act.number === number ? { ...act, ...changed } : act));

/** The act is on the disk: `written` is what stands there now. */
export const answerPending = (
  pending: PendingActs,
  number: number,
  written: readonly Passage[],
): PendingActs => change(pending, number, { state: 'answered', apply: () => written });

/** The act could not be written and is kept, or was refused and is forgotten. */
export const failPending = (pending: PendingActs, number: number, isKept: boolean): PendingActs =>
  isKept ? change(pending, number, { state: 'unsaved' }) : pending.filter((act) => act.number !== number);

/** The passages were read again: what was answered is among them. */
export const forgetAnswered = (pending: PendingActs): PendingActs => {
  const open = pending.filter(({ state }) => state !== 'answered');
  return open.length === pending.length ? pending : open;
};

/**
 * What is no longer kept has been written, and is shown until the passages are read again, or was given up with a
 * notice, and is forgotten. `kept` are the records of what is kept.
 */
export const settleUnsaved = (
  pending: PendingActs,
  kept: ReadonlySet<string>,
  isGivenUp: boolean,
): PendingActs => {
  const isSettled = ({ state, ids }: PendingAct): boolean =>
    state === 'unsaved' && !ids.some((id) => kept.has(id));
  if (!pending.some(isSettled)) return pending;
  return isGivenUp
    ? pending.filter((act) => !isSettled(act))
    : pending.map((act) => (isSettled(act) ? { ...act, state: 'answered' } : act));
};

/** The passages of which something is not saved. */
export const unsavedIds = (pending: PendingActs): ReadonlySet<PassageId> =>
  new Set(pending.flatMap(({ state, ids }) => (state === 'unsaved' ? ids : [])));
