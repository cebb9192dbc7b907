/**
 * Edits that could not be written. Each stays here, is shown, and is retried until it is on the disk; one that another
 * program has overtaken waits instead until the analyst has chosen. A later edit of the same thing is merged over the
 * earlier one, so that an old text never overwrites a new one and nothing is lost.
 */

import { create } from 'zustand';
import type { AnswerOf, AnyRequest, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { EVERYTHING } from '#domain/contract/request.ts';
import {
  isFields,
  isNeverKept,
  madeBy,
  mergeEdits,
  recordsOf,
  supersedingKey,
} from '#domain/contract/supersede.ts';
import { trashRestore } from '#domain/contract/trash.ts';
import { flushAll } from '#renderer/window/before-close.ts';
import { closeLastStep, sayDone, sayFailed } from '#renderer/window/notices.ts';
import { hasPendingEdits } from '#renderer/window/pending-edits.ts';
import { errorWords } from './error-words.ts';
import { isGone, type KeepingError, keepingErrorOf } from './keeping-error.ts';
import { request } from './window-bridge.ts';

export type UnsavedEdit = {
  readonly key: string;
  readonly entry: AnyRequest;
  readonly input: InputOf<AnyRequest>;
  readonly error: KeepingError;
};

export type CollidedEdit = UnsavedEdit & {
  readonly error: Extract<AppError, { code: 'changed-outside' }>;
};

/** Whether the edit waits for the analyst, since another program has changed the same. */
export const isCollided = (edit: UnsavedEdit): edit is CollidedEdit => edit.error.code === 'changed-outside';

const RETRY_MS = 5000;

type UnsavedStore = {
  readonly edits: readonly UnsavedEdit[];
  /** How often a kept edit was discarded: a component that still shows it then reloads what is on the disk. */
  readonly givenUp: number;
};

export const useUnsavedEdits = create<UnsavedStore>(() => ({ edits: [], givenUp: 0 }));

/** The edits that wait for the analyst. */
export const useCollidedEdits = (): readonly CollidedEdit[] =>
  useUnsavedEdits((state) => state.edits).filter(isCollided);

let keptSoFar = 0;

const keyOf = ({ entry, input }: Pick<UnsavedEdit, 'entry' | 'input'>): string | null =>
  supersedingKey(entry, input);

/** Forgets an edit that was finally written: it is the last undo step from now on. */
const forget = (key: string): void => {
  useUnsavedEdits.setState(({ edits }) => ({ edits: edits.filter((edit) => edit.key !== key) }));
  closeLastStep();
};

const giveUp = (key: string): void =>
  useUnsavedEdits.setState(({ edits, givenUp }) => ({
    edits: edits.filter((edit) => edit.key !== key),
    givenUp: givenUp + 1,
  }));

const keep = (edit: Omit<UnsavedEdit, 'key'>): UnsavedEdit => {
  keptSoFar += 1;
  const kept = { ...edit, key: `${edit.entry.name} ${keptSoFar}` };
  useUnsavedEdits.setState(({ edits }) => ({ edits: [...edits, kept] }));
  return kept;
};

/** Whether the act is kept in the window although it failed. */
export const isKeptUnsaved = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
  answer: AnswerOf<R>,
): boolean => !answer.ok && keepingErrorOf(entry, input, answer.error) !== null;

/** The edit of the same thing that waits for the analyst: later ones are merged into it, and not sent. */
export const collidedEditOf = <R extends AnyRequest>(
  entry: R,
  input: InputOf<R>,
): CollidedEdit | undefined => {
  const key = supersedingKey(entry, input);
  if (key === null) return undefined;
  return useUnsavedEdits
    .getState()
    .edits.filter(isCollided)
    .find((edit) => keyOf(edit) === key);
};

/** What the unwritten edits of the same thing set, merged; undefined if there is none. */
export const keptInputOf = <R extends AnyRequest>(entry: R, input: InputOf<R>): InputOf<R> | undefined => {
  const key = supersedingKey(entry, input);
  const inputs = useUnsavedEdits
    .getState()
    .edits.filter((edit) => edit.entry === entry && keyOf(edit) === key);
  const [first, ...later] = inputs.map((edit) => edit.input);
  if (key === null || first === undefined) return undefined;
  // All are inputs of one request; merged they are one again.
  return later.reduce(
    (merged, next) => mergeEdits(entry, merged, next) as InputOf<AnyRequest>,
    first,
  ) as InputOf<R>;
};

const changeKept = (key: string, change: Partial<Pick<UnsavedEdit, 'input' | 'error'>>): void =>
  useUnsavedEdits.setState(({ edits }) => ({
    edits: edits.map((edit) => (edit.key === key ? { ...edit, ...change } : edit)),
  }));

/**
 * The value that an edit sets for a field, in the input itself or in a change within it; undefined if neither has that
 * name.
 */
const wantedBy = (input: InputOf<AnyRequest>, field: string): unknown => {
  const parts = field.split('.');
  const last = parts.slice(-1);
  return [input, ...Object.values(input)]
    .flatMap((said) => [parts, last].map((way) => way.reduce<unknown>(held, said)))
    .find((value) => value !== undefined);
};

