import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { effectiveBibliography } from '#domain/article/effective-bibliography.ts';
import type { OutputOf } from '#domain/contract/any-request.ts';
import { articleAnnotations, type OpenArticle } from '#domain/contract/article.ts';
import { passageRelationCounts, type RelationCount } from '#domain/contract/passage.ts';
import { recordsOf } from '#domain/contract/supersede.ts';
import type { ArticleId, PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage/passage.ts';
import { act } from '#renderer/bridge/act.ts';
import { outcomeOf } from '#renderer/bridge/outcome.ts';
import { useUnsavedEdits } from '#renderer/bridge/unsaved-edits.ts';
import { useQuery } from '#renderer/bridge/use-query.ts';
import type { Publication } from '#renderer/parts/passage/card/print-speaker.ts';
import { useSources } from '#renderer/parts/source/use-sources.ts';
import type { PassageAct, PassagesOfArticle } from '#renderer/reader/state/passages-context.ts';
import {
  answerPending,
  failPending,
  forgetAnswered,
  type PendingActs,
  settleUnsaved,
  unsavedIds,
  withPending,
} from '#renderer/reader/state/pending-passages.ts';
import { PassagesContext } from '../state/passages-context.ts';
import { createPlacer } from '../state/place-passages.ts';
import { useReader } from '../state/reader-context.ts';
import { usePassageActs } from './use-passage-acts.ts';

const usePublication = (about: OpenArticle['about'], publisher: string | null): Publication | null => {
  const { byId } = useSources();
  return useMemo(() => {
    const source = about.publicationId === null ? undefined : byId.get(about.publicationId);
    if (source !== undefined) return { id: source.id, name: source.name, reliability: source.reliability };
    return publisher === null ? null : { id: null, name: publisher, reliability: null };
  }, [byId, about.publicationId, publisher]);
};

export type PassagesProviderProps = { readonly opened: OpenArticle; readonly children: ReactNode };

/** Provides the reader's parts with the article's passages, its details, and the acts on them. */
export const PassagesProvider = ({ opened, children }: PassagesProviderProps) => {
  const { article } = useReader();
  const passages = usePassages(opened);
  const acts = usePassageActs(passages);
  const { about, tasks, unsavedIds } = passages;
  const place = useMemo(() => createPlacer(article.index), [article]);
  const placed = useMemo(() => place(passages.passages), [place, passages.passages]);
  const relationCounts = useRelationCounts(article.article.id);
  const bibliography = useMemo(() => effectiveBibliography(article.article, about), [article, about]);
  const publication = usePublication(about, bibliography.publisher);
  const shared = useMemo(
    () => ({ about, tasks, unsavedIds, placed, acts, relationCounts, bibliography, publication }),
    [about, tasks, unsavedIds, placed, acts, relationCounts, bibliography, publication],
  );
  return <PassagesContext value={shared}>{children}</PassagesContext>;
};

const nothingPending: PendingActs = [];

/** Pending acts, settled as answers arrive, as passages are read again, and as kept edits are finally written. */
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
    const kept = new Set(edits.flatMap(({ entry, input }) => recordsOf(entry, input)));
    const isGivenUp = lastGivenUp.current !== givenUp;
    lastGivenUp.current = givenUp;
    setPending((current) => settleUnsaved(current, kept, isGivenUp));
  }, [edits, givenUp]);
  return [pending, setPending] as const;
};

const passagesIn = (output: OutputOf<PassageAct>): readonly Passage[] =>
  'first' in output ? [output.first, output.second] : [output];

/** The passages and tasks of an open article, including changes not yet written. */
export const usePassages = (opened: OpenArticle): PassagesOfArticle => {
  const { id: articleId } = opened.article;
  const { data } = useQuery(articleAnnotations, { articleId });
  const annotations = data ?? opened;
  const [pending, setPending] = usePending(annotations);
  const lastNumber = useRef(0);
  const passages = useMemo(() => withPending(annotations.passages, pending), [annotations, pending]);
  const unsaved = useMemo(() => unsavedIds(pending), [pending]);

  const save: PassagesOfArticle['save'] = async (request, input, shown) => {
    lastNumber.current += 1;
    const number = lastNumber.current;
    setPending((current) => [...current, { ...shown, number, state: 'sending' }]);
    const answer = await act(request, input);
    const outcome = outcomeOf(request, input, answer);
    setPending((current) =>
      answer.ok
        ? answerPending(current, number, passagesIn(answer.value))
        : failPending(current, number, outcome === 'unsaved'),
    );
    return outcome;
  };
  return { about: annotations.about, tasks: annotations.tasks, passages, unsavedIds: unsaved, save };
};

/** How many links each passage of the article has; passages without links are left out. */
const useRelationCounts = (articleId: ArticleId): ReadonlyMap<PassageId, RelationCount> => {
  const { data } = useQuery(passageRelationCounts, { articleId });
  return useMemo(() => new Map(data?.map((counted) => [counted.passageId, counted])), [data]);
};
