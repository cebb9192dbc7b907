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

/** The data: address of a picture that is kept; null where it is missing or is another file. */
export type LoadPicture = (picture: PictureName) => Promise<string | null>;

/** The text of the article as it is drawn; offsets count UTF-16 units of the canonical text. */
export type ArticleView = {
  readonly dom: HTMLElement;
  draw(drawn: Drawn): void;
  /** Draws regions over the pictures. */
  showRegions(shown: RegionsShown): void;
  /** Draws the places of a translation into the blocks; each element stays as long as its block has one. */
  showSlots(slots: Slots): void;
  selected(): TextSelected;
  /** Moves the caret without scrolling; nobody is told. */
  select(range: TextRange): void;
  focus(): void;
  /** The boxes of the lines of a range, in the frame of the window. */
  boxesOf(range: TextRange): readonly DOMRect[];
  /** Where the line of an offset begins and ends, in the frame of the window. */
  lineAt(offset: number): { readonly top: number; readonly bottom: number };
  /** Where a boundary of a passage stands: the edge of the character within it, in the frame of the window. */
  edgeAt(
    offset: number,
    end: 'start' | 'end',
  ): { readonly left: number; readonly top: number; readonly bottom: number };
  /** The offset at a point of the window; null outside the text. */
  offsetAt(left: number, top: number): number | null;
  destroy(): void;
};

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