const held = (value: unknown, name: string): unknown => (isFields(value) ? value[name] : undefined);

/** Merges a later edit into one that waits for the analyst, who then sees the new value. */
export const addToCollided = (
  { key, entry, error, input: earlier }: CollidedEdit,
  later: InputOf<AnyRequest>,
): void => {
  const input = mergeEdits(entry, earlier, later) as InputOf<AnyRequest>;
  const collisions = error.collisions.map((collision) => {
    const ours = collision.field === null ? undefined : wantedBy(input, collision.field);
    return ours === undefined ? collision : { ...collision, ours };
  });
  changeKept(key, { input, error: { ...error, collisions } });
};

const waiting = (): readonly UnsavedEdit[] =>
  useUnsavedEdits.getState().edits.filter((edit) => !isCollided(edit));

let timer: ReturnType<typeof setTimeout> | undefined;

const retryLater = (): void => {
  if (timer !== undefined || waiting().length === 0) return;
  timer = setTimeout(() => {
    timer = undefined;
    void retryUnsavedEdits();
  }, RETRY_MS);
};

/** Records whose creation was refused: nothing more is requested for them. */

const refusals = new Map<string, AppError>();

/** Why a record of the act was never created; undefined if none was refused. */
export const refusalOf = (entry: AnyRequest, input: InputOf<AnyRequest>): AppError | undefined =>
  recordsOf(entry, input)
    .map((id) => refusals.get(id))
    .find((error) => error !== undefined);

/** Remembers why the act was refused, if it would have created a record. */
const noteRefusal = (entry: AnyRequest, input: InputOf<AnyRequest>, error: AppError): void => {
  const id = madeBy(entry, input);
  if (id !== null) refusals.set(id, error);
};

/** Keeps the edit if `answer` says that it could not be written. */
export const settleEdit = <R extends AnyRequest>(entry: R, input: InputOf<R>, answer: AnswerOf<R>): void => {
  if (answer.ok) return;
  const error = keepingErrorOf(entry, input, answer.error);
  if (error !== null) keep({ entry, input, error });
  else noteRefusal(entry, input, answer.error);
  retryLater();
};

/** Sends a kept edit, and forgets it if it was written or finally refused. */
const sendKept = async (edit: UnsavedEdit): Promise<AnswerOf<AnyRequest>> => {
  const refusal = refusalOf(edit.entry, edit.input);
  const answer: AnswerOf<AnyRequest> =
    refusal === undefined ? await request(edit.entry, edit.input) : { ok: false, error: refusal };
  if (answer.ok) {
    forget(edit.key);
    return answer;
  }
  const error = keepingErrorOf(edit.entry, edit.input, answer.error, true);
  if (error === null) {
    giveUp(edit.key);
    noteRefusal(edit.entry, edit.input, answer.error);
    return answer;
  }
  changeKept(edit.key, { error });
  return { ok: false, error };
};

const findKept = (key: string): UnsavedEdit | undefined => waiting().find((edit) => edit.key === key);

/** Whether trying the next one is pointless: this one still can't be written. */
const blocks = (key: string, answer: AnswerOf<AnyRequest>): boolean =>
  !answer.ok && findKept(key) !== undefined;

const sayRefused = (answer: AnswerOf<AnyRequest>, isSaid: boolean, key: string): void => {
  if (answer.ok || isSaid || useUnsavedEdits.getState().edits.some((edit) => edit.key === key)) return;
  const { title, text } = errorWords(answer.error);
  sayFailed(title, text);
};

/** Sends a kept edit and reports a refusal, unless its record was refused: that has been reported. */
const retryOne = async (key: string): Promise<AnswerOf<AnyRequest> | null> => {
  const edit = findKept(key);
  if (edit === undefined) return null;
  const isSaid = refusalOf(edit.entry, edit.input) !== undefined;
  const answer = await sendKept(edit);
  sayRefused(answer, isSaid, key);
  return answer;
};

/**
 * What an act waits for: its records, and the thing it sets if that is not a record. Empty for acts that may wait for
 * the analyst: nothing may queue behind those.
 */
export const turnsOf = <R extends AnyRequest>(entry: R, input: InputOf<R>): readonly string[] => {
  const records = recordsOf(entry, input);
  if (isNeverKept(entry)) return records.filter((id) => id === EVERYTHING);
  const key = supersedingKey(entry, input);
  return key === null ? records : [...records, key];
};

/** An edit of a trashed record waits for the restore, and must not hold it up. */
const isBroughtBack = ({ error }: UnsavedEdit, entry: AnyRequest): boolean =>
  entry === trashRestore && isGone(error);

/** Unwritten edits that the act must follow, with those that they wait for, in order. */
export const keptBefore = <R extends AnyRequest>(entry: R, input: InputOf<R>): readonly UnsavedEdit[] => {
  const turns = new Set(isNeverKept(entry) ? recordsOf(entry, input) : turnsOf(entry, input));
  if (turns.has(EVERYTHING)) return waiting();
  const isBefore = (edit: UnsavedEdit): boolean => {
    if (isBroughtBack(edit, entry)) return false;
    const own = turnsOf(edit.entry, edit.input);
    if (!own.some((turn) => turns.has(turn))) return false;
    for (const turn of own) turns.add(turn);
    return true;
  };
  return waiting().toReversed().filter(isBefore).toReversed();
};

