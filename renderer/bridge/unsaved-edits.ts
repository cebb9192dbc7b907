/**
 * Edits that could not be written. Each stays here, is shown, and is tried again until it is on the disk; one that
 * another program has overtaken waits for the analyst instead, who chooses what stays. A later edit of the same thing is
 * laid over the earlier one, so that an old text never overwrites a new one and nothing that was said is lost.
 */
import { create } from 'zustand';
import type { AppError } from '#domain/contract/errors.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import { canSupersede, changedFieldsIn, mergeEdits, supersedingKey } from '#domain/contract/supersede.ts';
import { sayDone, sayFailed } from '#renderer/window/notices.ts';
import { errorWords } from './error-words.ts';
import { request } from './window-bridge.ts';

export type UnsavedEdit = {
  readonly key: string;
  readonly name: RequestName;
  readonly input: Input<RequestName>;
  readonly error: KeepingError;
};

/** Failures after which an edit is kept. */
const keepingCodes = ['write-failed', 'archive-gone', 'lock-lost', 'changed-outside'] as const;
export type KeepingError = Extract<AppError, { code: (typeof keepingCodes)[number] }>;
export type CollidedEdit = UnsavedEdit & {
  readonly error: Extract<AppError, { code: 'changed-outside' }>;
};

/** Whether the edit waits for the analyst, since another program has changed the same. */
export const isCollided = (edit: UnsavedEdit): edit is CollidedEdit => edit.error.code === 'changed-outside';

const RETRY_MS = 5000;

type UnsavedStore = {
  readonly edits: readonly UnsavedEdit[];
  /** How often an edit was given up for what another program wrote: a field that still shows it takes that over. */
  readonly givenUp: number;
};

export const useUnsavedEdits = create<UnsavedStore>(() => ({ edits: [], givenUp: 0 }));

let additions = 0;

const editKey = (name: RequestName, input: Readonly<Record<string, unknown>>): string => {
  additions += 1;
  return supersedingKey(name, input) ?? `${name} ${additions}`;
};

/** The input laid over what is unsaved of the same thing: written, it takes that with it. */
export const withUnsaved = <N extends RequestName>(name: N, input: Input<N>): Input<N> => {
  const key = supersedingKey(name, input);
  const unsaved = useUnsavedEdits.getState().edits.find((edit) => edit.key === key);
  // Both are inputs of one request; laid over each other they are one again.
  return unsaved === undefined ? input : (mergeEdits(name, unsaved.input, input) as Input<N>);
};

const drop = (key: string): void =>
  useUnsavedEdits.setState(({ edits }) => ({ edits: edits.filter((edit) => edit.key !== key) }));

const keep = (edit: UnsavedEdit): void =>
  useUnsavedEdits.setState(({ edits }) => ({
    edits: [...edits.filter(({ key }) => key !== edit.key), edit],
  }));

/**
 * Whether the act that failed so is kept as an unsaved edit. One that collides is, if its edit can be asked for again as
 * it is; anything else is looked at and done again by hand.
 */
const keepsAfter = <N extends RequestName>(
  name: N,
  input: Input<N>,
  error: AppError,
): error is KeepingError =>
  keepingCodes.some((code) => code === error.code) &&
  (error.code !== 'changed-outside' || canSupersede(name, input));

/** Whether the act is kept in the window although it failed. */
export const isKeptUnsaved = <N extends RequestName>(name: N, input: Input<N>, answer: Answer<N>): boolean =>
  !answer.ok && keepsAfter(name, input, answer.error);

/** The edit of the same thing that waits for the analyst: what comes after it waits with it, and is not sent. */
export const collidedEditOf = <N extends RequestName>(name: N, input: Input<N>): CollidedEdit | undefined => {
  const key = supersedingKey(name, input);
  return useUnsavedEdits.getState().edits.find((edit) => edit.key === key && isCollided(edit)) as
    | CollidedEdit
    | undefined;
};

const changeKept = (key: string, change: Partial<Pick<UnsavedEdit, 'input' | 'error'>>): void =>
  useUnsavedEdits.setState(({ edits }) => ({
    edits: edits.map((edit) => (edit.key === key ? { ...edit, ...change } : edit)),
  }));

/** The value of a field that an edit wants; undefined where its input does not say it by that name. */
const wantedBy = ({ name, input }: Pick<UnsavedEdit, 'name' | 'input'>, field: string): unknown => {
  const parts = field.split('.');
  const last = parts.slice(-1);
  const within = changedFieldsIn(name);
  const ways = [
    parts,
    last,
    ...(within === undefined
      ? []
      : [
          [within, ...last],
          [within, ...parts],
        ]),
  ];
  return ways.map((way) => way.reduce<unknown>(held, input)).find((value) => value !== undefined);
};

const held = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Lays a later edit over one that waits for the analyst, who is shown what it wants now. */
export const addToCollided = ({ key, name, error }: CollidedEdit, input: Input<RequestName>): void => {
  const collisions = error.collisions.map((collision) => {
    const ours = collision.field === null ? undefined : wantedBy({ name, input }, collision.field);
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

/** Keeps the edit where `answer` says that it could not be written; forgets earlier ones where it was. */
export const settleEdit = <N extends RequestName>(name: N, input: Input<N>, answer: Answer<N>): void => {
  const key = editKey(name, input);
  if (answer.ok) drop(key);
  else if (keepsAfter(name, input, answer.error)) keep({ key, name, input, error: answer.error });
  retryLater();
};

/** Answers whether the edits after it may be tried, too: it was written, refused for good, or waits for the analyst. */
const retryOne = async (edit: UnsavedEdit): Promise<boolean> => {
  const answer = await request(edit.name, edit.input);
  const isStillKept = useUnsavedEdits.getState().edits.includes(edit);
  if (!answer.ok && keepsAfter(edit.name, edit.input, answer.error)) {
    if (isStillKept) changeKept(edit.key, { error: answer.error });
    return answer.error.code === 'changed-outside' || !isStillKept;
  }
  if (isStillKept) drop(edit.key);
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    sayFailed(title, text);
  }
  return true;
};

/** Tries all kept edits again in their order, up to the first that still can't be written. */
export const retryUnsavedEdits = async (): Promise<void> => {
  const edits = waiting();
  for (const edit of edits) {
    if (!(await retryOne(edit))) break;
  }
  if (edits.length > 0 && useUnsavedEdits.getState().edits.length === 0) sayDone('Everything is saved');
  retryLater();
};

/** Writes an edit that collided: it takes the place of what the other program wrote, and undo gives that back. */
export const keepOurs = async (edit: CollidedEdit): Promise<boolean> => {
  const answer = await request(edit.name, edit.input);
  if (answer.ok) {
    drop(edit.key);
    return true;
  }
  if (keepsAfter(edit.name, edit.input, answer.error)) changeKept(edit.key, { error: answer.error });
  const { title, text } = errorWords(answer.error);
  sayFailed(title, text);
  retryLater();
  return false;
};

/** Gives up an edit that collided: what the other program wrote stays. */
export const keepTheirs = ({ key }: CollidedEdit): void => {
  drop(key);
  useUnsavedEdits.setState(({ givenUp }) => ({ givenUp: givenUp + 1 }));
};
