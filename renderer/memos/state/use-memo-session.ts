/**
 * One open memo: as it was read, and how to save it. The editor holds the text; main is queried again only after an
 * undo or redo, so that a late answer never reverts what was typed meanwhile.
 */

import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type Mapping, ReplaceStep } from '@tiptap/pm/transform';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerOf, InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import { memoOpen, memoSave, type OpenMemo } from '#domain/contract/memo.ts';
import { equalJson } from '#domain/equal-json.ts';
import type { MemoId } from '#domain/ids.ts';
import type { Memo } from '#domain/memo/memo.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import { act } from '#renderer/bridge/act.ts';
import {
  collidedEditOf,
  isKeptUnsaved,
  keptInputOf,
  useUnsavedEdits,
} from '#renderer/bridge/unsaved-edits.ts';
import { useQueryOnce } from '#renderer/bridge/use-query-once.ts';
import { useAutosave } from '#renderer/parts/note/use-autosave.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useBeforeClose } from '#renderer/window/before-close.ts';
import { useUndoRevision } from '#renderer/window/undo-revision.ts';
import { readContent } from './read-content.ts';

export type MemoPatch = Omit<InputOf<typeof memoSave>, 'memoId' | 'editId'>;

export type MemoSaving = {
  /** Takes a change, which is saved after a moment. */
  readonly change: (patch: MemoPatch) => void;
  /** Saves pending changes at once; further ones are a new undo step. */
  readonly flush: () => Promise<void>;
  /** Drops pending changes: the memo on the disk has replaced it. */
  readonly forget: () => void;
  /** Shows a text written by another act: it is neither saved again nor a typing step. */
  readonly takeIn: (editor: Editor, taken: TakenIn) => void;
  /** Calls the listener with unsaved typing, shortly after each last key, until the returned function is called. */
  readonly onDraft: (listener: (draft: MemoPatch) => void) => () => void;
  /** Whether there are unsaved changes. */
  readonly isPending: () => boolean;
  /** The unsaved changes. */
  readonly pending: () => MemoPatch;
};

export type MemoSession =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly error: AppError }
  | {
      readonly state: 'open';
      readonly opened: OpenMemo;
      /** Rises when the memo on the disk differs from the displayed one: the editor starts over with it. */
      readonly revision: number;
      readonly saving: MemoSaving;
    };

type Opened = { readonly opened: OpenMemo; readonly revision: number };

const writtenPart = ({ head, content, printedTaskIds }: Memo) => ({ head, content, printedTaskIds });

const isShown = (shown: Memo | null, read: Memo): boolean =>
  shown !== null && equalJson(writtenPart(shown), writtenPart(read));

/** The memo including unwritten changes: typing continues from there, and its saves have to include them. */
const withKept = (read: Memo, kept: MemoPatch | undefined, pending: MemoPatch): Memo => {
  if (kept === undefined) return read;
  const { head, content, printedTaskIds } = { ...writtenPart(read), ...kept, ...pending };
  return { ...read, head, content, printedTaskIds };
};

/** The pause before typing is shown in the preview. */
const DRAFT_MS = 150;