/** The kept edit over which a later one may be merged: no adding or splitting edit lies between them. */
const laidOver = (kept: readonly UnsavedEdit[], key: string | null): UnsavedEdit | undefined => {
  const lastAddition = kept.findLastIndex((edit) => keyOf(edit) === null);
  return key === null ? undefined : kept.slice(lastAddition + 1).find((edit) => keyOf(edit) === key);
};

/** Keeps an edit behind the unwritten edits of its records, merged over an earlier one of the same thing. */
const keepBehind = <R extends AnyRequest>(
  kept: readonly UnsavedEdit[],
  entry: R,
  input: InputOf<R>,
  error: KeepingError,
): UnsavedEdit => {
  const earlier = laidOver(kept, supersedingKey(entry, input));
  if (earlier === undefined) return keep({ entry, input, error });
  // Both are inputs of one request; merged they are one again.
  const merged = mergeEdits(entry, earlier.input, input) as InputOf<R>;
  changeKept(earlier.key, { input: merged });
  return { ...earlier, input: merged };
};

/** Sends an edit in its turn behind the unwritten edits of its records. */
export const sendBehind = async <R extends AnyRequest>(
  kept: readonly UnsavedEdit[],
  entry: R,
  input: InputOf<R>,
): Promise<AnswerOf<R>> => {
  const [first] = kept;
  if (first === undefined) throw new Error('nothing is kept');
  const own = keepBehind(kept, entry, input, first.error);
  for (const { key } of kept) {
    if (key === own.key) break;
    const answer = await retryOne(key);
    if (answer !== null && !answer.ok && blocks(key, answer)) {
      changeKept(own.key, { error: answer.error as KeepingError });
      retryLater();
      return answer;
    }
  }
  const answer = await sendKept(findKept(own.key) ?? own);
  retryLater();
  // The answer is to a request of that entry.
  return answer as AnswerOf<R>;
};

/** An edit that waits for a folder does not hold up edits of other records. */
const waitsForFolder = (answer: AnswerOf<AnyRequest>): boolean => !answer.ok && isGone(answer.error);

/**
 * One queue a record: an act waits for earlier ones on the same records, so that an edit of a record still being
 * created comes after it. Acts on different records don't wait for each other, only for one on everything.
 */

type Tail = Promise<unknown>;

const tails = new Map<string, Tail>();

/** Runs `run` after all earlier requests on one of the records; at once if there were none. */
export const inTurn = <T>(records: readonly string[], run: () => Promise<T>): Promise<T> => {
  const earlier = records.includes(EVERYTHING)
    ? [...tails.values()]
    : [EVERYTHING, ...records].flatMap((id) => tails.get(id) ?? []);
  const turn = earlier.length === 0 ? run() : Promise.all(earlier).then(run);
  const tail: Tail = turn
    .catch(() => undefined)
    .then(() => {
      for (const id of records) if (tails.get(id) === tail) tails.delete(id);
    });
  for (const id of records) tails.set(id, tail);
  return turn;
};

/** Waits until all requested acts have had their turn. */
const allTurnsTaken = async (): Promise<void> => {
  await Promise.all(tails.values());
};

/** Retries all kept edits in order, up to the first that still can't be written. */
export const retryUnsavedEdits = async (): Promise<void> => {
  await allTurnsTaken();
  let written = 0;
  let hasRefused = false;
  for (const { key, entry, input } of waiting()) {
    const answer = await inTurn(turnsOf(entry, input), () => retryOne(key));
    if (answer !== null && blocks(key, answer) && !waitsForFolder(answer)) break;
    written += answer?.ok === true ? 1 : 0;
    hasRefused ||= answer?.ok === false;
  }
  const isAllSaved = written > 0 && !hasRefused && useUnsavedEdits.getState().edits.length === 0;
  if (isAllSaved) sayDone(hasPendingEdits() ? 'Your waiting changes are saved' : 'Everything is saved');
  retryLater();
};

/** Writes an edit that collided: it replaces what the other program wrote, which undo restores. */
export const keepOurs = async (edit: CollidedEdit): Promise<boolean> => {
  const answer = await request(edit.entry, edit.input);
  if (answer.ok) {
    forget(edit.key);
    return true;
  }
  const error = keepingErrorOf(edit.entry, edit.input, answer.error, true);
  if (error !== null) changeKept(edit.key, { error });
  const { title, text } = errorWords(answer.error);
  sayFailed(title, text);
  retryLater();
  return false;
};

/** Discards an edit that collided, or whose article or memo is gone: what is on the disk stays. */
export const giveUpEdit = ({ key }: UnsavedEdit): void => giveUp(key);

/** Writes what is typed and pending: before an act that reads the files, or closes them. */
export const saveEverything = async (): Promise<void> => {
  await flushAll();
  await retryUnsavedEdits();
};
