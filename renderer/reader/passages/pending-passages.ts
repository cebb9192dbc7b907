/**
 * What the analyst has done and the disk has not yet acknowledged. It is shown at once; it gives way to what was
 * read from the disk afterwards, and it stays for as long as it could not be written.
 */
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';

export type PendingState =
  | 'sending'
  /** On the disk; shown until the passages are read again. */
  | 'answered'
  /** Could not be written; kept by the bridge and tried again. */
  | 'unsaved';

export type PendingPassage = {
  /** The passage as it will be; null where it is deleted. */
  readonly passage: Passage | null;
  readonly state: PendingState;
  /** Counts the acts: an answer to an earlier one does not touch a later one. */
  readonly act: number;
  /** The request, by which the bridge's unsaved edit is known. */
  readonly name: string;
  readonly input: unknown;
};

export type PendingPassages = ReadonlyMap<PassageId, PendingPassage>;

export const nothingPending: PendingPassages = new Map();

/** The passages as the analyst has left them. */
export const withPending = (saved: readonly Passage[], pending: PendingPassages): readonly Passage[] => {
  if (pending.size === 0) return saved;
  const ids = new Set(saved.map(({ id }) => id));
  const added = [...pending].filter(([id]) => !ids.has(id)).map(([, { passage }]) => passage);
  const changed = saved.map((passage) => {
    const entry = pending.get(passage.id);
    return entry === undefined ? passage : entry.passage;
  });
  return [...changed, ...added].filter((passage) => passage !== null);
};

const without = (pending: PendingPassages, id: PassageId): Map<PassageId, PendingPassage> => {
  const next = new Map(pending);
  next.delete(id);
  return next;
};

export const addPending = (pending: PendingPassages, id: PassageId, entry: PendingPassage): PendingPassages =>
  new Map(pending).set(id, entry);

/**
 * The act that was sent for `id` has its answer: `passage` is what stands on the disk now, under its own id, or
 * null where it is gone.
 */
export const answerPending = (
  pending: PendingPassages,
  id: PassageId,
  act: number,
  passage: Passage | null,
): PendingPassages => {
  const entry = pending.get(id);
  if (entry?.act !== act) return pending;
  return without(pending, id).set(passage?.id ?? id, { ...entry, passage, state: 'answered' });
};

/** The act could not be written and is kept, or was refused and is forgotten. */
export const failPending = (
  pending: PendingPassages,
  id: PassageId,
  act: number,
  isKept: boolean,
): PendingPassages => {
  const entry = pending.get(id);
  if (entry?.act !== act) return pending;
  return isKept ? addPending(pending, id, { ...entry, state: 'unsaved' }) : without(pending, id);
};

/** The passages were read again: what was answered is among them. */
export const forgetAnswered = (pending: PendingPassages): PendingPassages => {
  const open = [...pending].filter(([, { state }]) => state !== 'answered');
  return open.length === pending.size ? pending : new Map(open);
};

/** An edit that the bridge keeps because it could not be written. */
export type KeptEdit = { readonly name: string; readonly input: unknown };

/** The bridge lays later edits of one thing over earlier ones: then the passage and the name tell which it is. */
const isKept = (id: PassageId, { name, input }: PendingPassage, kept: readonly KeptEdit[]): boolean =>
  kept.some((edit) => {
    const isOfPassage = typeof edit.input === 'object' && edit.input !== null && 'passageId' in edit.input;
    return edit.input === input || (isOfPassage && edit.name === name && edit.input.passageId === id);
  });

/** What the bridge no longer keeps has been written, or was given up with a notice. */
export const settleUnsaved = (pending: PendingPassages, kept: readonly KeptEdit[]): PendingPassages => {
  const isSettled = ([id, entry]: [PassageId, PendingPassage]) =>
    entry.state === 'unsaved' && !isKept(id, entry, kept);
  const entries = [...pending];
  if (!entries.some(isSettled)) return pending;
  return new Map(
    entries.map(([id, entry]) => [id, isSettled([id, entry]) ? { ...entry, state: 'answered' } : entry]),
  );
};
