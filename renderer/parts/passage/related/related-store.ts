/** Which passage's relations are on show. They stay so while the analyst goes from place to place. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ArticleId, PassageId } from '#domain/ids.ts';

export type OnPassage = { readonly articleId: ArticleId; readonly passageId: PassageId };

type RelatedShown = {
  readonly on: OnPassage | null;
  /** Counts the askings: asking again for what is shown takes the hands there. */
  readonly asked: number;
  /** Whether the pane stands aside: what is written on a passage is written below it. */
  readonly isAside: boolean;
};

export const useRelated = create<RelatedShown>(() => ({ on: null, asked: 0, isAside: false }));

/** Shows what is related to the passage, and takes the focus there. */
export const showRelated = ({ articleId, passageId }: OnPassage): void =>
  useRelated.setState(({ asked }) => ({ on: { articleId, passageId }, asked: asked + 1 }));

/** Lets what stands below the pane be seen as long as a field of it is open. */
export const useStandAside = (isFieldOpen: boolean): void =>
  useEffect(() => {
    useRelated.setState({ isAside: isFieldOpen });
    return () => useRelated.setState({ isAside: false });
  }, [isFieldOpen]);

/** Whether the pane covers what stands below it. */
export const useIsCovered = (): boolean => useRelated(({ on, isAside }) => on !== null && !isAside);

export const closeRelated = (): void => useRelated.setState({ on: null });
