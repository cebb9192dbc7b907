/** State shared by the parts of one open memo, besides its text. */
import type { Editor } from '@tiptap/core';
import type { NodeViewProps } from '@tiptap/react';
import { useEffect } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MemoId } from '#domain/ids.ts';
import type { HeadField } from '#domain/memo/checks/finding.ts';
import type { LexiconId } from '#domain/tradecraft/likelihood.ts';
import type { OwnTerms } from '#domain/tradecraft/own-terms.ts';
import { useLatest } from '#renderer/ui/use-latest.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';

export type MemoStore = StoreApi<{
  readonly memoId: MemoId;
  /** The doctrine for the terms in judgements: the head's. */
  readonly lexicon: LexiconId;
  /** The form's own terms; undefined if all are the doctrine's. */
  readonly terms: OwnTerms | undefined;
  /** BCP 47: decides the quotation marks while typing. */
  readonly language: string;
  /** Whether quotation marks, dashes and dots are replaced while typing, from the settings. */
  readonly setsTypography: boolean;
  /** Whether its paragraphs are printed with numbers, from its head. */
  readonly numbersParagraphs: boolean;
  /** Whether the memo was sent, so that its text can't be changed. */
  readonly isReadOnly: boolean;
  /**
   * Counts presses of Enter on the selected node, which open the menu of a citation, the box of a footnote, or the
   * words of a figure.
   */
  readonly menuRequests: number;
  /** The latest request to choose a judgement's likelihood, by its position; each request is a new object. */
  readonly likelihoodRequest: { readonly position: number } | null;
  /** Whether the address of a link is being entered. */
  readonly isLinking: boolean;
  /** The position of the footnote whose text is open; null if none is. */
  readonly openNote: number | null;
  /** The editor of that text, for acts on words. */
  readonly noteEditor: Editor | null;
  /** The picture being added; null if none is, or it was cancelled. */
  readonly figureJob: { readonly fileName: string } | null;
  /** Which fields replace the head's line: the common ones, or all; null if the line is shown. */
  readonly openHead: 'everyday' | 'all' | null;
}>;

/** The editor of an open memo, and its shared state. */
export type MemoInEditor = { readonly editor: Editor; readonly store: MemoStore };

/** The props of a node view of the memo: the node, and the shared state. */
export type MemoNodeViewProps = NodeViewProps & { readonly store: MemoStore };

export const createMemoStore = (memoId: MemoId, lexicon: LexiconId): MemoStore =>
  createStore(() => ({
    memoId,
    lexicon,
    terms: undefined,
    language: 'en-GB',
    setsTypography: true,
    numbersParagraphs: false,
    isReadOnly: false,
    menuRequests: 0,
    likelihoodRequest: null,
    isLinking: false,
    openNote: null,
    noteEditor: null,
    figureJob: null,
    openHead: null,
  }));

/** Opens and focuses the details of the selected node. */
export const requestMenu = (store: MemoStore): void =>
  store.setState(({ menuRequests }) => ({ menuRequests: menuRequests + 1 }));

/** Starts or ends entering the address of a link. */
export const setLinking = (store: MemoStore, isLinking: boolean): void => store.setState({ isLinking });

/** Calls `open` whenever Enter requests the details of the selected node. */
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

/** Opens the fields of the head, and focuses one. The title is always open. */
export const goToHead = (store: MemoStore, field: HeadField | 'number'): void => {
  if (field === 'restrictions') store.setState({ openHead: 'all' });
  else if (field !== 'title') store.setState(({ openHead }) => ({ openHead: openHead ?? 'everyday' }));
  focusTarget(`memo-head ${field}`);
};

/** The judgement at the caret, else the next one, else the last; null if the memo has none. */
const judgementAtCaret = ({ state: { doc, selection } }: Editor): number | null => {
  const places: { readonly from: number; readonly to: number }[] = [];
  doc.descendants(({ type, nodeSize }, position) => {
    if (type.name === 'judgement') places.push({ from: position, to: position + nodeSize });
    return type.name === 'section';
  });
  return (places.find(({ to }) => to > selection.from) ?? places.at(-1))?.from ?? null;
};

/** Opens the list of likelihoods of a judgement; returns whether there is one. */
export const requestLikelihood = (editor: Editor, store: MemoStore): boolean => {
  const position = judgementAtCaret(editor);
  if (position !== null) store.setState({ likelihoodRequest: { position } });
  return position !== null;
};
