/**
 * Edits that could not be written. Each stays here, is shown, and is tried again until it is on the disk. A later
 * edit of the same thing is laid over the earlier one, so that an old text never overwrites a new one and nothing
 * that was said is lost.
 */
import { create } from 'zustand';
import type { AppError } from '#domain/contract/errors.ts';
import type { Answer, Input, RequestName } from '#domain/contract/requests.ts';
import { errorWords } from './error-words.ts';
import { mergeEdit } from './merge-edit.ts';
import { sayDone, sayFailed } from './notices.ts';
import { request } from './window-bridge.ts';

export type UnsavedEdit = {
  readonly key: string;
  readonly name: RequestName;
  readonly input: Input<RequestName>;
  readonly error: Extract<AppError, { code: 'write-failed' }>;
};

const RETRY_MS = 5000;

export const useUnsavedEdits = create<{ readonly edits: readonly UnsavedEdit[] }>(() => ({ edits: [] }));

const idFields = ['articleId', 'passageId', 'tagId', 'sourceId', 'memoId', 'taskId', 'draftId', 'searchId'];
const setters = /:(set-|change$|correct$|save$|rename$|move$|define$|relabel$|resize$|keep-place$)/;

let additions = 0;

/** Edits with one key are of one thing, and are laid over each other; null for an addition, which stands alone. */
const sharedKey = (name: RequestName, input: Readonly<Record<string, unknown>>): string | null =>
  setters.test(name) ? [name, ...idFields.map((field) => String(input[field] ?? ''))].join(' ') : null;

const editKey = (name: RequestName, input: Readonly<Record<string, unknown>>): string => {
  additions += 1;
  return sharedKey(name, input) ?? `${name} ${additions}`;
};

/** The input laid over what is unsaved of the same thing: written, it takes that with it. */
export const withUnsaved = <N extends RequestName>(name: N, input: Input<N>): Input<N> => {
  const key = sharedKey(name, input);
  const unsaved = useUnsavedEdits.getState().edits.find((edit) => edit.key === key);
  // Both are inputs of one request; laid over each other they are one again.
  return unsaved === undefined ? input : (mergeEdit(unsaved.input, input) as Input<N>);
};

const drop = (key: string): void =>
  useUnsavedEdits.setState(({ edits }) => ({ edits: edits.filter((edit) => edit.key !== key) }));

const keep = (edit: UnsavedEdit): void =>
  useUnsavedEdits.setState(({ edits }) => ({
    edits: [...edits.filter(({ key }) => key !== edit.key), edit],
  }));

let timer: ReturnType<typeof setTimeout> | undefined;

const retryLater = (): void => {
  if (timer !== undefined || useUnsavedEdits.getState().edits.length === 0) return;
  timer = setTimeout(() => {
    timer = undefined;
    void retryUnsavedEdits();
  }, RETRY_MS);
};

/** Keeps the edit where `answer` says that it could not be written; forgets earlier ones where it was. */
export const settleEdit = <N extends RequestName>(name: N, input: Input<N>, answer: Answer<N>): void => {
  const key = editKey(name, input);
  if (answer.ok) drop(key);
  else if (answer.error.code === 'write-failed') keep({ key, name, input, error: answer.error });
  retryLater();
};

/** Answers whether the edit is settled: written, or refused in a way that trying again can't mend. */
const retryOne = async (edit: UnsavedEdit): Promise<boolean> => {
  const answer = await request(edit.name, edit.input);
  const isStillKept = useUnsavedEdits.getState().edits.includes(edit);
  if (!answer.ok && answer.error.code === 'write-failed') return !isStillKept;
  if (isStillKept) drop(edit.key);
  if (!answer.ok) {
    const { title, text } = errorWords(answer.error);
    sayFailed(title, text);
  }
  return true;
};

/** Tries all kept edits again in their order, up to the first that still can't be written. */
export const retryUnsavedEdits = async (): Promise<void> => {
  const { edits } = useUnsavedEdits.getState();
  for (const edit of edits) {
    if (!(await retryOne(edit))) break;
  }
  if (edits.length > 0 && useUnsavedEdits.getState().edits.length === 0) sayDone('Everything is saved');
  retryLater();
};
