/**
 * One memo while it is open: as it was read, and a way to save it. The editor holds the text; main is asked again
 * only after an undo or a redo, so that a late answer never takes back what was typed meanwhile.
 */
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type Mapping, ReplaceStep } from '@tiptap/pm/transform';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import type { OpenMemo } from '#domain/contract/memo.ts';
import type { Answer, Input } from '#domain/contract/requests.ts';
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

export type MemoPatch = Omit<Input<'memo:save'>, 'memoId' | 'editId'>;

export type MemoSaving = {
  /** Takes a change; it is written in a moment. */
  readonly change: (patch: MemoPatch) => void;
  /** Writes at once what is pending; what follows is a step of undo of its own. */
  readonly flush: () => Promise<void>;
  /** Drops what is pending: the memo on the disk has taken its place. */
  readonly forget: () => void;
  /** Shows a text that was written by another act: it is neither saved again nor a step of typing. */
  readonly takeIn: (editor: Editor, taken: TakenIn) => void;
  /** Hears what is typed and not saved yet, a moment after each last key, until the returned function is called. */
  readonly onDraft: (listener: (draft: MemoPatch) => void) => () => void;
  /** Whether something is typed and not saved yet. */
  readonly isPending: () => boolean;
  /** What is typed and not saved yet. */
  readonly pending: () => MemoPatch;
};

export type MemoSession =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly error: AppError }
  | {
      readonly state: 'open';
      readonly opened: OpenMemo;
      /** Rises when the memo on the disk is not the one that is shown: the editor begins anew with it. */
      readonly revision: number;
      readonly saving: MemoSaving;
    };

type Opened = { readonly opened: OpenMemo; readonly revision: number };

const writtenPart = ({ head, content, printedTaskIds }: Memo) => ({ head, content, printedTaskIds });

const isShown = (shown: Memo | null, read: Memo): boolean =>
  shown !== null && equalJson(writtenPart(shown), writtenPart(read));

/** The memo with what could not be written yet: typing goes on from there, and what it saves has to hold it. */
const withKept = (read: Memo, kept: MemoPatch | undefined, pending: MemoPatch): Memo => {
  if (kept === undefined) return read;
  const { head, content, printedTaskIds } = { ...writtenPart(read), ...kept, ...pending };
  return { ...read, head, content, printedTaskIds };
};

/** A pause after which what is typed is shown as it would be printed. */
const DRAFT_MS = 150;

/** Tells of a draft a moment after it was touched last. */
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
      /** What is saved is no draft any more. */
      end: () => clearTimeout(timer),
      onDraft(listener: (draft: MemoPatch) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  });
  return drafts;
};

/** A text that another act has made of the one that the editor held: that, and what was typed since. */
export type TakenIn = { readonly base: Node; readonly typed: Mapping; readonly content: MemoContent };

/** Puts what differs of `content` into the text of the editor; the selection and what was typed stay. */
export const showContent = (editor: Editor, { base, typed, content }: TakenIn): void => {
  const { schema, tr } = editor.state;
  const fresh = schema.nodeFromJSON(content);
  const from = base.content.findDiffStart(fresh.content);
  const to = base.content.findDiffEnd(fresh.content);
  if (from === null || to === null) return;
  // Where the same letters stand at both ends of what differs, the ends meet.
  const overlap = Math.max(0, from - Math.min(to.a, to.b));
  const [start, end] = [typed.map(from, -1), typed.map(to.a + overlap, 1)];
  const slice = fresh.slice(from, to.b + overlap);
  // As it stands. Only where what was typed has made other blocks there is it fitted to them: a slice of several
  // sections that is fitted cuts the first of them in two.
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
    const answer = await act('memo:save', input);
    // The next save takes the place of one that could not be written, so it has to carry what that one held.
    if (isKeptUnsaved('memo:save', input, answer)) pending.current = { ...patch, ...pending.current };
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
      // What is saved next has to hold both.
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

  /** A memo that could not be read was not on show meanwhile: its editor begins anew. */
  const stays = (memo: Memo): boolean =>
    error === null &&
    // What was typed stays on show until the analyst has chosen between it and what another program wrote.
    (isShown(latest.current, memo) || collidedEditOf('memo:save', { memoId, editId: '' }) !== undefined);
  const fail = (failure: AppError): void => {
    // What is typed stands in this window alone: it stays on show, and is typed on, until it is saved or given up.
    const isUnsaved = keptInputOf('memo:save', { memoId, editId: '' }) !== undefined || saving.isPending();
    if (session === null || !isUnsaved) setError(failure);
  };
  const show = (read: OpenMemo): void => {
    const kept = keptInputOf('memo:save', { memoId, editId: '' });
    const memo = withKept(read.memo, kept, saving.pending());
    setError(null);
    if (stays(memo)) return;
    if (kept === undefined) saving.forget();
    latest.current = memo;
    setSession({ opened: { ...read, memo }, revision: (session?.revision ?? 0) + 1 });
  };
  const takeIn = useLatest((answer: Answer<'memo:open'>): void =>
    answer.ok ? show(answer.value) : fail(answer.error),
  );
  // Read again after each step back, and where an edit was given up.
  const answer = useQueryOnce('memo:open', { memoId }, `${stepsBack} ${givenUp}`);
  useEffect(() => {
    if (answer !== null) takeIn.current(answer);
  }, [answer]);

  if (error !== null) return { state: 'failed', error };
  return session === null ? { state: 'opening' } : { state: 'open', ...session, saving };
};
