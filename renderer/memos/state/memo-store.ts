/** What the parts of one open memo share beside its text. */
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
  /** Whose terms the judgements are worded in: the head's. */
  readonly lexicon: LexiconId;
  /** Its form's own words for them; undefined where all are the doctrine's. */
  readonly terms: OwnTerms | undefined;
  /** BCP 47: what its quotation marks follow as they are typed. */
  readonly language: string;
  /** Whether marks, dashes and dots are set as they are typed, as the settings say. */
  readonly setsTypography: boolean;
  /** Whether its paragraphs are printed with numbers, as its head says. */
  readonly numbersParagraphs: boolean;
  /** Whether the memo is kept as it was sent, so that no change gets into its text. */
  readonly isReadOnly: boolean;
  /**
   * How often Enter has asked for what is behind the selected node: the menu of a citation, the box of a footnote,
   * the words of a figure.
   */
  readonly menuRequests: number;
  /** The judgement whose likelihood was asked for last, by its place in the text, and how often. */
  readonly likelihoodRequest: { readonly position: number } | null;
  /** Whether the address of a link is asked for. */
  readonly isLinking: boolean;
  /** Where the footnote stands whose text is open; null while none is. */
  readonly openNote: number | null;
  /** The editor of that text: acts on words are done there. */
  readonly noteEditor: Editor | null;
  /** The picture that is being put in; null where none is, or it was ended. */
  readonly figureJob: { readonly fileName: string } | null;
  /** Which fields stand in the place of the head's line: those of every day, or all; null where the line stands. */
  readonly openHead: 'everyday' | 'all' | null;
}>;

/** The text of an open memo, and what its parts share. */
export type MemoInEditor = { readonly editor: Editor; readonly store: MemoStore };

/** What the view of a node of the memo gets: the node, and what is shared. */
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

/** Opens the fields of the head, and puts the focus on one. The title is never closed. */
export const goToHead = (store: MemoStore, field: HeadField | 'number'): void => {
  if (field === 'restrictions') store.setState({ openHead: 'all' });
  else if (field !== 'title') store.setState(({ openHead }) => ({ openHead: openHead ?? 'everyday' }));
  focusTarget(`memo-head ${field}`);
};

/** The judgement in which the caret stands, else the next one, else the last; null where the memo has none. */
const judgementAtCaret = ({ state: { doc, selection } }: Editor): number | null => {
  const places: { readonly from: number; readonly to: number }[] = [];
  doc.descendants(({ type, nodeSize }, position) => {
    if (type.name === 'judgement') places.push({ from: position, to: position + nodeSize });
    return type.name === 'section';
  });
  return (places.find(({ to }) => to > selection.from) ?? places.at(-1))?.from ?? null;
};

/** Opens the list of likelihoods of a judgement; answers whether there is one. */
export const requestLikelihood = (editor: Editor, store: MemoStore): boolean => {
  const position = judgementAtCaret(editor);
  if (position !== null) store.setState({ likelihoodRequest: { position } });
  return position !== null;
};
