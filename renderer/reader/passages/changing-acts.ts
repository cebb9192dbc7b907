/** The acts that change where a passage stands, or make two of one; each is one step. */
import type { Input } from '#domain/contract/requests.ts';
import type { PassageId } from '#domain/ids.ts';
import { settledInText } from '#domain/passage/carried.ts';
import { describeSelector } from '#domain/passage/describe-selector.ts';
import { duplicatePassage } from '#domain/passage/duplicate-passage.ts';
import { mannerAfterMove } from '#domain/passage/manner-after-move.ts';
import type { Passage } from '#domain/passage/passage.ts';
import type { TextRange } from '#domain/passage/selector.ts';
import { toTimestamp } from '#domain/time.ts';
import { act } from '#renderer/bridge/act.ts';
import type { ReaderStore } from '../state/reader-store.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import { provisionalId } from './provisional-passage.ts';
import type { PassageChange, PassagesOfArticle } from './use-passages.ts';

/** An act on a passage that is there. */
export type ChangeRequest = Exclude<PassageChange, 'passage:add' | 'passage:duplicate'>;
export type OnPassage = Input<'passage:delete'>;
type MovedRanges = { readonly before: readonly TextRange[]; readonly after: readonly TextRange[] };

export type ChangingActs = {
  /** Moves the boundaries; ranges are in the order of the text. */
  resize(passage: Passage, ranges: MovedRanges): Promise<void>;
  /** Splits the passage at an offset; answers the second part, or null where it failed. */
  split(passage: Passage, at: number): Promise<Passage | null>;
  /** Makes a second passage on the same words, shown at once and selected. */
  duplicate(passage: Passage): void;
  /** Sets the tags and the speaker (null: leaves it) in one step. */
  repeat(passage: Passage, said: Pick<Passage, 'tagIds' | 'sourceId'>): Promise<void>;
};

/** What acts on a passage are made of; a passage that is still being written is waited for. */
export type ActParts = Pick<PassagesOfArticle, 'save'> & {
  change<N extends ChangeRequest>(
    passage: Passage,
    next: Passage | null,
    name: N,
    inputOn: (on: OnPassage) => Input<N>,
  ): Promise<void>;
  bornId(id: PassageId): Promise<PassageId | null>;
  /** Selects a passage that is being written. */
  select(id: PassageId, birth: Promise<PassageId | null>): void;
};

export const createChangingActs = (
  article: PreparedArticle,
  store: ReaderStore,
  { save, change, bornId, select }: ActParts,
): ChangingActs => {
  const { id: articleId } = article.article;
  const resize: ChangingActs['resize'] = (passage, moved) => {
    const next: Passage = {
      ...passage,
      selectors: moved.after.map((range) => describeSelector(article.index, range)),
      manner: mannerAfterMove(article.spans, passage.manner, moved),
      carriedFrom: settledInText(passage.carriedFrom),
    };
    return change(passage, next, 'passage:resize', (on) => ({ ...on, ranges: [...moved.after] }));
  };

  const split: ChangingActs['split'] = async ({ id }, at) => {
    const passageId = await bornId(id);
    if (passageId === null) return null;
    const answer = await act('passage:split', { articleId, passageId, at });
    return answer.ok ? answer.value.second : null;
  };

  const duplicate: ChangingActs['duplicate'] = (passage) => {
    const id = provisionalId();
    const write = async (): Promise<PassageId | null> => {
      const passageId = await bornId(passage.id);
      if (passageId === null) return null;
      return save(id, duplicatePassage(passage, { id, at: toTimestamp(Date.now()) }), 'passage:duplicate', {
        articleId,
        passageId,
      });
    };
    store.setState({ duplicateId: id });
    select(id, write());
  };

  const repeat: ChangingActs['repeat'] = (passage, { tagIds, sourceId }) => {
    const next = { ...passage, tagIds, sourceId: sourceId ?? passage.sourceId };
    return change(passage, next, 'passage:repeat', (on) => ({ ...on, tagIds, sourceId }));
  };

  return { resize, split, duplicate, repeat };
};
