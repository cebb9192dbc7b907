import { createContext, useContext } from 'react';
import type { Bibliography } from '#domain/article/bibliography/bibliography.ts';
import type { PassageId } from '#domain/ids.ts';
import type { Publication } from '#renderer/parts/passage/card/print-speaker.ts';
import type { PlacedPassage } from '../passages/place-passages.ts';
import type { ReaderActs } from '../passages/use-passage-acts.ts';
import type { PassagesOfArticle } from '../passages/use-passages.ts';

/** What is said of the open article, as it stands this moment, and the acts that change it. */
export type OpenPassages = Pick<PassagesOfArticle, 'about' | 'tasks' | 'unsavedIds'> & {
  /** The passages where they stand in the text, in its order. */
  readonly placed: readonly PlacedPassage[];
  readonly acts: ReaderActs;
  /** To how many passages each is linked; those that are linked to none are not there. */
  readonly relationCounts: ReadonlyMap<PassageId, number>;
  /** As corrected by the analyst. */
  readonly bibliography: Bibliography;
  readonly publication: Publication | null;
};

export const PassagesContext = createContext<OpenPassages | null>(null);

export const useOpenPassages = (): OpenPassages => {
  const passages = useContext(PassagesContext);
  if (passages === null) throw new Error('A part of the reader stands outside of its passages');
  return passages;
};
