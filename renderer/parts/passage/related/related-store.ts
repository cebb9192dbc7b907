/** Which passage's relations are shown. They stay shown while the analyst navigates. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { ArticleId, PassageId } from '#domain/ids.ts';

export type OnPassage = { readonly articleId: ArticleId; readonly passageId: PassageId };

type RelatedShown = {
  readonly on: OnPassage | null;
  /** Counts requests: a repeated request focuses the pane. */
  readonly asked: number;
  /** Whether the pane is hidden for now: a passage is being edited in the part that it covers. */
  readonly isAside: boolean;
};

export const useRelated = create<RelatedShown>(() => ({ on: null, asked: 0, isAside: false }));

/** Shows the related passages of a passage, and focuses them. */
export const showRelated = ({ articleId, passageId }: OnPassage): void =>
  useRelated.setState(({ asked }) => ({ on: { articleId, passageId }, asked: asked + 1 }));

/** Uncovers what is below the pane while a field there is open. */
export const useStandAside = (isFieldOpen: boolean): void =>
  useEffect(() => {
    useRelated.setState({ isAside: isFieldOpen });
    return () => useRelated.setState({ isAside: false });
  }, [isFieldOpen]);

/** Whether the pane covers what is below it. */
export const useIsCovered = (): boolean => useRelated(({ on, isAside }) => on !== null && !isAside);

export const closeRelated = (): void => useRelated.setState({ on: null });
