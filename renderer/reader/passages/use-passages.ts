import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import type { Input, Output, RequestName } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { isKeptUnsaved, useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import {
  addPending,
  answerPending,
  failPending,
  forgetAnswered,
  nothingPending,
  type PendingPassage,
  type PendingPassages,
  settleUnsaved,
  withPending,
} from './pending-passages.ts';

/** An act on one passage: it answers with the passage as it then stands, or null where it is gone. */
export type PassageChange = {
  [N in Extract<RequestName, `passage:${string}`>]: Output<N> extends Passage | null ? N : never;
}[Extract<RequestName, `passage:${string}`>];

export type PassagesOfArticle = Pick<OpenArticle, 'about' | 'tasks'> & {
  readonly passages: readonly Passage[];
  /** Those whose last act could not be written yet. */
  readonly unsavedIds: ReadonlySet<PassageId>;
  /**
   * Shows `passage` (null: it is gone) under `id` at once and sends the request. Answers the id under which it
   * stands on the disk, or null where the act failed.
   */
  save<N extends PassageChange>(
    id: PassageId,
    passage: Passage | null,
    name: N,
    input: Input<N>,
  ): Promise<PassageId | null>;
};

const unsavedIdsOf = (pending: PendingPassages): ReadonlySet<PassageId> =>
  new Set([...pending].filter(([, { state }]) => state === 'unsaved').map(([id]) => id));

/** Pending acts, settled as answers come, as passages are read again, and as kept edits are written after all. */
const usePending = (annotations: unknown) => {
  const [pending, setPending] = useState(nothingPending);
  const [read, setRead] = useState(annotations);
  if (read !== annotations) {
    setRead(annotations);
    setPending(forgetAnswered(pending));
  }
  const edits = useUnsavedEdits((state) => state.edits);
  useEffect(() => {
    setPending((current) => settleUnsaved(current, edits));
  }, [edits]);
  return [pending, setPending] as const;
};

/** The passages and tasks of an open article, as the analyst has left them this very moment. */
export const usePassages = (opened: OpenArticle): PassagesOfArticle => {
  const { id: articleId } = opened.article;
  const { data } = useQuery('article:annotations', { articleId });
  const annotations = data ?? opened;
  const [pending, setPending] = usePending(annotations);
  const lastAct = useRef(0);
  const passages = useMemo(() => withPending(annotations.passages, pending), [annotations, pending]);
  const unsavedIds = useMemo(() => unsavedIdsOf(pending), [pending]);

  const save: PassagesOfArticle['save'] = async (id, passage, name, input) => {
    lastAct.current += 1;
    const number = lastAct.current;
    const entry: PendingPassage = { passage, state: 'sending', act: number, name, input };
    setPending((current) => addPending(current, id, entry));
    const answer = await act(name, input);
    if (answer.ok) {
      const written = answer.value;
      setPending((current) => answerPending(current, id, number, written));
      return written?.id ?? id;
    }
    const isKept = isKeptUnsaved(name, answer);
    setPending((current) => failPending(current, id, number, isKept));
    return null;
  };
  return { about: annotations.about, tasks: annotations.tasks, passages, unsavedIds, save };
};
