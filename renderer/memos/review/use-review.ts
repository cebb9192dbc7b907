/** The remarks on the open memo, their places in the text being typed, and the acts on them. */

import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { InputOf } from '#domain/contract/any-request.ts';
import type { AppError } from '#domain/contract/errors/app-error.ts';
import {
  type MemoRemarks,
  memoAddComment,
  memoRemarks,
  memoSettleRemarks,
  type SettledRemarks,
} from '#domain/contract/memo-round.ts';
import { type MemoId, newRemarkIdSchema, type RemarkId } from '#domain/ids.ts';
import type { MemoContent } from '#domain/memo/memo-content.ts';
import type { WrittenPlace } from '#domain/memo/round/carry-places.ts';
import { placeRemarks, type RemarkPlaces } from '#domain/memo/round/place-remarks.ts';
import { competitors, isOpenRemark } from '#domain/memo/round/settle-remarks.ts';
import { act } from '#renderer/bridge/act.ts';
import { newId } from '#renderer/bridge/new-id.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import { runCommand, useCommand } from '#renderer/commands/commands.ts';
import { sayHint } from '#renderer/window/notices.ts';
import { focusText } from '../state/focus-text.ts';
import type { MemoInEditor } from '../state/memo-store.ts';
import { readContent } from '../state/read-content.ts';
import type { MemoSaving } from '../state/use-memo-session.ts';
import { type DrawnRemark, placeOfSelection, revealCurrent, showRemarks } from './show-remarks.ts';

/** The pause before typing is evaluated. */
const SETTLE_MS = 300;

/** The memo's text shortly after the last typing; the same object while its content is the same. */
const useSettledContent = ({ editor }: MemoInEditor, isWanted: boolean): MemoContent | null => {
  const [content, setContent] = useState<MemoContent | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => setContent(readContent(editor.state.doc));
    const readSoon = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (!transaction.docChanged) return;
      clearTimeout(timer);
      timer = setTimeout(read, SETTLE_MS);
    };
    read();
    editor.on('transaction', readSoon);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', readSoon);
    };
  }, [editor, isWanted]);
  return content;
};

/** The current text, and its changes from further typing, until stopped. */
const followTyping = (editor: Editor) => {
  const base = editor.state.doc;
  const typed = new Mapping();
  const follow = ({ transaction }: { readonly transaction: Transaction }): void =>
    typed.appendMapping(transaction.mapping);
  editor.on('transaction', follow);
  return {
    end: () => {
      editor.off('transaction', follow);
      return { base, typed };
    },
  };
};

/** The open remarks that have a place, with their rank among alternative changes. */
const drawnRemarks = (remarks: MemoRemarks['remarks'], places: RemarkPlaces): readonly DrawnRemark[] => {
  const rivals = competitors(remarks, places);
  const order = new Map(remarks.map((remark, at) => [remark.id, at]));
  const isBefore = (a: RemarkId, b: RemarkId): boolean => (order.get(a) ?? 0) < (order.get(b) ?? 0);
  return remarks.flatMap((remark) => {
    const place = isOpenRemark(remark) ? places.get(remark.id) : undefined;
    const others = rivals.get(remark.id) ?? [];
    const rank = others.length === 0 ? 0 : 1 + others.filter(({ id }) => isBefore(id, remark.id)).length;
    return place === undefined ? [] : { remark, place, rank };
  });
};

const noPlaces: RemarkPlaces = new Map();
const nothing: MemoRemarks = { rounds: [], remarks: [], snapshots: [] };

export type Review = MemoRemarks & {
  readonly memoId: MemoId;
  /** Why they can't be read; null if they can. */
  readonly error: AppError | null;
  readonly places: RemarkPlaces;
  /** The text for which the places are known; null until it was read. */
  readonly content: MemoContent | null;
  /** Marks remarks in the text as current. */
  readonly showCurrent: (ids: readonly RemarkId[]) => void;
  /** How many are undecided. */
  readonly open: number;
  /** The current text. */
  readonly readNow: () => MemoContent;
  /** The place for which a comment is being written; null if none is. */
  readonly composing: WrittenPlace | null;
  readonly endComment: () => void;
  /** Adds a comment, or a reply to one; returns whether it was saved. */
  readonly comment: (
    said: Pick<InputOf<typeof memoAddComment>, 'place' | 'text' | 'repliesTo'>,
  ) => Promise<boolean>;
  /** Decides on remarks; the editor's text then includes what was taken. Returns null on failure. */
  readonly settle: (settled: InputOf<typeof memoSettleRemarks>['settled']) => Promise<SettledRemarks | null>;
};

export const useReview = (
  memoId: MemoId,
  editing: MemoInEditor,
  saving: MemoSaving,
  isReadOnly: boolean,
): Review => {
  const { data = nothing, error } = useQuery(memoRemarks, { memoId });
  const { remarks, snapshots } = data;
  const content = useSettledContent(editing, remarks.length > 0);
  const places = useMemo(
    () => (content === null ? noPlaces : placeRemarks(remarks, snapshots, content)),
    [remarks, snapshots, content],
  );
  const [current, showCurrent] = useState<readonly RemarkId[]>([]);
  useEffect(() => {
    const drawn = drawnRemarks(remarks, places);
    showRemarks(editing.editor, { drawn, current: new Set(current) });
  }, [editing, remarks, places, current]);
  useEffect(() => {
    if (current.length > 0) revealCurrent(editing.editor);
  }, [editing, current]);
  const settle = useCallback<Review['settle']>(
    async (settled) => {
      await saving.flush();
      const { editor } = editing;
      const typing = followTyping(editor);
      const answer = await act(memoSettleRemarks, { memoId, settled });
      const taken = typing.end();
      if (!answer.ok) return null;
      saving.takeIn(editor, { ...taken, content: answer.value.content });
      return answer.value;
    },
    [memoId, editing, saving],
  );
  const comment = useCallback<Review['comment']>(
    async (said) => {
      await saving.flush();
      const remarkId = newId(newRemarkIdSchema);
      return (await act(memoAddComment, { memoId, remarkId, ...said })).ok;
    },
    [memoId, saving],
  );
  const { editor } = editing;
  const [composing, setComposing] = useState<WrittenPlace | null>(null);
  const compose = (): void => {
    const place = placeOfSelection(editor);
    if (place === null) {
      sayHint('Put the cursor in a paragraph first');
      return;
    }
    setComposing(place);
    runCommand('memo.review');
  };
  useCommand('memo.comment', compose, !isReadOnly);
  const endComment = useCallback((): void => {
    setComposing(null);
    focusText(editor);
  }, [editor]);
  const readNow = useCallback(() => readContent(editor.state.doc), [editor]);
  const open = remarks.filter(isOpenRemark).length;
  return {
    ...{ memoId, error: error ?? null, ...data, places, content, open, settle, showCurrent },
    ...{ comment, composing, endComment, readNow },
  };
};
