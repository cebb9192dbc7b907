/**
 * Changes to passages that the disk has not yet acknowledged, in order. They are shown at once, replaced by what is
 * read from the disk afterwards, and stay as long as they could not be written.
 */
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';

export type PassagesById = ReadonlyMap<PassageId, Passage>;

export type PendingState =
  | 'sending'
  /** On the disk; shown until the passages are read again. */
  | 'answered'
  /** Could not be written; kept by the bridge and retried. */
  | 'unsaved';

export type PendingAct = {
  /** Counts the acts. */
  readonly number: number;
  /** The passages that it changes or makes. */
  readonly ids: readonly PassageId[];
  readonly state: PendingState;
  /** Those passages after the act. */
  readonly apply: (passages: PassagesById) => readonly Passage[];
};

export type PendingActs = readonly PendingAct[];

/** The passages including the analyst's pending changes, without deleted ones. */
export const withPending = (saved: readonly Passage[], pending: PendingActs): readonly Passage[] => {
  if (pending.length === 0) return saved;
  const passages = new Map(saved.map((passage) => [passage.id, passage]));
  for (const { apply } of pending) for (const passage of apply(passages)) passages.set(passage.id, passage);
  return [...passages.values()].filter(({ deletedAt }) => deletedAt === null);
};

const change = (pending: PendingActs, number: number, changed: Partial<PendingAct>): PendingActs =>
  pending.map((act) => (act.number === number ? { ...act, ...changed } : act));

/** The act is on the disk: `written` is the result. */
export const answerPending = (
  pending: PendingActs,
  number: number,
  written: readonly Passage[],
): PendingActs => change(pending, number, { state: 'answered', apply: () => written });

/** The act could not be written and is kept, or was refused and is dropped. */
export const failPending = (pending: PendingActs, number: number, isKept: boolean): PendingActs =>
  isKept ? change(pending, number, { state: 'unsaved' }) : pending.filter((act) => act.number !== number);

/** The passages were read again: answered acts are included. */
export const forgetAnswered = (pending: PendingActs): PendingActs => {
  const open = pending.filter(({ state }) => state !== 'answered');
  return open.length === pending.length ? pending : open;
};

/**
 * Acts that are no longer kept were either written, and are shown until the passages are read again, or discarded with
 * a notice, and are dropped. `kept` are the records of the kept edits.
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

/** The passages with unsaved changes. */
export const unsavedIds = (pending: PendingActs): ReadonlySet<PassageId> =>
  new Set(pending.flatMap(({ state, ids }) => (state === 'unsaved' ? ids : [])));
