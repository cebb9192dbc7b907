import { useEffect, useMemo, useRef, useState } from 'react';
import type { OpenArticle } from '#domain/contract/article.ts';
import { recordsOf } from '#domain/contract/records-of.ts';
import type { Output } from '#domain/contract/requests.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import type { PassageAct, PassagesOfArticle } from '../state/passages-context.ts';
import {
  answerPending,
  failPending,
  forgetAnswered,
  type PendingActs,
  settleUnsaved,
  unsavedIds,
  withPending,
} from '../state/pending-passages.ts';

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