/** Reports a draft shortly after its last change. */
const useDrafts = (pending: { readonly current: MemoPatch }) => {
  const [drafts] = useState(() => {
    const listeners = new Set<(draft: MemoPatch) => void>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      for (const listener of listeners) listener(pending.current);
    };
    return {
      touch() {
        clearTimeout(timer);
        timer = setTimeout(tell, DRAFT_MS);
      },
      /** Saved changes are not a draft any more. */
      end: () => clearTimeout(timer),
      onDraft(listener: (draft: MemoPatch) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  return drafts;
};

/** A text that another act has made from the editor's: its base, and what was typed since. */
export type TakenIn = { readonly base: Node; readonly typed: Mapping; readonly content: MemoContent };

/** Applies the differences of `content` to the editor's text; the selection and later typing stay. */
export const showContent = (editor: Editor, { base, typed, content }: TakenIn): void => {
  const { schema, tr } = editor.state;
  const fresh = schema.nodeFromJSON(content);
  const from = base.content.findDiffStart(fresh.content);
  const to = base.content.findDiffEnd(fresh.content);
  if (from === null || to === null) return;
  // If both ends of the difference have the same letters, the ends would overlap.
  const overlap = Math.max(0, from - Math.min(to.a, to.b));
  const [start, end] = [typed.map(from, -1), typed.map(to.a + overlap, 1)];
  const slice = fresh.slice(from, to.b + overlap);
  // Unchanged if possible. Only if typing has made other blocks there is it fitted to them: fitting a slice of several
  // sections cuts the first of them in two.
  if (tr.maybeStep(new ReplaceStep(start, end, slice)).failed !== null) tr.replace(start, end, slice);
  editor.view.dispatch(tr.setMeta('addToHistory', false).setMeta('preventUpdate', true));
};

const useMemoSaving = (memoId: MemoId, latest: { current: Memo | null }): MemoSaving => {
  const pending = useRef<MemoPatch>({});
  const drafts = useDrafts(pending);
  const editId = useRef<() => string>(() => '');
  const autosave = useAutosave(async () => {
    const patch = pending.current;
    pending.current = {};
    drafts.end();
    const input = { memoId, editId: editId.current(), ...patch };
    const answer = await act(memoSave, input);
    // The next save replaces one that could not be written, so it has to include its changes.
    if (isKeptUnsaved(memoSave, input, answer)) pending.current = { ...patch, ...pending.current };
  });
  editId.current = autosave.editId;
  const change = useCallback(
    (patch: MemoPatch): void => {
      pending.current = { ...pending.current, ...patch };
      if (latest.current !== null) latest.current = { ...latest.current, ...patch };
      autosave.touch();
      drafts.touch();
    },
    [autosave, drafts, latest],
  );
  useBeforeClose(autosave.flush);
  useEffect(() => () => void autosave.flush(), [autosave]);
  const forget = useCallback(() => {
    pending.current = {};
  }, []);
  const takeIn = useCallback(
    (editor: Editor, taken: TakenIn): void => {
      showContent(editor, taken);
      // The next save has to include both.
      if (pending.current.content !== undefined) change({ content: readContent(editor.state.doc) });
      else if (latest.current !== null) latest.current = { ...latest.current, content: taken.content };
    },
    [latest, change],
  );
  return useMemo(
    () => ({
      ...{ change, flush: autosave.flush, forget, takeIn, onDraft: drafts.onDraft },
      isPending: () => Object.keys(pending.current).length > 0,
      pending: () => pending.current,
    }),
    [change, autosave, forget, takeIn, drafts],
  );
};

/** Opens the memo, keeps it open, and saves it. Mount it once per memo (key by its id). */
export const useMemoSession = (memoId: MemoId): MemoSession => {
  const stepsBack = useUndoRevision(({ count }) => count);
  const givenUp = useUnsavedEdits((state) => state.givenUp);
  const [session, setSession] = useState<Opened | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef<Memo | null>(null);
  const saving = useMemoSaving(memoId, latest);

  /** A memo that could not be read was not displayed meanwhile: its editor starts over. */
  const stays = (memo: Memo): boolean =>
    error === null &&
    // The typed text stays displayed until the analyst has chosen between it and another program's.
    (isShown(latest.current, memo) || collidedEditOf(memoSave, { memoId, editId: '' }) !== undefined);
  const fail = (failure: AppError): void => {
    // Unsaved typing exists only in this window: it stays displayed and editable until it is saved or discarded.
    const isUnsaved = keptInputOf(memoSave, { memoId, editId: '' }) !== undefined || saving.isPending();
    if (session === null || !isUnsaved) setError(failure);
  };
  const show = (read: OpenMemo): void => {
    const kept = keptInputOf(memoSave, { memoId, editId: '' });
    const memo = withKept(read.memo, kept, saving.pending());
    setError(null);
    if (stays(memo)) return;
    if (kept === undefined) saving.forget();
    latest.current = memo;
    setSession({ opened: { ...read, memo }, revision: (session?.revision ?? 0) + 1 });
  };
  const takeIn = useLatest((answer: AnswerOf<typeof memoOpen>): void =>
    answer.ok ? show(answer.value) : fail(answer.error),
  );
  // Read again after each undo, and when an edit was discarded.
  const answer = useQueryOnce(memoOpen, { memoId }, `${stepsBack} ${givenUp}`);
  useEffect(() => {
    if (answer !== null) takeIn.current(answer);
  }, [answer]);

  if (error !== null) return { state: 'failed', error };
  return session === null ? { state: 'opening' } : { state: 'open', ...session, saving };
};
