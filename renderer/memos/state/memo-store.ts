/** What the parts of one open memo share beside its text. */
import type { Editor } from '@tiptap/core';
import type { NodeViewProps } from '@tiptap/react';
import { useEffect } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MemoId } from '#domain/ids.ts';
import type { LexiconId } from '#domain/tradecraft/likelihood.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';

export type MemoStore = StoreApi<{
  readonly memoId: MemoId;
  /** Whose terms the judgements are worded in: the head's. */
  readonly lexicon: LexiconId;
  /** Whether its paragraphs are printed with numbers, as its head says. */
  readonly numbersParagraphs: boolean;
  /** Whether the memo is kept as it was sent, so that no change gets into its text. */
  readonly isReadOnly: boolean;
  /**
   * How often Enter has asked for what is behind the selected node: the menu of a citation, the box of a footnote,
   * the words of a figure.
   */
  readonly menuRequests: number;
  /** Whether the address of a link is asked for. */
  readonly isLinking: boolean;
  /** The picture that is being put in; null where none is, or it was ended. */
  readonly figureJob: { readonly fileName: string } | null;
}>;

/** The text of an open memo, and what its parts share. */
export type MemoInEditor = { readonly editor: Editor; readonly store: MemoStore };

/** What the view of a node of the memo gets: the node, and what is shared. */
export type MemoNodeViewProps = NodeViewProps & { readonly store: MemoStore };

export const createMemoStore = (memoId: MemoId, lexicon: LexiconId): MemoStore =>
  createStore(() => ({
    memoId,
    lexicon,
    numbersParagraphs: false,
    isReadOnly: false,
    menuRequests: 0,
    isLinking: false,
    figureJob: null,
  }));

/** What is behind the selected node opens, and takes the focus. */
export const requestMenu = (store: MemoStore): void =>
  store.setState(({ menuRequests }) => ({ menuRequests: menuRequests + 1 }));

/** Asks for the address of a link, or no longer. */
export const setLinking = (store: MemoStore, isLinking: boolean): void => store.setState({ isLinking });

/** Runs `open` whenever Enter asks for what is behind the selected node. */
export const useMenuRequest = (store: MemoStore, open: () => void): void => {
  const latest = useLatest(open);
  useEffect(
    () =>
      store.subscribe((now, before) => {
        if (now.menuRequests !== before.menuRequests) latest.current();
      }),
    [store],
  );
};
