import { createStore, type StoreApi } from 'zustand';
import type { PictureInText } from '#domain/article/pictures/pictures-in-text.ts';
import type { PassageId } from '#domain/ids.ts';
import type { NameInText } from '#domain/names/names-in-text.ts';
import type { Boundary } from '#domain/passage/edit/move-boundary.ts';
import type { TextRange } from '#domain/text/selector.ts';
import type { TextDate } from '#renderer/parts/dates/dates-in-block.ts';
import type { CardField } from '#renderer/parts/passage/card/card-props.ts';
import { focusTarget } from '#renderer/window/focus-targets.ts';
import type { TextSelected } from './selected-text.ts';

/** The relative dates of a text. */
export type ArticleDates = {
  /** In text order: those of every block that `range` touches. */
  near(range: TextRange): readonly TextDate[];
  /** Those entirely within `range`. */
  within(range: TextRange): readonly TextDate[];
  /** The one that contains `offset`, or ends there; null for none. */
  at(offset: number): TextDate | null;
};

/** The register's names in a text. */
export type ArticleNames = {
  /** In text order: those of every block that `range` touches. */
  near(range: TextRange): readonly NameInText[];
  /** The one that contains `offset`, or ends there; null for none. */
  at(offset: number): NameInText | null;
};

const noNames: ArticleNames = { near: () => [], at: () => null };

/** Until the article's own are known. */
const noDates: ArticleDates = { near: () => [], within: () => [], at: () => null };

/** The boundaries of a passage while they are being moved. */
export type BoundaryEdit = {
  readonly passageId: PassageId;
  /** The current ranges, and the new ones; UTF-16, in text order. */
  readonly before: readonly TextRange[];
  readonly ranges: readonly TextRange[];
  /** The boundary that the keys move. */
  readonly active: Boundary;
  /** Whether the pointer holds it. */
  readonly isPulled: boolean;
};

/** The reader's mutable state. */
export type ReaderState = {
  readonly selectedId: PassageId | null;
  /** The hovered passage, in the text or in the margin. */
  readonly hotId: PassageId | null;
  /** The field being edited on the selected passage's card. */
  readonly field: CardField | null;
  readonly selected: TextSelected;
  /** The boundaries of the selected passage while they are being moved. */
  readonly boundaries: BoundaryEdit | null;
  /** The passage that was just duplicated: another label is offered for it while it is selected. */
  readonly duplicateId: PassageId | null;
  /** True while the pointer is drawing a selection. */
  readonly isSelecting: boolean;
  /** The range of the text that is decorated. */
  readonly window: TextRange;
  /** Counts layouts of the margin cards: what is drawn between text and cards follows. */
  readonly laid: number;
  readonly find: { readonly hits: readonly TextRange[]; readonly current: number } | null;
  /** The relative dates of the text, resolved by the publication date. */
  readonly dates: ArticleDates;
  /** Names in the register; none if they are not to be marked. */
  readonly names: ArticleNames;
  /** The name whose details are shown, by its start offset. */
  readonly openName: { readonly start: number; readonly isByKey: boolean } | null;
  /** Whether there is room for a margin beside the text. */
  readonly hasMarginRoom: boolean;
  /** Whether the margin is shown; if there is no room for it, whether its drawer is open. */
  readonly hasMargin: boolean;
  readonly isDrawerOpen: boolean;
  /** The enlarged picture. */
  readonly picture: PictureInText | null;
  /** The region on it, or on a page, whose edges are to be moved as soon as that is shown. */
  readonly framedId: PassageId | null;
  /** Whether the pointer draws frames on the pages of the original. */
  readonly isFraming: boolean;
  /** The text block, by its index, whose translation is being written. */
  readonly translating: number | null;
};

export type ReaderStore = StoreApi<ReaderState>;

export const createReaderStore = (caret: number): ReaderStore =>
  createStore<ReaderState>(() => ({
    selectedId: null,
    hotId: null,
    field: null,
    selected: { caret, range: null },
    boundaries: null,
    duplicateId: null,
    isSelecting: false,
    window: { start: 0, end: 0 },
    laid: 0,
    find: null,
    dates: noDates,
    names: noNames,
    openName: null,
    hasMarginRoom: true,
    hasMargin: true,
    isDrawerOpen: false,
    picture: null,
    framedId: null,
    isFraming: false,
    translating: null,
  }));

/** Shows the cards: in the margin, or in its drawer if there is no room for one. */
export const showCards = (store: ReaderStore): void =>
  store.setState(({ hasMarginRoom }) => ({ hasMargin: true, isDrawerOpen: !hasMarginRoom }));

/** Selects a passage, or none; a field open on another one closes. */
export const selectPassage = (
  store: ReaderStore,
  id: PassageId | null,
  field: CardField | null = null,
): void =>
  store.setState((state) => ({
    selectedId: id,
    field: id === state.selectedId && field === null ? state.field : field,
  }));

/** Moves into the card of a passage, wherever the cards are shown. */
export const openCard = (store: ReaderStore, id: PassageId): void => {
  showCards(store);
  focusTarget(`card ${id}`);
};
