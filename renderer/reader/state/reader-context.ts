import { createContext, type RefObject, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandId } from '#domain/command/command-table.ts';
import type { PictureName } from '#domain/picture/stored-picture.ts';
import type { TextRange } from '#domain/text/selector.ts';
import { useCommand } from '#renderer/commands/commands.ts';
import type { RegionsShown } from './drawn-region.ts';
import type { Drawn } from './layer.ts';
import type { PreparedArticle } from './prepare-article.ts';
import type { ReaderState, ReaderStore } from './reader-store.ts';
import { selectedRanges, type TextSelected } from './selected-text.ts';
import type { Slots } from './slots.ts';

/** The data: URL of a stored picture; null if it is missing or a different file. */
export type LoadPicture = (picture: PictureName) => Promise<string | null>;

/** The rendered text of the article; offsets are UTF-16 units of the canonical text. */
export type ArticleView = {
  readonly dom: HTMLElement;
  draw(drawn: Drawn): void;
  /** Draws regions over the pictures. */
  showRegions(shown: RegionsShown): void;
  /** Draws the slots of a translation into the blocks; each element stays as long as its block has one. */
  showSlots(slots: Slots): void;
  selected(): TextSelected;
  /** Moves the caret without scrolling or events. */
  select(range: TextRange): void;
  focus(): void;
  /** The boxes of the lines of a range, in window coordinates. */
  boxesOf(range: TextRange): readonly DOMRect[];
  /** The top and bottom of the line at an offset, in window coordinates. */
  lineAt(offset: number): { readonly top: number; readonly bottom: number };
  /** The position of a passage's boundary: the edge of the character inside it, in window coordinates. */
  edgeAt(
    offset: number,
    end: 'start' | 'end',
  ): { readonly left: number; readonly top: number; readonly bottom: number };
  /** The offset at a point of the window; null outside the text. */
  offsetAt(left: number, top: number): number | null;
  destroy(): void;
};

/** Shared by the parts of one open reader. Nothing in it changes while the article is open, except `view`. */
export type ReaderShared = {
  readonly article: PreparedArticle;
  readonly store: ReaderStore;
  /** Null until the text is rendered. */
  readonly view: ArticleView | null;
  /** The scroller: text and margin together. */
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

/** A part of the reader's state, updated when it changes. */
export const useReaderState = <T>(select: (state: ReaderState) => T): T =>
  useStore(useReader().store, select);

/** Whether a passage or some text is selected. */
export const useHasPassageTarget = (): boolean =>
  useReaderState(({ selected, selectedId }) => selectedId !== null || selectedRanges(selected).length > 0);

/** Answers a command on the current passage, while a passage or some text is selected. */
export const usePassageCommand = (id: CommandId, handler: () => void): void =>
  useCommand(id, handler, useHasPassageTarget());
