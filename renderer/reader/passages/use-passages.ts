import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import { recordsOf } from '#domain/contract/records-of.ts';
import type { Input, Output } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { type Outcome, outcomeOf } from '#renderer/bridge/outcome.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import {
  answerPending,
  failPending,
  forgetAnswered,
  type PendingAct,
  type PendingActs,
  settleUnsaved,
  unsavedIds,
  withPending,
} from './pending-passages.ts';

/** An act that changes or makes passages of the open article. */
export type PassageAct =
  | 'passage:add'
  | 'passage:add-region'
  | 'passage:add-page-region'
  | 'passage:edit'
  | 'passage:split'
  | 'passage:duplicate';

export type PassagesOfArticle = Pick<OpenArticle, 'about' | 'tasks'> & {
  readonly passages: readonly Passage[];
  /** Those of which something could not be written yet. */
  readonly unsavedIds: ReadonlySet<PassageId>;
  /** Shows at once what the act makes of the passages, and sends it. */
  save<N extends PassageAct>(
    name: N,
    input: Input<N>,
    shown: Pick<PendingAct, 'ids' | 'apply'>,
  ): Promise<Outcome>;
};

const nothingPending: PendingActs = [];

/** Pending acts, settled as answers come, as passages are read again, and as kept edits are written after all. */
const usePending = (annotations: unknown) => {
  const [pending, setPending] = useState(nothingPending);
  const [read, setRead] = useState(annotations);
  if (read !== annotations) {
    setRead(annotations);
    setPending(forgetAnswered(pending));
  }
  const edits = useUnsavedEdits((state) => state.edits);
  const givenUp = useUnsavedEdits((state) => state.givenUp);
  const lastGivenUp = useRef(givenUp);
  useEffect(() => {
    const kept = new Set(edits.flatMap(({ name, input }) => recordsOf(name, input)));
    const isGivenUp = lastGivenUp.current !== givenUp;
    lastGivenUp.current = givenUp;
    setPending((current) => settleUnsaved(current, kept, isGivenUp));
  }, [edits, givenUp]);
  return [pending, setPending] as const;
};

const passagesIn = (output: Output<PassageAct>): readonly Passage[] =>
  'first' in output ? [output.first, output.second] : [output];

/** The passages and tasks of an open article, as the analyst has left them this very moment. */
export const usePassages = (opened: OpenArticle): PassagesOfArticle => {
  const { id: articleId } = opened.article;
  const { data } = useQuery('article:annotations', { articleId });
  const annotations = data ?? opened;
  const [pending, setPending] = usePending(annotations);
  const lastNumber = useRef(0);
  const passages = useMemo(() => withPending(annotations.passages, pending), [annotations, pending]);
  const unsaved = useMemo(() => unsavedIds(pending), [pending]);

  const save: PassagesOfArticle['save'] = async (name, input, shown) => {
    lastNumber.current += 1;
    const number = lastNumber.current;
    setPending((current) => [...current, { ...shown, number, state: 'sending' }]);
    const answer = await act(name, input);
    const outcome = outcomeOf(name, input, answer);
    setPending((current) =>
      answer.ok
        ? answerPending(current, number, passagesIn(answer.value))
        : failPending(current, number, outcome === 'unsaved'),
    );
    return outcome;
  };
  return { about: annotations.about, tasks: annotations.tasks, passages, unsavedIds: unsaved, save };
};
