import { createContext, type RefObject, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import type { LoadPicture } from '../pictures/load-picture.ts';
import { selectedRanges } from '../selection/selected-ranges.ts';
import type { ArticleView } from '../text/article-view.ts';
import type { PreparedArticle } from '../text/prepare-article.ts';
import type { ReaderState, ReaderStore } from './reader-store.ts';

/** What the parts of one open reader share. None of it changes while the article is open, but for `view`. */
export type ReaderShared = {
  readonly article: PreparedArticle;
  readonly store: ReaderStore;
  /** Null until the text stands. */
  readonly view: ArticleView | null;
  /** What scrolls: text and margin together. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Loads a picture of the article. */
  readonly load: LoadPicture;
};

export const ReaderContext = createContext<ReaderShared | null>(null);

export const useReader = (): ReaderShared => {
  const shared = useContext(ReaderContext);
  if (shared === null) throw new Error('A part of the reader stands outside of it');
  return shared;
};

/** A part of the reader's state, read anew whenever it changes. */
export const useReaderState = <T>(select: (state: ReaderState) => T): T =>
  useStore(useReader().store, select);

/** Whether a passage or some text is selected. */
export const useHasPassageTarget = (): boolean =>
  useReaderState(({ selected, selectedId }) => selectedId !== null || selectedRanges(selected).length > 0);

/** Answers a command on the passage at hand, as long as a passage or some text is selected. */
export const usePassageCommand = (id: CommandId, handler: () => void): void =>
  useCommand(id, handler, useHasPassageTarget());
