import { useState } from 'react';
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Label } from '#domain/passage/label.ts';
import { mannerOfAll } from '#domain/passage/manner-of.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import type { PassageActs } from '#renderer/parts/passage/card/passage-acts.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { useReader } from '../state/reader-context.ts';
import { type ReaderStore, renamePassage, selectPassage } from '../state/reader-store.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import {
  type ChangeRequest,
  type ChangingActs,
  createChangingActs,
  type OnPassage,
} from './changing-acts.ts';
import { provisionalId, provisionalPassage } from './provisional-passage.ts';
import type { PassagesOfArticle } from './use-passages.ts';

export type ReaderActs = ChangingActs & {
  /**
   * Makes one passage of `ranges` (in the order of the text), shown at once and selected. Answers its id on the
   * disk, null where it could not be written.
   */
  make(ranges: readonly TextRange[], label: Label): Promise<PassageId | null>;
  of(passage: Passage): PassageActs;
  /** The id on the disk of a passage that may still be being written; null where it could not be. */
  bornId(id: PassageId): Promise<PassageId | null>;
  /** A name for the passage that stays the same when it gets its id on the disk. */
  keyOf(id: PassageId): string;
};

/**
 * A passage that is still being written has no id on the disk yet: an act on it waits for that id.
 */
const createReaderActs = (
  article: PreparedArticle,
  store: ReaderStore,
  save: PassagesOfArticle['save'],
): ReaderActs => {
  const { id: articleId } = article.article;
  const births = new Map<PassageId, Promise<PassageId | null>>();
  const keys = new Map<PassageId, PassageId>();

  const bornId = (id: PassageId): Promise<PassageId | null> => births.get(id) ?? Promise.resolve(id);

  /** Selects a passage that is being written, under the id of the time being until it has its own. */
  const select = (id: PassageId, birth: Promise<PassageId | null>): void => {
    births.set(id, birth);
    selectPassage(store, id);
    void birth.then((bornAs) => {
      if (bornAs === null) return;
      keys.set(bornAs, id);
      renamePassage(store, id, bornAs);
    });
  };

  const make: ReaderActs['make'] = (ranges, label) => {
    const id = provisionalId();
    const manner = mannerOfAll(article.spans, ranges);
    const passage = provisionalPassage(article.index, { id, ranges, label, manner }, Date.now());
    const input = { articleId, ranges: [...ranges], label, manner };
    const birth = save(id, passage, 'passage:add', {
      ...input,
      tagIds: [],
      sourceId: null,
      grade: passage.grade,
      basis: null,
      note: null,
      tasks: [],
    });
    select(id, birth);
    return birth;
  };

  const change = async <N extends ChangeRequest>(
    passage: Passage,
    next: Passage | null,
    name: N,
    inputOn: (on: OnPassage) => Input<N>,
  ): Promise<void> => {
    const passageId = await bornId(passage.id);
    if (passageId === null) return;
    const shown = next === null ? null : { ...next, id: passageId };
    await save(passageId, shown, name, inputOn({ articleId, passageId }));
  };

  const of = (passage: Passage): PassageActs => {
    const set = <N extends ChangeRequest>(
      shown: Partial<Passage>,
      name: N,
      inputOn: (on: OnPassage) => Input<N>,
    ) => change(passage, { ...passage, ...shown }, name, inputOn);
    return {
      setLabel: (label) => set({ label }, 'passage:relabel', (on) => ({ ...on, label })),
      setTags: (ids) => set({ tagIds: [...ids] }, 'passage:set-tags', (on) => ({ ...on, tagIds: [...ids] })),
      setSource: (sourceId) => set({ sourceId }, 'passage:set-source', (on) => ({ ...on, sourceId })),
      setGrade: (grade, confirmedBecause) =>
        set({ grade, confirmedBecause }, 'passage:set-grade', (on) => ({ ...on, grade, confirmedBecause })),
      setManner: (manner, basis) =>
        set({ manner, basis }, 'passage:set-manner', (on) => ({ ...on, manner, basis })),
      setNote: (note, editId) => set({ note }, 'passage:set-note', (on) => ({ ...on, note, editId })),
      remove: () => change(passage, null, 'passage:delete', (on) => on),
    };
  };

  const keyOf: ReaderActs['keyOf'] = (id) => keys.get(id) ?? id;
  const changing = createChangingActs(article, store, { save, change, bornId, select });
  return { make, of, bornId, ...changing, keyOf };
};

/** The acts on passages of the open article; the same object as long as it is open. */
export const usePassageActs = ({ save }: Pick<PassagesOfArticle, 'save'>): ReaderActs => {
  const { article, store } = useReader();
  const latest = useLatest(save);
  const [acts] = useState(() =>
    createReaderActs(article, store, (id, passage, name, input) => latest.current(id, passage, name, input)),
  );
  return acts;
};
